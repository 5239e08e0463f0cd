import type { ExecutionResult } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { seed, upTo, worlds } from '../graph-fixture.ts'
import { type Answer, ask, startServer } from './fixture.ts'

const { graph } = worlds().of(seed)
const { url } = await startServer({ schema, graph })
const { data } = await ask(url, '{ statements(first: 500) { nodes { claim { id } } } }')
const { nodes } = (data as { statements: { nodes: { claim: object | null }[] } }).statements
const onClaims = nodes.filter(({ claim }) => claim).length

/** One error for each statement on a claim and each alias: asOf has no end. */
const statements = '{ nodes { id claim { standing(asOf: "2022/..") } } }'
const wrong = (aliases: number) =>
  `{ ${upTo(aliases).map((n) => `a${n}: statements(first: 500) ${statements}`)} }`

/** The least that graphql-js, asked alone, would say of each place. */
const told = ({ errors = [] }: Answer | ExecutionResult) =>
  errors.map(({ message, path }) => ({ message, path }))

describe.each([1, 2, 3])('of many errors some are told (run %i)', () => {
  test('those of one list, where they are few', async () => {
    const { errors } = await ask(url, wrong(1))
    expect(errors).toHaveLength(onClaims)
    expect(errors?.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT')).toBe(true)
  })

  test('a hundred, and how many there are besides; the data are what they would be', async () => {
    const { errors = [], data } = await ask(url, wrong(20))
    expect(errors).toHaveLength(101)
    expect(errors.slice(0, 100).map(({ extensions }) => extensions.code)).toEqual(
      upTo(100).map(() => 'BAD_USER_INPUT'),
    )
    expect(new Set(told({ status: 200, errors }).map(({ path }) => String(path))).size).toBe(101)
    expect(errors[100]).toEqual({
      message: `${(20 * onClaims - 100).toLocaleString('en')} more errors are not told.`,
      extensions: { code: 'MORE_ERRORS' },
    })
    const lists = Object.values(data as Record<string, { nodes: { claim: unknown; id: string }[] }>)
    expect(lists).toHaveLength(20)
    for (const list of lists) {
      expect(list.nodes).toHaveLength(nodes.length)
      expect(list.nodes.every(({ claim, id }) => claim === null && id !== null)).toBe(true)
    }
  })

  test('each with its place, however many lines the document has', async () => {
    const lines = '\n'.repeat(300_000)
    const { errors = [] } = await ask(url, `${lines}${wrong(20)}`)
    expect(errors).toHaveLength(101)
    const column = wrong(20).indexOf('standing') + 1
    expect(errors[0]?.locations).toEqual([{ line: 300_001, column }])
  })
})

describe('places are counted in lines', () => {
  test.each([
    ['\n', '\n'],
    ['\r\n', '\r\n'],
    ['\r', '\r'],
    ['mixed', '\r\n\n\r'],
  ])('that end in %j', async (_, end) => {
    const count = end === '\r\n\n\r' ? 3 : 1
    const broken = `{${end}stats { claims }${end}   statements(first: 700) { totalCount } }`
    const unknown = `{${end}stats { claims }${end}  ${'# what is this'}${end}   state }`
    expect((await ask(url, broken)).errors?.[0]?.locations).toEqual([{ line: 1 + 2 * count, column: 4 }])
    expect((await ask(url, unknown)).errors?.[0]?.locations).toEqual([{ line: 1 + 3 * count, column: 4 }])
  })

  test('of validation, too, and with every place', async () => {
    const fragments = upTo(120).map(() => 'fragment F on Query { __typename }\n')
    const query = `${'\n'.repeat(200_000)}${fragments.join('')}{ ...F }`
    const { errors = [] } = await ask(url, query)
    expect(errors.length).toBeLessThanOrEqual(101)
    expect(errors[0]?.locations).toEqual([
      { line: 200_001, column: 10 },
      { line: 200_002, column: 10 },
    ])
  })
})
