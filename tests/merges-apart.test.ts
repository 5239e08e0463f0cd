import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Random } from '../bench/synthetic/random.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { performWrite } from '../src/edits/perform.ts'
import { checkGraph } from '../src/model/check/check.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { dbOf } from './engine.ts'
import { exported } from './exported.ts'
import { folder, newGraph } from './graph.ts'
import { upTo } from './graph-fixture.ts'
import { RandomEditor } from './random-history.ts'
import { SEEDS } from './random-seed.ts'

const path = folder()

function graphOf(dossier: object, graph = newGraph(path)): ImmediateEngine {
  const file = join(path, 'merged.json')
  writeFileSync(file, JSON.stringify({ hearsay: 1, language: 'en', ...dossier }))
  importDossiers(graph, [file])
  return graph
}

/** The merge's revision; null where it was refused. */
async function merge(graph: ImmediateEngine, from: string, into: string): Promise<string | null> {
  const of = from.startsWith('claim') ? 'CLAIM' : 'ENTITY'
  const { problems, revision } = await performWrite(graph, {
    kind: 'merge',
    of,
    into,
    from: [from],
    by: null,
  })
  return problems.length > 0 ? null : `revision_${revision}`
}

/** Whether it was, and not refused. */
async function takeApart(graph: ImmediateEngine, revision: string | null): Promise<boolean> {
  const { problems } = await performWrite(graph, { kind: 'unmerge', revision: revision ?? '', by: null })
  return problems.length === 0
}

const all = (graph: ImmediateEngine, sql: string): unknown[] => dbOf(graph).prepare(sql).pluck().all()

/** Makes two merges, takes them apart in the order in which they were made, and compares what is told after each. */
async function expectOneByOne(
  graph: ImmediateEngine,
  [one, other]: readonly [from: string, from: string],
  into: string,
  told: () => unknown[],
  expected: { readonly merged: string[]; readonly firstApart: string[]; readonly bothApart: string[] },
): Promise<void> {
  const first = await merge(graph, one, into)
  const second = await merge(graph, other, into)
  expect(told()).toEqual(expected.merged)
  await takeApart(graph, first)
  expect(told()).toEqual(expected.firstApart)
  await takeApart(graph, second)
  expect(told()).toEqual(expected.bothApart)
  expect(checkGraph(graph)).toEqual([])
  graph.close()
}

