import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { seed, worlds } from '../graph-fixture.ts'
import { type Answer, ask, startServer } from './fixture.ts'

const { url } = await startServer({ schema, graph: worlds().of(seed).graph })
const RUSSIA = { name: 'Russia' }

/** The first time by graphql-js, from the second on compiled. */
const thrice = async (query: string, variables = {}): Promise<Answer> => {
  const answers = [
    await ask(url, query, variables),
    await ask(url, query, variables),
    await ask(url, query, variables),
  ] as const
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  return answers[0]
}

/** A part of a query in which something is named that is not there. */
const lists = [
  'statements(filter: { by: ["rusia"] }) { totalCount }',
  'statements(filter: { about: ["rusia"] }, first: 3) { nodes { id } }',
  'claims(filter: { about: ["nothing"] }) { nodes { text } }',
  'events(filter: { participant: ["rusia"] }) { nodes { name } }',
  'sources(filter: { publisher: ["rusia"] }) { nodes { title } }',
  'places(filter: { partOf: ["nowhere"] }) { nodes { name } }',
  'actors(filter: { affiliatedWith: ["rusia"] }) { totalCount }',
  'matrix(filter: { by: ["rusia"] }) { __typename }',
  'grid(filter: { by: ["rusia"] }) { __typename }',
  'neighborhood(of: "rusia") { nodes { id } }',
  'timeline(about: ["rusia"]) { totalCount }',
]

describe.each(lists)('a slug that is not there in %s', (list) => {
  test('empties that place alone, where it has one of its own', async () => {
    const answer = await thrice(
      `{ a: query { ${list} } b: query { actor(id: "russia") { name } } russia: actor(id: "russia") { name } }`,
    )
    expect(answer.data).toEqual({ a: null, b: { actor: RUSSIA }, russia: RUSSIA })
    expect(answer.errors).toHaveLength(1)
    expect(answer.errors?.[0]).toMatchObject({ path: ['a', expect.any(String)] })
  })

  test('empties all of it at the root, where a list is never null', async () => {
    const answer = await thrice(`{ ${list} russia: actor(id: "russia") { name } }`)
    expect(answer.data).toBeNull()
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

test.each(['actor', 'place', 'event', 'source', 'claim', 'statement', 'node'])(
  'one %s that is not there is null, and no error',
  async (field) => {
    const answer = await thrice(
      `{ a: ${field}(id: "nobody") { id } b: ${field}(id: "statement_999999") { id } russia: actor(id: "russia") { name } }`,
    )
    expect(answer).toMatchObject({ status: 200, data: { a: null, b: null, russia: RUSSIA } })
    expect(answer.errors).toBeUndefined()
  },
)

test('a slug that is not there in a list of one node empties that node alone', async () => {
  const answer = await thrice(
    `query ($about: [ID!]) {
      a: actor(id: "ukraine") { name statements(filter: { about: $about }) { totalCount } }
      russia: actor(id: "russia") { name }
    }`,
    { about: ['rusia'] },
  )
  expect(answer.data).toEqual({ a: null, russia: RUSSIA })
})

test('the example of the guide is answered', async () => {
  const guide = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8')
  const example = /## Several lists at once.*?```graphql\n(.*?)```/s.exec(guide)?.[1] ?? ''
  const { data, errors } = await thrice(example)
  expect(errors).toBeUndefined()
  expect(data).toEqual({
    said: { statements: { totalCount: expect.any(Number) } },
    disputed: { claims: { totalCount: expect.any(Number) } },
  })
})

test('places of their own stand within each other as far as a query may be deep', async () => {
  const within = (depth: number) =>
    `${'{ query '.repeat(depth)}{ actor(id: "russia") { name } }${' }'.repeat(depth)}`
  expect((await thrice(within(13))).errors).toBeUndefined()
  expect((await thrice(within(14))).errors?.[0]?.extensions.code).toBe('DEPTH_LIMIT')
})
