import { getIntrospectionQuery, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { parseWithinLimits } from '../../src/api/run/document.ts'
import { defaultLimits, Limiter } from '../../src/api/run/limits.ts'
import type { Measure } from '../../src/api/run/measure.ts'
import { ask, schema, startServer } from './fixture.ts'

const limiter = new Limiter(schema, defaultLimits)

function measure(query: string, variables: Record<string, unknown> = {}): Measure {
  const document = parse(query)
  const operation = document.definitions.find((it) => it.kind === 'OperationDefinition')
  if (!operation) throw new Error('The query has no operation.')
  return limiter.measure(document, operation, variables)
}
const costOf = (query: string, variables?: Record<string, unknown>) => measure(query, variables).cost

describe('cost', () => {
  test.each([
    ['scalars are free', '{ hello }', 0],
    ['an object costs one', '{ thing(id: 1) { id name } }', 1],
    ['a connection has as many as its first', '{ things(first: 3) { nodes { id } } }', 1 + 3],
    ['or its last', '{ things(last: 4) { nodes { id } } }', 1 + 4],
    ['or twenty', '{ things { nodes { id } } }', 1 + 20],
    ['null is like nothing', '{ things(first: null) { nodes { id } } }', 1 + 20],
    ['a list has as many as its default says', '{ tallies { count } }', 7],
    ['and what stands below it', '{ tallies(first: 2) { thing { id } } }', 2 * (1 + 1)],
    [
      'sizes multiply',
      '{ things(first: 3) { nodes { things(first: 5) { nodes { id } } } } }',
      1 + 3 * (1 + 1 + 5),
    ],
    [
      'a list between edges has as many as there are',
      '{ stretches(edges: ["a", "b", "c"]) { thing { id } } }',
      2 * 2,
    ],
    ['a size below nothing counts as none', '{ things(first: -5) { nodes { id } } }', 1],
    ['a type’s name is free', '{ __typename thing(id: 1) { __typename } }', 1],
    ['but not by another name', '{ a: __typename thing(id: 1) { b: __typename } }', 1 + 2],
  ])('%s', (_, query, cost) => expect(costOf(query)).toBe(cost))

  test('what the schema knows of itself costs as many as there are', () => {
    const types = Object.values(schema.getTypeMap())
    const fields = types.flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : []))
    expect(costOf('{ __type(name: "Thing") { name } }')).toBe(2)
    const once = costOf('{ __schema { types { fields { name } } } }')
    expect(once).toBeGreaterThan(2 * fields.length)
    expect(costOf('{ __schema { a: types { fields { name } } b: types { fields { name } } } }')).toBeCloseTo(
      2 * once,
      -1,
    )
  })

  test('a fragment counts wherever it is spread', () =>
    expect(
      costOf('{ a: thing(id: 1) { ...f } b: thing(id: 2) { ...f } } fragment f on Thing { parts { id } }'),
    ).toBe(2 * (1 + 20)))

  test('a variable counts as given, and else as its default', () => {
    const query = 'query($n: Int = 9) { things(first: $n) { nodes { id } } }'
    expect(costOf(query, { n: 2 })).toBe(3)
    expect(costOf(query)).toBe(10)
    expect(costOf(query, { n: null })).toBe(21)
  })

  test('edges in a variable count as given, and else as their default', () => {
    const query = 'query($e: [String!]! = ["a", "b"]) { stretches(edges: $e) { count } }'
    expect(costOf(query, { e: ['a', 'b', 'c', 'd'] })).toBe(3)
    expect(costOf(query)).toBe(1)
    expect(costOf(query, { e: Array.from({ length: 9_000 }, String) })).toBe(500)
  })

  test('no size is too large to count', () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `things(first: 2147483647) { nodes { ${deep(levels - 1)} } }`
    const { cost } = measure(`{ things(first: 2147483647) { nodes { ${deep(200)} } } }`)
    expect(cost).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('fragments that multiply each other are measured at once', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, n) => `fragment f${n} on Thing { a: parts { ...f${n + 1} } b: parts { ...f${n + 1} } }`,
    )
    expect(
      costOf(`{ thing(id: 1) { ...f0 } } ${fragments.join(' ')} fragment f60 on Thing { id }`),
    ).toBeGreaterThan(1e15)
  })

  test('the dearest field is the innermost size on the dearest way', () =>
    expect(
      measure(
        '{ a: things(first: 2) { nodes { id } } things(first: 9) { nodes { inner: things { nodes { id } } } } }',
      ).dearest,
    ).toEqual(['things', 'nodes', 'inner']))
})

describe('depth and aliases', () => {
  test('depth is how far fields stand inside each other, fragments looked into', () =>
    expect(
      measure('{ thing(id: 1) { ...f } } fragment f on Thing { parts { ... on Thing { id } } }').depth,
    ).toBe(3))
  test('introspection has no depth, however deep', () =>
    expect(measure(getIntrospectionQuery()).depth).toBe(0))
  test('aliases are counted, under introspection too', () =>
    expect(measure('{ a: hello b: hello __schema { c: types { d: name } } }').aliases).toBe(4))
  test('what is compiled under an interface is counted once for each type', () =>
    expect(measure('{ being { kin { name } } }').code).toBe(1 + 2 * (1 + 2 * 1)))
})

describe('tokens', () => {
  test('the parser stops where there are too many', () => {
    const huge = `{ ${'hello '.repeat(1_000_000)} }`
    expect(() => parseWithinLimits(defaultLimits, huge)).toThrow(/longer than 5,000 tokens/)
  })
})

describe('over HTTP', async () => {
  const { url } = await startServer()
  const deep = `{ thing(id: 1) { ${'parts { '.repeat(20)} id ${'} '.repeat(20)} } }`
  const aliases = `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: hello`).join(' ')} }`
  const dear = '{ things(first: 500) { nodes { things(first: 500) { nodes { id } } } } }'

  test.each([
    ['DEPTH_LIMIT', deep, /22 fields deep; 15/],
    ['ALIAS_LIMIT', aliases, /101 aliases; 100/],
    ['TOKEN_LIMIT', `{ ${'hello '.repeat(5_000)} }`, /5,000 tokens/],
    ['COST_LIMIT', dear, /costs 251,001; 100,000 is allowed.*dearest field is things\.nodes\.things/],
  ])('%s', async (code, query, message) => {
    const { status, data, errors } = await ask(url, query)
    expect(status).toBe(400)
    expect(data).toBeUndefined()
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code }),
      }),
    ])
  })

  test('a variable can make a document too dear that was not before', async () => {
    const query = 'query($n: Int) { things(first: $n) { nodes { things(first: 500) { nodes { id } } } } }'
    expect((await ask(url, query, { n: 1 })).errors).toBeUndefined()
    expect((await ask(url, query, { n: 500 })).errors?.[0]?.extensions.code).toBe('COST_LIMIT')
  })

  test('GraphiQL can introspect', async () => {
    const { data } = await ask(
      url,
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    )
    expect(data).toHaveProperty('__schema')
  })
})
