import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { Graph } from '../src/model/graph.ts'
import { anImport } from '../src/model/history/journal.ts'
import { transact } from '../src/model/transact.ts'
import { atOnce } from '../src/sql/engine.ts'
import { KeptAnswers } from '../src/sql/kept-answers.ts'
import { dbOf, isOnPostgres, openReader } from './engine.ts'
import { run, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { empty } = worlds()
const world = empty()
let graph: Graph
/** However few rows they are found among. */
const all = { characters: 1_000_000, fewestRows: 0 }
beforeAll(() => {
  fill(world, 40)
  const engine = openReader(dbOf(world.writer).name)
  KeptAnswers.of(engine, all)
  graph = new Graph(engine)
})

const statement = 'filter: { by: ["actor-1"] }'
const claim = 'filter: { event: ["event-1"] }'

/** Of each, its own SQL, and not that of the nodes which it leads to. */
const questions: Record<string, [document: string, own: RegExp]> = {
  'how many there are': [`{ statements(${statement}, first: 0) { totalCount } }`, /count\(\*\)/],
  'how many a search finds': ['{ search(text: "bridge", first: 0) { totalCount } }', /sum\(count\)/],
  facets: [
    `{ facets(${statement}, by: [ACT, SPEAKER]) { value count node { id } } }`,
    /value_counts|array_agg/,
  ],
  'facets of everything': ['{ facets(by: [ACT, EVENT]) { value count node { id } } }', /tally/],
  matrix: [`{ matrix(${statement}) { actor { id } entity { id } statements } }`, /group by/],
  grid: [`{ grid(${statement}) { counts speakers { id } } }`, /pairs/],
  agreements: [
    `{ agreements(${claim}) { agree a { id } claims { id } } }`,
    /"?position"? as? ?"?x|position x/,
  ],
  'agreements of everything': ['{ agreements { agree a { id } claims { id } } }', /from "agreement"/],
  'the timeline by stretches': [
    `{ timelineHistogram(${statement}, edges: ["2020", "2022", "2024"]) { statements } }`,
    /in_stretches|width_bucket/,
  ],
  'how much is on the timeline': ['{ timeline(from: "2020", first: 0) { totalCount } }', /timeline_day/],
  'how much waits for review': ['{ stats { proposals } }', /PROPOSED/],
}

/** The answer of a graph, and how often SQL ran for it. */
function asked(document: string, own = /^/) {
  let runs = 0
  graph.engine.onStatement = (text) => {
    if (own.test(text)) runs += 1
  }
  const { data, errors } = run(graph, document)
  graph.engine.onStatement = null
  expect(errors).toBeUndefined()
  return { data, runs }
}

/** One more statement like another, by somebody else. */
const repeat = ({ writer }: World, slug: string): void =>
  transact(writer, anImport, ({ statements }) => {
    const like = dbOf(writer).prepare('select source_id, speaker_id, text from statement limit 1').get() as {
      source_id: number
      speaker_id: number
      text: string
    }
    const { source_id: source, speaker_id: speaker, text } = like
    statements.put({ slug, source, speaker, text, act: 'STATE', quoteType: 'INDIRECT', about: [] })
  })

describe('at one state of the graph', () => {
  it.each(Object.entries(questions))('%s: asked twice, its SQL runs once', (_, [document, own]) => {
    KeptAnswers.of(graph.engine).clear()
    const first = asked(document, own)
    expect(first.runs).toBeGreaterThan(0)
    for (const again of [1, 2, 3])
      expect([again, asked(document, own)]).toEqual([again, { ...first, runs: 0 }])
  })

  it.each(Object.entries(questions))('%s: after a write it is answered anew', (name, [document, own]) => {
    asked(document)
    repeat(world, `again-${name.replaceAll(' ', '-')}`)
    const { data, runs } = asked(document, own)
    expect(runs).toBeGreaterThan(0)
    KeptAnswers.of(graph.engine).clear()
    expect(asked(document).data).toEqual(data)
  })

  it('other values, other edges and other filters are other questions', () => {
    const at = (edge: string) =>
      asked(`{ timelineHistogram(${statement}, edges: ["1990", "${edge}"]) { statements } }`).data
    expect(at('2100')).not.toEqual(at('1991'))
    const first = (size: number) => asked(`{ facets(${statement}, by: [MONTH], first: ${size}) { value } }`)
    expect(first(1).data?.facets).toHaveLength(1)
    expect(first(2).data?.facets).toHaveLength(2)
  })
})

describe('within a transaction', () => {
  const count = sql<{ count: number }>`select count(*) as count from label`

  it('nothing is kept, and nothing that was kept is found', () => {
    const own = empty()
    fill(own, 3)
    const kept = new KeptAnswers(own.writer, all).prepare(count)
    const before = atOnce(kept.get())?.count ?? 0
    const undone = () =>
      own.writer.transaction(() => {
        dbOf(own.writer).exec('delete from label where id = (select max(id) from label)')
        expect(atOnce(kept.get())?.count).toBe(before - 1)
        throw new Error('undone')
      })
    for (let again = 0; again < 2; again++) {
      expect(undone).toThrow('undone')
      expect(atOnce(kept.get())?.count).toBe(before)
    }
  })

  it('of another connection, what is kept stays as others see it until that commits', () => {
    const own = empty()
    fill(own, 3)
    own.reopen()
    const kept = new KeptAnswers(own.graph.engine, all).prepare(count)
    const before = atOnce(kept.get())?.count ?? 0
    own.writer.transaction(() => {
      dbOf(own.writer).exec('delete from label where id = (select max(id) from label)')
      expect(atOnce(kept.get())?.count).toBe(before)
    })
    expect(atOnce(kept.get())?.count).toBe(before - 1)
  })

  it('that only reads, the state is the one that it began with', () => {
    const { engine } = graph
    const kept = new KeptAnswers(engine, all).prepare(
      sql<{ count: number }>`select count(*) as count from statement`,
    )
    const counted = () => atOnce(kept.get())?.count ?? 0
    const before = counted()
    engine.snapshot(() => {
      expect(counted()).toBe(before)
      repeat(world, 'while-somebody-reads')
      expect(counted()).toBe(before)
    })
    expect(counted()).toBe(before + 1)
  })
})

describe('what is kept', () => {
  it('comes as rows of its own each time', () => {
    const kept = new KeptAnswers(graph.engine, all).prepare(sql<{ id: number }>`select id from claim limit 3`)
    const [one, other] = [atOnce(kept.all()), atOnce(kept.all())]
    expect(one).toEqual(other)
    for (const [index, row] of one.entries()) expect(row).not.toBe(other[index])
  })

  it('has a bound, and what was asked last stays', () => {
    let runs = 0
    const { engine } = graph
    const answers = new KeptAnswers(engine, { ...all, characters: 10_000 })
    const prepared = answers.prepare(
      sql<{ text: string }>`select ${sql.lit('x'.repeat(1000))} as text, id from claim limit 1`,
    )
    engine.onStatement = () => {
      runs += 1
    }
    for (let n = 0; n < 50; n++) atOnce(prepared.all({ n }))
    expect(runs).toBe(50)
    expect(answers.weight).toBeLessThanOrEqual(10_000)
    atOnce(prepared.all({ n: 49 }))
    expect(runs).toBe(50)
    atOnce(prepared.all({ n: 0, long: 'x'.repeat(3_000) }))
    atOnce(prepared.all({ n: 0, long: 'x'.repeat(3_000) }))
    expect(runs).toBe(52)
    engine.onStatement = null
  })

  it.skipIf(isOnPostgres)('is what many rows were looked at for, where the engine counts them', () => {
    let runs = 0
    const { engine } = graph
    const answers = new KeptAnswers(engine, { ...all, fewestRows: 50 })
    const looking = (rows: number) =>
      answers.prepare(
        sql<{
          n: number
        }>`select count(*) as n from (select in_time(id) as looked from statement limit ${sql.lit(rows)}) where looked`,
      )
    const [few, many] = [looking(49), looking(50)]
    engine.onStatement = () => {
      runs += 1
    }
    for (let again = 0; again < 3; again++) atOnce(few.get())
    expect(runs).toBe(3)
    for (let again = 0; again < 3; again++) atOnce(many.get())
    expect(runs).toBe(4)
    engine.onStatement = null
  })
})
