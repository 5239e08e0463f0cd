import { beforeAll, describe, expect, it } from 'vitest'
import { Editing } from './api-edits.ts'
import { dbOf } from './engine.ts'
import { type Answer, dispute, upTo, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { of, empty } = worlds()

const preview = `query ($into: ID!, $from: [ID!]!) {
  mergePreview(into: $into, from: $from) {
    node { id } from { id }
    moves { type field count }
    clashes { rule message count }
    problems { __typename message path ... on Invalid { nearest } }
  }
}`
const previewOf = (world: World, into: string, from: readonly string[]): Answer =>
  world.ask(preview, { into, from }).mergePreview

describe('the preview of a merge', () => {
  const world = of(dispute)
  const slugs = (...keys: string[]) =>
    keys.map((slug) => world.ask('query ($slug: ID!) { node(id: $slug) { id } }', { slug }).node.id)

  it('tells what will name the one that stays, what clashes, and by which rule that is resolved', () => {
    const [arland, borland] = slugs('arland', 'borland')
    expect(previewOf(world, 'arland', ['borland'])).toEqual({
      node: { id: arland },
      from: [{ id: borland }],
      moves: [
        { type: 'ACTOR', field: 'allegiance', count: 1 },
        { type: 'EVENT', field: 'participants', count: 1 },
        { type: 'CLAIM', field: 'subject', count: 1 },
        { type: 'STATEMENT', field: 'speaker', count: 3 },
        { type: 'STATEMENT', field: 'about', count: 3 },
      ],
      clashes: [
        { rule: 'ABOUT_TWICE', message: 'A statement that is about both is then about one.', count: 1 },
      ],
      problems: [],
    })
  })

  it.each([
    ['arland', ['arland'], /is the node that stays/, ['from', '0']],
    ['arland', ['anna-muller'], /is of the type PERSON/, ['from', '0']],
    ['arland', ['highland'], /is of another kind/, ['from', '0']],
    ['arland', ['borlant'], /did you mean borland/, ['from', '0']],
    ['nobody', ['arland'], /is not the id or slug of/, ['into']],
    ['borland-did-it', ['riders-did-it'], /contradicts another of these claims/, ['from', '0']],
    ['borland-did-it', ['arland'], /is not the id or slug of a claim/, ['from', '0']],
    ['arland', upTo(101).map(() => 'borland'), /at most 100/, ['from']],
  ])(
    'of %s and %s tells what stands in the way, as the merge itself would',
    async (into, from, says, path) => {
      const { node, from: none, moves, clashes, problems } = previewOf(world, into, from)
      expect([node, none, moves, clashes]).toEqual([null, [], [], []])
      expect(problems).toMatchObject([{ __typename: 'Invalid', message: expect.stringMatching(says), path }])
      const merge = into.includes('did-it') ? 'mergeClaims' : 'mergeEntities'
      const { done } = await new Editing(world).ask(
        `mutation ($into: ID!, $from: [ID!]!) {
        done: ${merge}(into: $into, from: $from) { problems { __typename message path ... on Invalid { nearest } } }
      }`,
        { into, from },
      )
      expect(done.problems).toEqual(problems)
    },
  )

  it('is of what has been merged already, by its old name', async () => {
    const own = of(dispute)
    await new Editing(own).ask(
      'mutation { mergeEntities(into: "raid", from: ["truce"]) { problems { message } } }',
    )
    expect(previewOf(own, 'truce', ['talks'])).toEqual(previewOf(own, 'raid', ['talks']))
    expect(previewOf(own, 'raid', ['truce']).problems).toHaveLength(1)
  })
})

describe('the preview of a merge of many', () => {
  const world = empty()
  let events: string[] = []
  beforeAll(() => {
    fill(world, 200)
    events = world.ask('{ events(first: 60) { nodes { id } } }').events.nodes.map(({ id }: Answer) => id)
  })

  it('asks as many SQL statements for fifty nodes as for one', () => {
    const statementsFor = (count: number): number => {
      const [into = '', ...from] = events
      let statements = 0
      world.graph.engine.onStatement = () => statements++
      const { problems, from: merged } = previewOf(world, into, from.slice(0, count))
      world.graph.engine.onStatement = null
      expect(problems).toEqual([])
      expect(merged).toHaveLength(count)
      return statements
    }
    const one = statementsFor(1)
    expect(statementsFor(50)).toBe(one)
    expect(one).toBeLessThanOrEqual(6)
  })

  it('counts what the merge then moves and resolves, among those that are merged too', async () => {
    const [into = '', ...from] = events.slice(0, 12)
    const keys = [into, ...from].map((id) => Number(id.split('_')[1])).join()
    const { moves, clashes } = previewOf(world, into, from)
    const rows = (table: string, column: string): number =>
      Number(
        dbOf(world.writer)
          .prepare(`select count(*) from ${table} where ${column} in (${keys})`)
          .pluck()
          .get(),
      )
    const countsNow = () => ({
      about: rows('statement_about', 'entity_id'),
      participants: rows('participation', 'event_id'),
    })
    const before = countsNow()
    const clash = (rule: string) => clashes.find((one: Answer) => one.rule === rule)?.count ?? 0
    expect(clash('ABOUT_TWICE') + clash('PARTICIPANT_TWICE')).toBeGreaterThan(0)
    expect(moves).toContainEqual({
      type: 'CLAIM',
      field: 'event',
      count: rows('claim', 'event_id') - rowsOfInto(),
    })

    const { done } = await new Editing(world).ask(
      'mutation ($into: ID!, $from: [ID!]!) { done: mergeEntities(into: $into, from: $from) { problems { message } } }',
      { into, from },
    )
    expect(done.problems).toEqual([])
    expect(countsNow()).toEqual({
      about: before.about - clash('ABOUT_TWICE'),
      participants: before.participants - clash('PARTICIPANT_TWICE'),
    })

    function rowsOfInto(): number {
      const [key] = keys.split(',')
      return Number(
        dbOf(world.writer).prepare(`select count(*) from claim where event_id = ${key}`).pluck().get(),
      )
    }
  })
})

describe('where a name came from', () => {
  const asked = `{ node(id: "raid") { ... on Event {
    labels { lang text mergedFrom { nodeId slug revision { id action note by { name } } } }
    links { scheme value mergedFrom { slug } }
  } } }`

  it('is told of each that a merge brought, and of none that the node had itself', async () => {
    const world = of(dispute)
    const editing = new Editing(world)
    const own = world.ask(asked).node
    expect(own.labels.every(({ mergedFrom }: Answer) => mergedFrom.length === 0)).toBe(true)
    const { node } = world.ask('{ node(id: "truce") { id } }')
    await editing.ask(`mutation { recordEvent(input: { id: "truce",
      labels: [{ lang: "en", texts: ["Truce", "Raid on Lviv"] }, { lang: "de", texts: ["Waffenruhe"] }],
      links: [{ scheme: "wikidata", values: ["Q42"] }] }) { problems { message } } }`)
    const { done } = await editing.ask(
      'mutation { done: mergeEntities(into: "raid", from: ["truce"], note: "The same.") { revision { id } problems { message } } }',
    )
    expect(done.problems).toEqual([])
    const { id: revision } = done.revision
    const origin = {
      nodeId: node.id,
      slug: 'truce',
      revision: { id: revision, action: 'MERGE', note: 'The same.', by: null },
    }
    const after = world.ask(asked).node
    expect(after.labels).toEqual([
      ...own.labels,
      { lang: 'en', text: 'Truce', mergedFrom: [origin] },
      { lang: 'de', text: 'Waffenruhe', mergedFrom: [origin] },
    ])
    expect(after.links).toEqual([{ scheme: 'wikidata', value: 'Q42', mergedFrom: [{ slug: 'truce' }] }])

    await editing.ask(`mutation { unmerge(revision: "${revision}") { problems { message } } }`)
    expect(world.ask(asked).node).toEqual(own)
  })

  it('asks as many SQL statements for two hundred nodes as for ten', async () => {
    const world = empty()
    fill(world, 200)
    const ids = world.ask('{ places(first: 200) { nodes { id } } }').places.nodes.map(({ id }: Answer) => id)
    for (const at of upTo(5))
      await new Editing(world).ask(
        'mutation ($into: ID!, $from: [ID!]!) { mergeEntities(into: $into, from: $from) { problems { message } } }',
        { into: ids[at], from: [ids[at + 100], ids[at + 110]] },
      )
    const statementsFor = (first: number): number => {
      let statements = 0
      world.graph.engine.onStatement = () => statements++
      const { places } = world.ask(
        'query ($first: Int) { places(first: $first) { nodes { labels { mergedFrom { slug revision { id } } } links { mergedFrom { slug } } } } }',
        { first },
      )
      world.graph.engine.onStatement = null
      const found = JSON.stringify(places).match(/revision_/g)?.length ?? 0
      expect(found).toBeGreaterThan(0)
      return statements
    }
    expect(statementsFor(190)).toBe(statementsFor(60))
  })
})
