import { type ExecutionResult, getOperationAST, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { CompiledQueries } from '../../src/api/run/compiled-queries.ts'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits, Limiter } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { Documents } from '../../src/server/documents.ts'
import { createGraphQLServer } from '../../src/server/graphql-server.ts'
import { AllowedOrigins } from '../../src/server/origin.ts'
import { seed, upTo, worlds } from '../graph-fixture.ts'

const { graph } = worlds().of(seed)
const limits = defaultLimits

function server() {
  const documents = new Documents()
  const origins = new AllowedOrigins([], true)
  const { yoga } = createGraphQLServer({
    schema,
    graph,
    report() {},
    origins,
    documents,
    limits,
    timeLimit: 5_000,
  })
  const ask = async (query: string) => {
    const answer = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return (await answer.json()) as ExecutionResult
  }
  return { documents, ask }
}

/** Such as programs send that write ids into their queries. */
const written = (n: number) =>
  `{ claim(id: "no-such-claim-as-number-${n}") { id slug text kind event { id slug name } } }`
const long = (n: number, length: number) => `{ search(text: "${'x'.repeat(length)}${n}") { totalCount } }`

describe('documents that come again', () => {
  test('are known as they were read', async () => {
    const { documents, ask } = server()
    const first = await ask(written(1))
    const document = documents.get(written(1))
    expect(document).not.toBeNull()
    expect(await ask(written(1))).toEqual(first)
    expect(documents.get(written(1))).toBe(document)
  })

  test('take no more than so many characters', async () => {
    const { documents, ask } = server()
    for (const n of upTo(60)) {
      expect(await ask(long(n, 15_000))).not.toHaveProperty('errors')
      expect(documents.characters).toBeLessThanOrEqual(500_000)
    }
    expect(documents.characters).toBeGreaterThan(450_000)
    expect(documents.get(long(59, 15_000))).not.toBeNull()
    expect(documents.get(long(0, 15_000))).toBeNull()
  })

  test('take no more than so many characters, however short they are', () => {
    const documents = new Documents()
    for (const n of upTo(10_000)) documents.keep(written(n), parse(written(n), { noLocation: true }))
    expect(documents.characters).toBeLessThanOrEqual(500_000)
    expect(documents.get(written(0))).toBeNull()
  })

  const aliases = (n: number) => `{ ${upTo(820).map((a) => `a${n}_${a}:stats{claims}`)} }`
  test.each<[string, (n: number) => string]>([
    ['too many aliases', aliases],
    [
      'too dear',
      (n) => `{ a${n}: claims(first: 500) { nodes { statements(first: 500) { nodes { id } } } } }`,
    ],
    ['too many tokens', (n) => `{ ${'stats { claims } '.repeat(1_700)} a${n}: __typename }`],
    ['too deep', (n) => `{ a${n}: ${'query { '.repeat(20)} __typename ${'}'.repeat(21)}`],
    ['no GraphQL', (n) => `{ claims(n: ${n} }`],
    ['not of this schema', (n) => `{ claim${n} }`],
    ['values that are none', (n) => `{ claims(first: "${n}") { totalCount } }`],
    ['without the operation', (n) => `query A { a${n}: __typename } query B { __typename }`],
    ['a NUL', (n) => `{ claims(filter: { text: "\\u0000${n}" }) { totalCount } }`],
    ['longer than 20,000 characters', (n) => long(n, 20_000)],
  ])('are not remembered where they are refused, or very long: %s', async (_, write) => {
    const { documents, ask } = server()
    for (const n of upTo(20)) await ask(write(n))
    expect(documents.characters).toBe(0)
  })
})

describe('queries that come again', () => {
  const wide = (n: number) => `{ actors(first: 1) { nodes { ${upTo(90).map((a) => `n${n}_${a}: name`)} } } }`

  test.each([
    ['400 wide ones', 400, wide],
    ['5,000 short ones', 5_000, written],
    ['100 with a long text', 100, (n: number) => long(n, 19_000)],
  ])('are compiled within so many fields, their documents counted: %s', (_, count, write) => {
    const compiled = new CompiledQueries(schema, false)
    const limiter = new Limiter(schema, limits)
    for (const n of upTo(count)) {
      const document = parse(write(n))
      const operation = getOperationAST(document)
      if (!operation) throw new Error('The query has no operation.')
      const { code } = limiter.measure(document, operation, {})
      const ask = () => compiled.answer({ document, contextValue: { graph } }, operation, code)
      expect(ask()).toBeNull()
      if (n % 25 === 0) expect(ask()).not.toBeNull()
      else ask()
      expect(compiled.size).toBeLessThanOrEqual(30_000)
    }
    expect(compiled.size).toBeGreaterThan(2_000)
  })

  test('what comes once is not compiled', () => {
    const executor = new Executor(schema, graph, { limits, timeLimit: 5_000 })
    const made: boolean[] = []
    executor.onAnswer = (isCompiled) => made.push(isCompiled)
    for (const n of upTo(400)) executor.run({ schema, document: parse(written(n)) })
    expect(made).toEqual(upTo(400).map(() => false))
  })
})
