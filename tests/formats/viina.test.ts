import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCommand } from '../../src/cli/import.ts'
import { TextFile } from '../../src/dossier/text-file.ts'
import { formatOfFile } from '../../src/formats/import-formats.ts'
import { viina, viinaEvents, viinaReports } from '../../src/formats/in/viina/viina-formats.ts'
import { addressOf } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'

const path = folder()
const data = new URL('../../../shared/data/viina', import.meta.url).pathname
const isHere = existsSync(data)
if (!isHere) console.warn('VIINA’s own files are not in ../shared: only samples are tried.')

const header =
  'event_id_1pd,date,n_reports,sources_matching,source_urls,geonameid,asciiname,ADM1_NAME,ADM2_NAME,longitude,latitude,a_rus,representative_text\n'
const rows = [
  '11,20240102,1,ria,https://example.org/1,703448,Kyiv,Kiev City,Centre,30.52,50.45,1,A blast in Kyiv',
  '12,20240103,1,liveuamap,https://t.me/x/1,703448,Kyiv,Kiev City,Centre,30.53,50.46,0,Smoke was seen',
  '13,20240103,2,liga|ria,https://example.org/2|https://example.org/3,,,,,30.5,50.4,0,One || Other',
]
const sample = header + rows.join('\n')

describe('a table of VIINA', () => {
  it('leaves the date of a report to the file that brought it first', async () => {
    const [db, early] = [addressOf(join(folder(), 'two.db')), fileOf(sample, 'csv')]
    const late = fileOf(
      sample.replace('11,20240102', '71,20250102').replace('12,20240103', '72,20250103'),
      'csv',
    )
    const imported = async (file: string) => {
      const lines: string[] = []
      const say = (line: string) => void lines.push(line)
      expect(await importCommand([file], { db }, { info: say, error: say })).toBe(0)
      return lines.filter((line) => /updated|sources/.test(line))
    }
    await imported(early)
    expect(await imported(late)).toContain('  sources that the graph has from another file: 4')
    for (const file of [early, late])
      for (const line of await imported(file)) expect(line).not.toMatch(/[1-9]\d* (created|updated)/)
  })

  it('becomes events, places, reports and proposals; who did it is left out', async () => {
    const graph = newGraph(path)
    const { summary, problems, left } = await importForeign(graph, viina, fileOf(sample, 'csv'))
    expect(problems).toEqual([])
    expect(summary).toMatchObject({
      places: { created: 1 },
      actors: { created: 1 },
      events: { created: 3 },
      sources: { created: 4 },
      claims: { created: 1 },
      statements: { created: 1 },
    })
    expect(left).toMatchObject({ 'column a_rus': 3, 'column n_reports': 3, 'column representative_text': 1 })
    const text = exported(graph)
    expect(text).toContain('"when":"2024-01-02~"')
    expect(text).toContain('"links":{"geonames":"703448"}')
    expect(text).toMatch(/"speaker":"ria-novosti".*"review":"PROPOSED"/)
    expect(text).not.toContain('participants')
  })

  it.each([
    [
      'that is cut short',
      sample.slice(0, -30),
      /csv:4 has \d+ cells, and the header 13: the file may be cut short/,
    ],
    [
      'in another encoding',
      Buffer.from(`${sample}\n14,20240104,1,ria,u,1,K\xe8v`, 'latin1'),
      /csv:5 is not text in UTF-8/,
    ],
    [
      'with a wrong date',
      sample.replace('20240103', '2024-01'),
      /csv:3:2 date "2024-01": is no date of the form YYYYMMDD/,
    ],
    ['with a wrong coordinate', sample.replace('30.52', 'east'), /csv:2:10 longitude "east": is no number/],
    ['with a column twice', sample.replace('n_reports', 'date'), /csv:1 has several columns date \(2, 3\)/],
    [
      'with a wrong address',
      sample.replace('https://example.org/1', 'no'),
      /csv:2:5 source_urls "no": should be an address/,
    ],
  ])('%s is refused', async (_what, table, message) => {
    const { summary, problems } = await importForeign(newGraph(path), viina, fileOf(table, 'csv'))
    expect(problems).toEqual([expect.stringMatching(message)])
    expect(summary).toBeNull()
  })

  it('takes a formula for a text', async () => {
    const graph = newGraph(path)
    const table = sample.replace('A blast in Kyiv', "=cmd|' /C calc'!A0")
    expect((await importForeign(graph, viina, fileOf(table, 'csv'))).summary?.sources.created).toBe(4)
  })

  it.each([
    [
      viinaReports,
      'viina_version,event_id,event_id_1pd,date,time,geonameid,asciiname,ADM1_NAME,ADM2_NAME,longitude,latitude,report_id,source,url,text,lang\nx,1,1,20240102,10:00,703448,Kyiv,,,30.5,50.4,7,unian,https://example.org/1,Вибух,ua\n',
      { statements: { created: 1 }, events: { created: 1 } },
    ],
    [
      viinaEvents,
      'viina_version,event_id_1pd,date,n_reports,event_ids,sources,geonameid,asciiname,longitude,latitude,t_mil_b\nx,1,20240102,1,1,unian,703448,Kyiv,30.5,50.4,1\n',
      { events: { created: 1 }, places: { created: 1 } },
    ],
    [viina, sample, { events: { created: 3 } }],
    [viina, Buffer.from(`\ufeff${sample}`, 'utf16le'), { events: { created: 3 } }],
  ])('of each kind is known by its header', async (format, table, summary) => {
    const name = fileOf(table, 'csv')
    const file = TextFile.open(name)
    expect(formatOfFile(file)?.name).toBe(format.name)
    file.close()
    expect(await importForeign(newGraph(path), format, name)).toMatchObject({ problems: [], summary })
  })
})

describe.skipIf(!isHere)('VIINA’s own files (in ../shared)', () => {
  it('become nodes, and change nothing when they come again', async () => {
    const graph = newGraph(path)
    const years = [2025, 2024, 2025, 2024]
    for (const [index, year] of years.entries()) {
      const { summary, problems, left } = await importForeign(graph, viina, `${data}/viina_${year}.csv`)
      expect(problems).toEqual([])
      expect(left['column a_rus']).toBe(year === 2025 ? 325 : 543)
      expect(Object.values(summary ?? {}).some(({ created }) => created > 0)).toBe(index < 2)
      expect(Object.values(summary ?? {}).some(({ updated }) => updated > 0)).toBe(false)
    }
  })

  it('are refused where they are damaged', async () => {
    const whole = readFileSync(`${data}/viina_2024.csv`)
    for (const size of [whole.length - 100, 150_000, 65_537]) {
      const { summary, problems } = await importForeign(
        newGraph(path),
        viina,
        fileOf(whole.subarray(0, size), 'csv'),
      )
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(/csv:\d+/)
      expect(summary).toBeNull()
    }
  })
})
