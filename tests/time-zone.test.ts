import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { saidAt } from '../src/extraction/speakers/said-at.ts'
import { type FoundReport, reportsIn } from '../src/reports/formats/document.ts'
import { parseEdtf } from '../src/values/date.ts'
import { dbOf, openWriter, runs } from './engine.ts'
import { everyRow, folder } from './graph.ts'
import { worlds } from './graph-fixture.ts'

const zones = [
  'UTC',
  'Europe/Kyiv',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]
/** Those under which graphs are made. */
const graphZones = zones.slice(0, runs(zones.length))
const own = process.env.TZ
afterAll(() => {
  process.env.TZ = own
})

/** Does the same under each zone, or each of some, and gives what came of it by zone. */
function underEach<T>(work: (zone: string) => T, some: readonly string[] = zones): T[] {
  return some.map((zone) => {
    process.env.TZ = zone
    return work(zone)
  })
}

/** The days on which clocks change, or which a zone left out: Apia had no 30 December 2011. */
const days = ['2023-06-01', '2023-03-26', '2011-12-30', '1914-07-28']
const clocks = ['00:30', '00:30:00', '02:30', '03:30:15.5', '23:59:59', '24:00']
const texts = days.flatMap((day) =>
  clocks.flatMap((clock) => [
    `${day}T${clock}`,
    `${day} ${clock}`,
    `${day}T${clock}/..`,
    `../${day}T${clock}`,
    `${day}T00:00/${day}T${clock}`,
    `${day}T${clock}Z`,
    `${day}T${clock}+05:30`,
    `${day}T${clock}-03:30`,
    `${day}T${clock}+05`,
  ]),
)

const path = folder()
const { empty } = worlds()

