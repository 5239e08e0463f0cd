import {
  buildSchema,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  parse,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits, type Limits } from '../../src/api/run/limits.ts'
import { UserError } from '../../src/values/errors.ts'
import { upTo, worlds } from '../graph-fixture.ts'

/** Every `later` waits, as for a database across a network, while other operations go on. */
const schema = buildSchema(`
  type Query { step: Step! }
  type Step { later: Step! laterRows: [Step!]! rows(count: Int!): [Step!]! text: String! wrong: Int wrongLater: Int }
`)
const { graph } = worlds().empty()

const turn = () => new Promise(setImmediate)

const resolvers: Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>> = {
  Query: { step: () => ({}) },
  Step: {
    later: async () => {
      await turn()
      return {}
    },
    laterRows: async () => {
      await turn()
      return upTo(10).map(() => ({}))
    },
    rows: (_, { count }) => upTo(count).map(() => ({})),
    text: () => 'x'.repeat(100),
    wrong: () => {
      throw new UserError('That is wrong.')
    },
    wrongLater: async () => {
      await turn()
      throw new UserError('That is wrong.')
    },
  },
}
for (const [type, fields] of Object.entries(resolvers))
  for (const [name, resolve] of Object.entries(fields)) {
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name]
    if (field) field.resolve = resolve
  }

interface Bounds {
  readonly limits?: Partial<Limits>
  readonly timeLimit?: number
}

/** An operation of this name, ready to be run within its bounds. */
function operation(name: string, selection: string, { limits, timeLimit = 60_000 }: Bounds = {}) {
  const executor = new Executor(schema, graph, { limits: { ...defaultLimits, ...limits }, timeLimit })
  const document = parse(`query ${name} { step { ${selection} } }`)
  const made: boolean[] = []
  executor.onAnswer = (isCompiled) => made.push(isCompiled)
  return { made, run: () => executor.run({ schema, document }) }
}

const codes = ({ errors = [] }: ExecutionResult) => errors.map(({ extensions }) => extensions.code)
const messages = ({ errors = [] }: ExecutionResult) => errors.map(({ message }) => message)

/** Three times in turn something is asked that waits, and with each something that the budget is for. */
const threeTimes = (selection: string) =>
  `later { ${selection} later { ${selection} later { ${selection} } } }`

const cases: readonly (readonly [what: string, selection: string, small: Bounds, told: readonly string[]])[] =
  [
    [
      'rows',
      threeTimes('rows(count: 10) { text }'),
      { limits: { rows: 29 } },
      ['The answer holds more than 29 rows. Ask for fewer, or in several requests.'],
    ],
    [
      'rows of lists that are waited for',
      threeTimes('laterRows { text }'),
      { limits: { rows: 29 } },
      ['The answer holds more than 29 rows. Ask for fewer, or in several requests.'],
    ],
    [
      'characters',
      threeTimes('text'),
      { limits: { characters: 300 } },
      ['The answer holds more than 300 characters. Ask for fewer, or in several requests.'],
    ],
    [
      'time',
      threeTimes('rows(count: 500) { text rows(count: 1) { text } }'),
      { timeLimit: -1 },
      ['The query took too long and was stopped.'],
    ],
  ]

describe.each(['graphql-js', 'compiled'])('two operations that wait in turns (%s)', (engine) => {
  /** The answers of two operations, each within its own bounds. */
  async function both(selection: string, first: Bounds, second: Bounds) {
    const operations = [operation('a', selection, first), operation('b', selection, second)]
    if (engine === 'compiled') for (const { run } of operations) await run()
    const answers = operations.map(({ run }) => run())
    // Both have begun before either goes on.
    for (const answer of answers) expect(answer).toBeInstanceOf(Promise)
    return Promise.all(answers)
  }

  it.each(cases)('each have their own %s', async (_, selection, small, told) => {
    const [a, b] = await both(selection, small, {})
    expect(messages(a as ExecutionResult)).toEqual(expect.arrayContaining([...told]))
    expect(b).not.toHaveProperty('errors')
    const [c, d] = await both(selection, {}, small)
    expect(c).not.toHaveProperty('errors')
    expect(messages(d as ExecutionResult)).toEqual(expect.arrayContaining([...told]))
  })

  it.each(['wrong', 'wrongLater'])('each are told of their own errors (%s)', async (field) => {
    const selection = threeTimes(`rows(count: 10) { ${field} }`)
    const [a, b] = await both(selection, { limits: { errors: 3 } }, {})
    expect(messages(a as ExecutionResult)).toEqual([
      ...upTo(3).map(() => 'That is wrong.'),
      '27 more errors are not told.',
    ])
    expect(codes(a as ExecutionResult).at(-1)).toBe('MORE_ERRORS')
    expect(messages(b as ExecutionResult)).toEqual(upTo(30).map(() => 'That is wrong.'))
  })
})

it('while one waits, another is answered by a compiled query, each within its own bounds', async () => {
  const enough = { limits: { rows: 30, characters: 4_000 } }
  const waiting = operation('a', threeTimes('rows(count: 10) { text }'), enough)
  const quick = operation('b', 'rows(count: 30) { text }', enough)
  const tooSmall = operation('c', 'rows(count: 30) { text }', { limits: { rows: 29 } })
  for (const { run } of [quick, tooSmall]) run()
  const answer = waiting.run()
  expect(answer).toBeInstanceOf(Promise)
  await turn()
  expect(quick.run()).not.toHaveProperty('errors')
  expect(quick.made).toEqual([false, true])
  expect(tooSmall.run()).toMatchObject({ errors: [{ extensions: { code: 'COST_LIMIT', allowed: 29 } }] })
  expect(await answer).not.toHaveProperty('errors')
})
