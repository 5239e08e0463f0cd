import { expect, it } from 'vitest'
import { dbOf } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'

const path = folder()

it('the name of a node that was merged is known as that of the one that stays: nothing is a part of itself by it', async () => {
  const graph = new EditedGraph(path)
  const place = (slug: string) => ({ slug, name: slug, precision: 'EXACT' })
  await graph.done({ kind: 'record', items: { places: [place('merged'), place('stays')] } })
  await graph.done({ kind: 'merge', of: 'ENTITY', into: 'stays', from: ['merged'] })
  for (const item of [
    { ...place('merged'), partOf: 'stays' },
    { ...place('stays'), partOf: 'merged' },
  ])
    expect((await graph.write({ kind: 'record', items: { places: [item] } })).problems).toMatchObject([
      { message: expect.stringContaining('is the place itself') },
    ])
})

const organization = (slug: string, more: Record<string, unknown> = {}) => ({
  ...{ slug, name: slug, type: 'ORGANIZATION', kind: 'COMPANY' },
  ...more,
})
const merge = (from: string) => ({ kind: 'merge', of: 'ENTITY', into: 'stays', from: [from] }) as const

/** The names and identifiers of an organization, sorted. */
const namesOf = (graph: EditedGraph, slug: string) =>
  dbOf(graph.connection)
    .prepare<[string, string], string>(
      `select text from label where entity_id = (select id from entity where slug = ?) union all
      select value from external_id where entity_id = (select id from entity where slug = ?)`,
    )
    .pluck()
    .all(slug, slug)
    .sort()

/** Three organizations, two of which have a name and an identifier in common. */
async function sharedNames(): Promise<EditedGraph> {
  const graph = new EditedGraph(path)
  const shared = { labels: { en: ['Shared'] }, links: { wikidata: ['Q7'] } }
  const actors = [organization('first', shared), organization('second', shared), organization('stays')]
  await graph.done({ kind: 'record', items: { actors } })
  return graph
}

it('a name that was edited away after one merge goes with another merge that brought it again', async () => {
  const graph = await sharedNames()
  const start = exported(graph.connection)
  const first = await graph.done(merge('first'))
  const both = exported(graph.connection)
  const edited = await graph.done({
    kind: 'record',
    items: { actors: [organization('stays', { labels: { en: ['stays', 'first'] }, links: null })] },
  })
  const without = exported(graph.connection)
  expect(namesOf(graph, 'stays')).toEqual(['first', 'stays'])
  const second = await graph.done(merge('second'))
  expect(namesOf(graph, 'stays')).toEqual(['Q7', 'Shared', 'first', 'second', 'stays'])
  await graph.done({ kind: 'unmerge', revision: second.id })
  expect(exported(graph.connection)).toBe(without)
  await graph.done({ kind: 'undo', revision: edited.id })
  expect(exported(graph.connection)).toBe(both)
  await graph.done({ kind: 'unmerge', revision: first.id })
  expect(exported(graph.connection)).toBe(start)
})

it.each([
  [0, 1],
  [1, 0],
])(
  'a name that two merges brought goes with the last that is taken apart (%i, then %i)',
  async (...order) => {
    const graph = await sharedNames()
    const start = exported(graph.connection)
    const merges = [await graph.done(merge('first')), await graph.done(merge('second'))]
    const [one, other] = order.map((index) => merges[index]?.id ?? '')
    await graph.done({ kind: 'unmerge', revision: one ?? '' })
    expect(namesOf(graph, 'stays')).toEqual(expect.arrayContaining(['Shared', 'Q7']))
    await graph.done({ kind: 'unmerge', revision: other ?? '' })
    expect(exported(graph.connection)).toBe(start)
  },
)