describe('whatever the zone of the machine', () => {
  it('that zone is the one that JavaScript goes by in these tests', () => {
    const offsets = underEach(() => new Date('2023-06-01T00:00:00Z').getTimezoneOffset())
    expect(offsets).toEqual([0, -180, 240, 150, -330, -630, -780, -840])
  })

  it('a time without one is UTC, in every form', () => {
    const [first, ...others] = underEach(() => texts.map((text) => parseEdtf(text)))
    for (const other of others) expect(other).toEqual(first)
    for (const day of days) expect(parseEdtf(`${day}T00:30`)?.earliest).toBe(Date.parse(`${day}T00:30:00Z`))
  })

  it('an import writes the same columns, and another under another zone changes nothing', () => {
    const file = join(path, 'times.yaml')
    writeFileSync(file, dossierOf(texts.filter((text) => !text.includes('24:00'))))
    const made = underEach((zone) => {
      const graph = openWriter(join(path, `${zone.replace('/', '-')}.db`))
      importDossiers(graph, [file])
      const rows = everyRow(graph)
      graph.close()
      return rows
    }, graphZones)
    for (const other of made) expect(other).toEqual(made[0])
    const graph = openWriter(join(path, 'Europe-Kyiv.db'))
    const outcomes = underEach(() => importDossiers(graph, [file]), graphZones)
    for (const { sources, statements, events } of outcomes)
      for (const counts of [sources, statements, events])
        expect(counts).toMatchObject({ created: 0, updated: 0 })
    expect(everyRow(graph)).toEqual(made[0])
    graph.close()
  })

  it('the times of YAML 1.1, or marked as times, are read as all others are', () => {
    const marked = (zone: string) =>
      ['%YAML 1.1\n---\n', ''].map((head, index) => {
        const file = join(path, `marked-${index}.yaml`)
        const mark = head ? '' : '!!timestamp '
        const dossier = `${head}hearsay: 1
sources:
  - { slug: a, title: A, kind: OTHER, publishedAt: ${mark}2023-06-01T00:30:00, retrievedAt: ${mark}2023-06-01 00:30:00 }
  - { slug: b, title: B, kind: OTHER, publishedAt: ${mark}2023-06-01 }
`
        writeFileSync(file, dossier)
        const graph = openWriter(join(path, `marked-${index}-${zone.replace('/', '-')}.db`))
        importDossiers(graph, [file])
        const rows = dbOf(graph)
          .prepare('select published_edtf, published_earliest, published_latest, retrieved_at from source')
          .raw()
          .all()
        graph.close()
        return rows
      })
    const all = underEach(marked, graphZones)
    const at = Date.parse('2023-06-01T00:30:00Z')
    const [day, next] = [Date.parse('2023-06-01'), Date.parse('2023-06-02')]
    for (const rows of all.flat())
      expect(rows).toEqual([
        ['2023-06-01T00:30:00', at, at, at],
        ['2023-06-01', day, next - 1, null],
      ])
  })

  it('what was said half an hour into June is of June, and is found there', () => {
    const world = empty()
    world.write((writers) => {
      const speaker = writers.actors.put({ slug: 'anybody', name: 'Anybody', type: 'PERSON' }).id
      const source = writers.sources.put({ slug: 'paper', title: 'Paper', kind: 'OTHER' }).id
      for (const [index, zone] of zones.entries()) {
        process.env.TZ = zone
        writers.statements.put({
          ...{ slug: `said-${index}`, speaker, source, text: 'Words.', quoteType: 'DIRECT', act: 'STATE' },
          saidAt: '2023-06-01T00:30',
        })
      }
    })
    const found = underEach(() =>
      world.ask(`{
        facets(by: [MONTH]) { value count }
        june: timeline(from: "2023-06-01T00:30", until: "2023-06-01T00:30") { totalCount nodes { earliest } }
        may: timeline(until: "2023-05-31T24:00") { totalCount }
        bins: timelineHistogram(edges: ["2023-05-31T00:30", "2023-06-01T00:30", "2023-06-02 00:30"]) { statements from }
      }`),
    )
    expect(found[0].facets).toEqual([{ value: '2023-06', count: zones.length }])
    expect(found[0].june.totalCount).toBe(zones.length)
    expect(found[0].may.totalCount).toBe(0)
    expect(found[0].bins).toEqual([
      { statements: 0, from: '2023-05-31T00:30:00Z' },
      { statements: zones.length, from: '2023-06-01T00:30:00Z' },
    ])
    for (const other of found) expect(other).toEqual(found[0])
  })

  it('reports are dated alike', async () => {
    const file = join(path, 'reports.jsonl')
    const dates = ['2023-06-01T00:30', '2023-06-01 00:30:00', '2023-05-31T23:30:00-03:00', '2023-06-01']
    writeFileSync(file, dates.map((date) => JSON.stringify({ text: 'Snow and rain.', date })).join('\n'))
    const read: FoundReport[][] = []
    for (const zone of zones) {
      process.env.TZ = zone
      const found: FoundReport[] = []
      for await (const one of reportsIn(file)) found.push(one)
      read.push(found)
    }
    for (const other of read) expect(other).toEqual(read[0])
  })

  it('the words of a report mean the same day', () => {
    const published = ['2023-06-01', '2023-03-27', '2011-12-30', '2011-12-31', '2012-01-01', '2023-11-06']
    const words = [
      'yesterday',
      'on Friday',
      'last Sunday',
      'on Tuesday evening',
      'this morning',
      'on 30 December',
      'in May',
      'in March 2023',
      'on 26 March 2023',
    ]
    const read = () =>
      published.flatMap((day) =>
        words.map((when) => {
          const text = `The minister said ${when} that it rained.`
          const cue = text.indexOf('said')
          const attribution = {
            source: [],
            cue: [[cue, cue + 4]],
            content: [[text.indexOf('that'), text.length - 1]],
          }
          return `${day} ${when}: ${saidAt(text, [attribution as never], 0, day)}`
        }),
      )
    const all = underEach(read)
    for (const [index, other] of all.entries()) expect(other, zones[index]).toEqual(all[0])
    expect(all[0]).toContain('2023-06-01 yesterday: 2023-05-31')
    expect(all[0]).toContain('2011-12-31 yesterday: 2011-12-30')
  })
})

/** A dossier in which each of these is the time of an event, of a source and of a statement. */
function dossierOf(dates: readonly string[]): string {
  const item = (kind: string, index: number) => `  - { slug: ${kind}-${index}, `
  const instants = dates.map((date) => (date.includes('/') ? '2023-06-01 00:30' : date))
  return [
    'hearsay: 1',
    'actors:',
    '  - { slug: anybody, name: Anybody, type: PERSON }',
    'events:',
    ...dates.map((date, i) => `${item('event', i)}name: Event ${i}, type: OTHER, when: ${date} }`),
    'sources:',
    ...dates.map(
      (date, i) =>
        `${item('source', i)}title: Source, kind: OTHER, publishedAt: ${date}, retrievedAt: ${instants[i]} }`,
    ),
    'statements:',
    ...dates.map(
      (date, i) =>
        `${item('said', i)}source: source-${i}, speaker: anybody, text: Words, quoteType: DIRECT, act: STATE, saidAt: ${date} }`,
    ),
  ].join('\n')
}