describe('a merge that is taken apart before a later one is as if it had never been', () => {
  const claim = (number: number, more: object = {}) => ({
    ...{ slug: `claim-${number}`, text: `Claim ${number}.`, kind: 'OTHER' },
    ...more,
  })

  it.each(['b', 'c'])(
    'for what a claim is about, which was taken apart while the claim was not there, and merged into %s',
    async (into) => {
      const events = ['a', 'b', 'c'].map((slug) => ({ slug, name: slug, type: 'ASSAULT' }))
      const graph = graphOf({ events, claims: [claim(1, { event: 'a' }), claim(2)] })
      const eventOfClaim = () =>
        all(graph, "select e.slug from claim c join entity e on e.id = c.event_id where c.slug = 'claim-1'")
      const first = await merge(graph, 'a', 'b')
      const ofClaims = await merge(graph, 'claim-1', 'claim-2')
      await takeApart(graph, first)
      const second = await merge(graph, 'a', into)
      await takeApart(graph, ofClaims)
      expect(eventOfClaim()).toEqual([into])
      await takeApart(graph, second)
      expect(eventOfClaim()).toEqual(['a'])
      expect(checkGraph(graph)).toEqual([])
      graph.close()
    },
  )

  it('for relations that only it had made the same', async () => {
    const relations = [{ type: 'SUPPORTS', to: 'claim-4' }]
    const graph = graphOf({ claims: [claim(1, { relations }), claim(2, { relations }), claim(3), claim(4)] })
    const related = () =>
      all(
        graph,
        `select f.slug || ' ' || t.slug from claim_relation r
         join claim f on f.id = r.from_id join claim t on t.id = r.to_id order by 1`,
      )
    await expectOneByOne(graph, ['claim-1', 'claim-2'], 'claim-3', related, {
      merged: ['claim-3 claim-4'],
      firstApart: ['claim-1 claim-4', 'claim-3 claim-4'],
      bothApart: ['claim-1 claim-4', 'claim-2 claim-4'],
    })
  })

  it.each([
    ['addressee', 'addressee_id', ['b', 'a']],
    ['addressee', 'addressee_id', ['a', 'b']],
    ['onBehalfOf', 'on_behalf_of_id', ['b', 'a']],
    ['onBehalfOf', 'on_behalf_of_id', ['a', 'b']],
  ] as const)(
    'for who spoke for or to themselves only by it: %s, %s, %j',
    async (field, column, [early, late]) => {
      const actors = ['a', 'b', 'c'].map((slug) => ({ slug, name: slug, type: 'PERSON' }))
      const said = { text: 'Words.', quoteType: 'INDIRECT', act: 'STATE' }
      const graph = graphOf({
        actors,
        sources: [{ slug: 'report', title: 'Report', kind: 'ARTICLE' }],
        statements: [{ slug: 'said', source: 'report', speaker: 'a', [field]: 'b', ...said }],
      })
      const told = () =>
        all(
          graph,
          `select s.slug || ' ' || coalesce(o.slug, 'nobody') from statement t
         join entity s on s.id = t.speaker_id left join entity o on o.id = t.${column}`,
        )
      await expectOneByOne(graph, [early, late], 'c', told, {
        merged: ['c nobody'],
        firstApart: [early === 'a' ? 'a c' : 'c b'],
        bothApart: ['a b'],
      })
    },
  )

  it('for what statements are about', async () => {
    const places = ['a', 'b', 'c'].map((slug) => ({ slug, name: slug, precision: 'REGION' }))
    const said = { text: 'Words.', quoteType: 'INDIRECT', act: 'STATE' }
    const graph = graphOf({
      places,
      actors: [{ slug: 'speaker', name: 'Speaker', type: 'PERSON' }],
      sources: [{ slug: 'report', title: 'Report', kind: 'ARTICLE' }],
      statements: [{ slug: 'said', source: 'report', speaker: 'speaker', about: ['a', 'b'], ...said }],
    })
    const about = () =>
      all(graph, 'select e.slug from statement_about a join entity e on e.id = a.entity_id order by 1')
    await expectOneByOne(graph, ['a', 'b'], 'c', about, {
      merged: ['c'],
      firstApart: ['a', 'c'],
      bothApart: ['a', 'b'],
    })
  })
})

/** Those with which something was left of merges once. */
const found = [39, 208, 243, 347]

it.each([...found, ...SEEDS])(
  'merges come apart in any order, and nothing is left (seed %i)',
  async (seed) => {
    const random = new Random(seed)
    const graph = newGraph(path)
    graphOf(new RandomEditor(graph, path, random).dossier(), graph)
    const before = exported(graph)
    const slugs = (table: string) => all(graph, `select slug from ${table} order by id`) as string[]
    const standing: string[] = []
    const done: string[] = []
    const takeOneApart = async () => {
      const revision = random.pick(standing)
      if (!(await takeApart(graph, revision))) return
      standing.splice(standing.indexOf(revision), 1)
      done.push(`apart ${revision}`)
    }
    for (const _ of upTo(40)) {
      if (standing.length > 0 && random.chance(0.25)) await takeOneApart()
      else {
        const known = slugs(random.pick(['entity', 'claim']))
        const [into, from] = [random.pick(known), random.pick(known)]
        const revision = await merge(graph, from, into)
        if (revision === null) continue
        standing.push(revision)
        done.push(`${revision}: ${from} into ${into}`)
      }
    }
    while (standing.length > 0) await takeOneApart()
    expect(exported(graph), done.join('\n')).toBe(before)
    expect(checkGraph(graph)).toEqual([])
    graph.close()
  },
)
