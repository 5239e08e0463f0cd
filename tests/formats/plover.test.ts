import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TextFile } from '../../src/dossier/text-file.ts'
import { formatOfFile } from '../../src/formats/import-formats.ts'
import { jsonRecords } from '../../src/formats/in/plover/json-records.ts'
import { plover } from '../../src/formats/in/plover/plover-format.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign, itemsIn } from './imported.ts'

const path = folder()
const data = new URL('../../../shared/data/actors/PLOVER_GSR_CAMEO.txt', import.meta.url).pathname
const isHere = existsSync(data)
if (!isHere) console.warn('PLOVER’s own records are not in ../shared: only samples are tried.')

const record = (id: string, more: object = {}): string =>
  JSON.stringify(
    {
      ...{ id, date: '2020-02-03', event: 'DEMAND', eventText: 'demanded', mode: 'visit', language: 'en' },
      source: [{ actorText: 'French', code: 'FRA', sector: 'GOV' }],
      target: [
        { actorText: 'Some Front', code: 'PHL', sector: 'REB' },
        { actorText: 'a crowd', code: 'PHL', sector: 'CVL' },
      ],
      ...{
        text: `France demanded ${id}.`,
        eventLoc: { name: 'Paris' },
        publication: 'The coders',
        dead: '3',
      },
      ...more,
    },
    null,
    2,
  )
const sample = `[\n${record('A1')},\n${record('A2', { event: 'DOCUMENT' })},\n${record('A3', { event: 'INVESTIGATE' })}\n]\n`

describe('PLOVER’s records', () => {
  it('are known, and become events and proposals; who did it is nobody’s part', async () => {
    const graph = newGraph(path)
    const name = fileOf(sample, 'json')
    const file = TextFile.open(name)
    expect(formatOfFile(file)?.name).toBe('plover')
    file.close()
    const { summary, problems, left } = await importForeign(graph, plover, name)
    expect(problems).toEqual([])
    expect(summary).toMatchObject({
      actors: { created: 3 },
      events: { created: 2 },
      statements: { created: 2 },
      places: { created: 1 },
    })
    expect(left).toMatchObject({ dead: 2, eventText: 2, 'actors whose sector is no organization (CVL)': 2 })
    const text = exported(graph)
    expect(text).toMatch(
      /"slug":"plover-a1".*"type":"REQUEST","mode":"visit","when":"2020-02-03","place":"plover-place-paris"/,
    )
    expect(text).toMatch(/"about":\["oeda-fra","plover-some-front"\].*"review":"PROPOSED"/)
    expect(text).toContain('"type":"ACCUSE"')
    expect(text).not.toContain('participants')
  })

  it.each([
    ['one after the other', `${record('A1')}\n${record('A3')}\n`],
    [
      'with null for nothing, and several places',
      `${record('A1', { mode: null, source: null })}\n${record('A3', { eventLoc: [{ name: 'Paris' }, { name: 'Lyon' }] })}`,
    ],
    ['with a comma too many', `[${record('A1')},\n,${record('A3')},]`],
    [
      'with lists of texts, and a number for an id',
      JSON.stringify(
        [1, 2].map((id) => ({
          ...{ id, event: ['DEMAND', 'PROTEST'], mode: ['visit', 'riot'], date: '2020-02-03' },
          ...{ source: ['FRAGOV', 'Some Front'], target: [], text: `Said ${id}.`, eventLoc: ['Paris'] },
        })),
      ),
    ],
    [
      'with an actor that is no list',
      `[${record('A1', { source: { actorText: 'x', code: 'FRA' }, target: '' })},${record('A3')}`,
    ],
  ])('%s are read', async (_what, text) => {
    expect(await importForeign(newGraph(path), plover, fileOf(text, 'txt'))).toMatchObject({
      problems: [],
      summary: { events: { created: 2 } },
    })
  })

  it('name their actors by codes alone, and keep what they are of the first type', async () => {
    const graph = newGraph(path)
    const given = { event: ['DEMAND', 'PROTEST'], mode: ['visit', 'riot'], source: ['FRAGOV', 'a crowd'] }
    const { left } = await importForeign(graph, plover, fileOf(`[${record('A1', given)}]`, 'json'))
    expect(left).toMatchObject({
      'further types of events': 1,
      'actors whose sector is no organization (none)': 1,
    })
    expect(itemsIn(graph)('event')[0]).toMatchObject({ type: 'REQUEST', mode: 'visit, riot' })
    expect(itemsIn(graph)('claim')[0]).toMatchObject({ subject: 'oeda-fra' })
  })

  it.each([
    [
      'that are cut short',
      sample.slice(0, -40),
      /json:\d+ begins a record that does not end: the file is cut short/,
    ],
    [
      'in another encoding',
      Buffer.from(sample.replace('a crowd', 'a cro\xfbd'), 'latin1'),
      /json:\d+ is not text in UTF-8 here/,
    ],
    [
      'with a wrong type',
      sample.replace('"event": "INVESTIGATE"', '"event": 5'),
      /json:\d+:3 event 5: should be a text/,
    ],
    [
      'with an actor of a wrong type',
      sample.replace('"actorText": "French"', '"actorText": 7'),
      /json:\d+:3 source/,
    ],
    ['with a key twice', sample.replace('"mode"', '"event"'), /json:7 event: stands twice in its record/],
    ['without an id', sample.replace('"id": "A1"', '"no": "A1"'), /json:2:1 id: is missing/],
    [
      'with a wrong date',
      sample.replace('2020-02-03', '2020-02-30'),
      /json:4(:3)? date "2020-02-30": a date is EDTF/,
    ],
    ['with something between', sample.replace('},\n{', '}, oops\n{'), /has " ?oops" between two records/],
    [
      'that are nested without end',
      `[{"id": "A", "event": "AID", "x": ${'['.repeat(30)}${']'.repeat(30)}}]`,
      /is nested too deeply/,
    ],
    ['of which there is none', '[]', /has no record in it/],
  ])('%s are refused', async (_what, text, message) => {
    const { summary, problems } = await importForeign(newGraph(path), plover, fileOf(text, 'json'))
    expect(problems[0]).toMatch(message)
    expect(summary).toBeNull()
  })

  it('take a formula for a text', async () => {
    const text = `[${record('A1', { text: "=cmd|' /C calc'!A0" })}]`
    expect(
      (await importForeign(newGraph(path), plover, fileOf(text, 'json'))).summary?.statements.created,
    ).toBe(1)
  })
})

