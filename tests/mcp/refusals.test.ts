import { describe, expect, it } from 'vitest'
import { everyRow } from '../graph.ts'
import { seed, worlds } from '../graph-fixture.ts'
import { connect, unexpected } from './connected.ts'

const world = worlds().of(seed)
const reader = await connect(world, null)
const admin = await connect(world, 'ADMIN')

describe('what a tool is given wrong is told, with what would be right', () => {
  it.each([
    ['an unknown actor', 'statements', { speaker: ['rusia'] }, /no actor “rusia”\. Did you mean russia/],
    ['an unknown claim', 'positions', { claim: 'ukrain-behind-incursion' }, /ukraine-behind-incursion/],
    ['an unknown node', 'node', { id: 'rusia' }, /Did you mean russia/],
    ['an id that was never given', 'node', { id: 'actor_99999' }, /There is no node “actor_99999”/],
    ['a node of another kind', 'positions', { claim: 'russia' }, /There is no claim “russia”/],
    ['a way from a place', 'paths', { from: 'belgorod', to: 'russia' }, /NOT_FOUND/],
    ['a date that is none', 'statements', { from: 'yesterday' }, /yesterday/],
    ['a cursor that is none', 'statements', { after: 'x' }, /cursor|after/],
    ['no argument', 'search', {}, /text/],
    [
      'an argument of another name',
      'statements',
      { speakers: ['x'] },
      /no speakers here.*speaker, onBehalfOf/,
    ],
    ['a wrong type', 'search', { text: 5 }, /text.*expected string/],
    ['a word of no vocabulary', 'statements', { act: ['SHOUT'] }, /ACCUSE/],
    ['a page that is too large', 'search', { text: 'x', first: 5_000 }, /first.*50/],
    ['a huge text', 'search', { text: 'x'.repeat(100_000) }, /1000 characters/],
    ['a huge name', 'node', { id: 'x'.repeat(100_000) }, /300 characters/],
    ['a long list', 'statements', { about: Array.from({ length: 500 }, () => 'x') }, /50/],
    ['a query with a mistake', 'graphql', { query: '{ claim' }, /Syntax Error/],
    ['a query for what is not there', 'graphql', { query: '{ nothing }' }, /Cannot query field "nothing"/],
    [
      'a query that is too dear',
      'graphql',
      { query: '{ actors(first: 500) { nodes { statements(first: 500) { nodes { id } } } } }' },
      /COST_LIMIT/,
    ],
    [
      'a query without its variable',
      'graphql',
      { query: 'query ($id: ID!) { node(id: $id) { id } }' },
      /\$id/,
    ],
    [
      'a query that is not there',
      'graphql',
      { query: 'query A { stats { actors } }', operationName: 'B' },
      /B/,
    ],
  ])('%s', async (_, name, args, told) => {
    const { text, isError } = await reader.call(name, args)
    expect(isError).toBe(true)
    expect(text).toMatch(told)
    expect(text.length).toBeLessThan(3_000)
    expect(unexpected).toEqual([])
  })

  it('a tool that is not there', async () => {
    await expect(reader.call('accept')).rejects.toThrow(/accept/)
  })
})

describe('the tool for GraphQL reads alone, whoever asks', () => {
  const removal = 'mutation Removal { remove(id: "actor_1") { revision { id } } }'
  it.each([
    ['a mutation', removal, undefined],
    ['a mutation behind a query that is asked for', `query A { stats { actors } } ${removal}`, 'A'],
    ['a mutation behind a query', `query A { stats { actors } } ${removal}`, 'Removal'],
    ['a mutation before a query', `${removal} query A { stats { actors } }`, undefined],
    ['a mutation without a name', 'mutation { undo(revision: "revision_1") { revision { id } } }', undefined],
    ['a mutation with comments before it', `# query { a }\n${removal}`, undefined],
    ['a subscription', 'subscription { revised { id } }', undefined],
    ['an extension of the schema', 'extend type Query { x: Int } { stats { actors } }', undefined],
  ])('%s', async (_, query, operationName) => {
    const before = everyRow(world.writer)
    const { isError, text } = await admin.call('graphql', { query, operationName })
    expect(isError).toBe(true)
    expect(text).toMatch(/Only queries are answered here|not executable/)
    expect(everyRow(world.writer)).toEqual(before)
  })

  it('answers introspection, and says what is too long', async () => {
    const { data } = await reader.call('graphql', { query: '{ __type(name: "Claim") { name } }' })
    expect(data).toEqual({ data: { __type: { name: 'Claim' } }, errors: [] })
    const everything =
      '{ __schema { types { name description fields { name description args { name description } } } } }'
    const { isError, text } = await reader.call('graphql', { query: everything })
    expect(isError).toBe(true)
    expect(text).toMatch(/has \d+ characters, and a tool gives 100000\. Ask for fewer/)
  })

  it('gives what there is beside an error', async () => {
    const query =
      '{ good: query { stats { actors } } bad: query { statements(filter: { by: ["nobody"] }) { totalCount } } }'
    const { data, isError } = await reader.call('graphql', { query })
    expect(isError).toBe(false)
    expect(data.data).toMatchObject({ good: { stats: {} }, bad: null })
    expect(data.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
  })
})

describe('an answer is never longer than a tool tells', () => {
  const long = 'x'.repeat(5_000)
  const proposed = {
    newSource: { slug: 'long', title: 'T', kind: 'OTHER', text: long },
    statements: Array.from({ length: 50 }, () => ({
      speaker: 'ukraine',
      text: 'y'.repeat(5_000),
      quoteType: 'INDIRECT',
      act: 'STATE',
      span: { start: 0, end: 5_000, exact: long },
    })),
  }

  it('cuts off texts, and what is read, and says so', async () => {
    const { call } = await connect(worlds().of(seed), 'EDITOR')
    expect((await call('propose_statements', proposed)).isError).toBe(false)
    const asked = { source: ['long'], proposed: true }
    const { data, text } = await call('statements', { ...asked, first: 50 })
    expect(data.statements).toHaveLength(50)
    for (const { text: said, span } of data.statements) {
      expect([said.length, span.exact.length]).toEqual([2_000, 2_000])
      expect(said.endsWith('…')).toBe(true)
    }
    expect(text.length).toBeLessThan(100_100)
    expect(text).toMatch(/This was cut off: ask for fewer with first\.$/)
    expect((await call('statements', { ...asked, first: 10 })).text).not.toContain('cut off')
  })

  it('refuses what would be too much data, but tells what was written', async () => {
    const { call } = await connect(worlds().of(seed), 'EDITOR')
    const url = `https://example.org/${'z'.repeat(1_900)}`
    const author = 'a'.repeat(2_000)
    const newSource = { ...proposed.newSource, title: 'T'.repeat(1_000), author, url, archivedUrl: url }
    const made = await call('propose_statements', { ...proposed, newSource })
    expect([made.isError, made.data.nodes.length]).toEqual([false, 51])
    expect(made.text.length).toBeLessThan(20_000)
    const { isError, text } = await call('statements', { source: ['long'], proposed: true, first: 50 })
    expect([isError, text]).toEqual([true, expect.stringMatching(/a tool gives 400000\. Ask for fewer/)])
  })
})
