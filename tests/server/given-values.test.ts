import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { seed, upTo, worlds } from '../graph-fixture.ts'
import { ask, startServer } from './fixture.ts'

const { graph } = worlds().of(seed)
const { url } = await startServer({ schema, graph })

const errorOf = async (query: string, variables?: unknown) => {
  const { status, errors = [], data } = await ask(url, query, variables)
  expect([status, errors.length, data]).toEqual([400, 1, undefined])
  return { message: errors[0]?.message, ...errors[0]?.extensions }
}

describe('a list that is given has at most a thousand values', () => {
  const lists: readonly [string, string, string, (n: number) => unknown][] = [
    ['ids', '[ID!]', 'statements(filter: { source: $v }, first: 1) { totalCount }', (n) => `source_${n}`],
    ['slugs', '[ID!]', 'claims(filter: { about: $v }, first: 1) { totalCount }', (n) => `no-such-${n}`],
    ['dates', '[EDTF!]!', 'timelineHistogram(edges: $v) { events }', (n) => `${1_000 + n}-05-15?`],
    ['what is no date', '[EDTF!]!', 'timelineHistogram(edges: $v) { events }', () => 'someday'],
    [
      'enum values',
      '[Stance!]',
      'statements(filter: { stance: $v }, first: 1) { totalCount }',
      () => 'AFFIRMS',
    ],
    ['texts', '[String!]', 'claims(filter: { unit: $v }) { totalCount }', (n) => `unit ${n}`],
    ['nodes', '[ID!]!', 'nodes(ids: $v) { id }', (n) => `claim_${n}`],
  ]

  test.each(lists)('in a variable: %s', async (_, type, field, value) => {
    for (const length of [1_001, 60_000 / 2]) {
      const v = upTo(length).map(value)
      for (const _ of upTo(2))
        expect(await errorOf(`query ($v: ${type}) { ${field} }`, { v })).toEqual({
          message: `$v has ${length.toLocaleString('en')} values; a list may have 1,000. Ask in several requests.`,
          code: 'BAD_USER_INPUT',
          argument: ['v'],
        })
    }
  })

  test.each(lists)('in the document: %s', async (_, __, field, value) => {
    const v = upTo(1_001).map((n) => (field.includes('stance') ? value(n) : JSON.stringify(value(n))))
    expect(await errorOf(`{ ${field.replace('$v', `[${v}]`)} }`)).toMatchObject({
      message: expect.stringMatching(/^[\w.]+ has 1,001 values; a list may have 1,000\./),
      code: 'BAD_USER_INPUT',
    })
  })

  test('within an input object, and within a list', async () => {
    const query = 'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }'
    expect(await errorOf(query, { f: { not: { claim: upTo(1_001).map(String) } } })).toMatchObject({
      message: expect.stringMatching(/^\$f\.not\.claim has 1,001 values/),
      argument: ['f', 'not', 'claim'],
    })
    expect(await errorOf(query, { f: { claim: ['a', upTo(2_000)] } })).toMatchObject({
      argument: ['f', 'claim', 1],
    })
  })

  test('a thousand are taken', async () => {
    const v = upTo(1_000).map(() => 'russia')
    const query = 'query ($v: [ID!]) { statements(filter: { by: $v }) { totalCount } }'
    expect((await ask(url, query, { v })).errors).toBeUndefined()
  })

  test('nor has an object more than a thousand keys', async () => {
    const query = 'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }'
    const f = Object.fromEntries(upTo(50_000).map((n) => [`key${n}`, 1]))
    expect(await errorOf(query, { f })).toMatchObject({
      message: expect.stringMatching(/^\$f has 50,000 values/),
      argument: ['f'],
    })
  })

  test('what the operation does not know is nobody’s business', async () => {
    expect((await ask(url, '{ __typename }', { other: upTo(5_000) })).errors).toBeUndefined()
  })
})

describe('what is nested too deep is refused, and not the server’s fault', () => {
  const within = (open: string, close: string, times: number) => `${open.repeat(times)}${close.repeat(times)}`
  test.each([
    ['lists', (n: number) => `{ statements(filter: { claim: ${within('[', ']', n)} }) { totalCount } }`],
    [
      'objects',
      (n: number) =>
        `{ statements(filter: ${within('{not:', '}', n).replace(':}', ':{}}')}) { totalCount } }`,
    ],
    [
      'objects in lists',
      (n: number) =>
        `{ statements(filter: { claim: ${within('[{not:', '}]', n).replace(':}', ':1}')} }) { totalCount } }`,
    ],
    [
      'a default',
      (n: number) =>
        `query ($f: [ID] = ${within('[', ']', n)}) { statements(filter: { claim: $f }) { totalCount } }`,
    ],
    [
      'an argument of a directive',
      (n: number) => `{ stats @include(if: ${within('[', ']', n)}) { claims } }`,
    ],
    [
      'types of variables',
      (n: number) =>
        `query ($f: ${'['.repeat(n)}ID${']'.repeat(n)}) { statements(filter: { claim: $f }) { totalCount } }`,
    ],
    ['fields', (n: number) => `{ ${'query { '.repeat(n)} __typename ${'}'.repeat(n)} }`],
    ['fragments in fragments', (n: number) => `{ ${'... { '.repeat(n)} __typename ${'}'.repeat(n)} }`],
  ])('in the document: %s', async (_, write) => {
    for (const times of [550, 650, 800])
      expect(await errorOf(write(times))).toMatchObject({ code: 'DEPTH_LIMIT' })
  })

  test.each([
    ['lists', '[', ']', ''],
    ['objects', '{"not":', '}', '{}'],
  ])('in a variable: %s', async (_, open, close, core) => {
    const query = 'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }'
    const send = async (times: number) => {
      const value = `${open.repeat(times)}${core}${close.repeat(times)}`
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: `{"query":${JSON.stringify(query)},"variables":{"f":${value}}}`,
      })
      return { status: answer.status, ...((await answer.json()) as object) }
    }
    for (const times of [25, 2_450, 100_000])
      expect(await send(times)).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'DEPTH_LIMIT', allowed: 20 } }],
      })
  })

  test('twenty deep is not', async () => {
    const filter = upTo(18).reduce((inner: object) => ({ not: inner }), { stance: ['DENIES'] })
    const query = 'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }'
    expect((await ask(url, query, { f: filter })).errors).toBeUndefined()
  })
})