describe.skipIf(!isHere)('PLOVER’s own file (in ../shared)', () => {
  it('becomes nodes, and changes nothing when it comes again', async () => {
    const graph = newGraph(path)
    const first = await importForeign(graph, plover, data)
    expect(first.problems).toEqual([])
    expect(first.summary).toMatchObject({ events: { created: 322 }, statements: { created: 322 } })
    expect(first.left['dates of examples, which are made up']).toBe(322)
    const again = await importForeign(graph, plover, data)
    for (const counts of Object.values(again.summary ?? {}))
      expect(counts).toMatchObject({ created: 0, updated: 0 })
  })

  it('is refused with a wrong type in line 5,000', async () => {
    const lines = readFileSync(data, 'utf8').split('\n')
    const at = lines.findIndex((line, index) => index > 4990 && /"event":/.test(line))
    lines[at] = '    "event": {},'
    const { problems, summary } = await importForeign(newGraph(path), plover, fileOf(lines.join('\n'), 'txt'))
    expect(problems).toEqual([expect.stringContaining(`txt:${at + 1}:5 event`)])
    expect(summary).toBeNull()
  })
})

it.each([
  [
    'records of one line',
    '[{"id":"1"}, {"id":"2"}]',
    [
      [1, 2],
      [1, 14],
    ],
  ],
  [
    'a record behind another that has lines',
    '[\n  {"id":\n"1"}, {"id":"2"},\n {"id":"3"}]',
    [
      [2, 3],
      [3, 7],
      [4, 2],
    ],
  ],
])('tells where each record begins: %s', (_, text, places) => {
  const found = [...jsonRecords('events.json', text)].map((one) => [one.line, 'column' in one && one.column])
  expect(found).toEqual(places)
})