describe('what is no text is refused, with its path', () => {
  const nul = { what: /has the character NUL \(U\+0000\) at 2/, value: 'ab\0c' }
  const high = { what: /has half of a surrogate pair \(U\+D83D\) at 1/, value: 'a\ud83db' }
  const low = { what: /has half of a surrogate pair \(U\+DE00\) at 0/, value: '\ude00' }
  const fields: readonly [string, string, (value: string) => unknown, readonly (string | number)[]][] = [
    ['String!', 'search(text: $v) { totalCount }', (v) => v, ['v']],
    ['String!', 'storedText(text: $v)', (v) => v, ['v']],
    ['String!', 'extract(text: $v) { cue }', (v) => v, ['v']],
    ['ID!', 'claim(id: $v) { id }', (v) => v, ['v']],
    ['EDTF', 'claims(first: 1) { nodes { standing(asOf: $v) } }', (v) => v, ['v']],
    ['String', 'actors(first: 1, after: $v) { totalCount }', (v) => v, ['v']],
    ['[ID!]!', 'nodes(ids: $v) { id }', (v) => ['a', v], ['v', 1]],
    ['ActorFilter', 'actors(filter: $v) { totalCount }', (v) => ({ name: v }), ['v', 'name']],
    [
      'StatementFilter',
      'statements(filter: $v) { totalCount }',
      (v) => ({ not: { text: v } }),
      ['v', 'not', 'text'],
    ],
    [
      'StatementFilter',
      'statements(filter: $v) { totalCount }',
      (v) => ({ said: { from: v } }),
      ['v', 'said', 'from'],
    ],
    ['ClaimFilter', 'claims(filter: $v) { totalCount }', (v) => ({ unit: [v] }), ['v', 'unit', 0]],
  ]

  test.each(fields)('in a variable of type %s: %s', async (type, field, write, argument) => {
    for (const { what, value } of [nul, high, low])
      expect(await errorOf(`query ($v: ${type}) { ${field} }`, { v: write(value) })).toMatchObject({
        message: expect.stringMatching(what),
        code: 'BAD_USER_INPUT',
        argument,
      })
  })

  test.each([
    ['{ search(text: "ab\\u0000c") { totalCount } }', ['text']],
    ['{ actors(filter: { name: "ab\\u{0}c" }) { totalCount } }', ['filter', 'name']],
    ['{ nodes(ids: ["a", "ab\\u0000c"]) { id } }', ['ids', 1]],
    ['query ($t: String = "ab\\u0000c") { actors(filter: { name: $t }) { totalCount } }', ['t']],
  ])('in the document: %s', async (query, argument) => {
    expect(await errorOf(query)).toMatchObject({
      message: expect.stringMatching(nul.what),
      code: 'BAD_USER_INPUT',
      argument,
    })
  })

  test('a whole pair is a text', async () => {
    const query = 'query ($v: String!) { storedText(text: $v) }'
    expect((await ask(url, query, { v: 'a \u{1f600} b' })).data).toEqual({ storedText: 'a \u{1f600} b' })
  })
})

describe('what is told of a mistake is short, however long the mistake was', () => {
  const sizeOf = async (query: string, variables?: unknown) => {
    const { status, errors = [] } = await ask(url, query, variables)
    expect(status).toBe(400)
    return JSON.stringify(errors).length
  }

  test.each<[string, string, unknown]>([
    ['a field that there is not', `{ ${'x'.repeat(500_000)} }`, {}],
    ['a value in the document', `{ claims(first: "${'x'.repeat(500_000)}") { totalCount } }`, {}],
    ['a variable', 'query ($n: Int) { claims(first: $n) { totalCount } }', { n: 'x'.repeat(500_000) }],
    [
      'a date',
      'query ($d: [EDTF!]!) { timelineHistogram(edges: $d) { events } }',
      { d: ['2022', 'x'.repeat(500_000)] },
    ],
    [
      'keys of an object',
      'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }',
      { f: Object.fromEntries(upTo(60).map((n) => [`${'k'.repeat(9_000)}${n}`, 1])) },
    ],
  ])('%s', async (_, query, variables) => {
    expect(await sizeOf(query, variables)).toBeLessThan(150_000)
  })
})
