import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  parse,
} from 'graphql'
import { expect, it } from 'vitest'
import { batchRelation, markBatch } from '../../src/api/kit/batch.ts'
import type { Context } from '../../src/api/kit/builder.ts'
import { CompiledQuery } from '../../src/api/run/compile.ts'
import { upTo, worlds } from '../graph-fixture.ts'

interface Row {
  readonly id: number
}

const schema = buildSchema(`
  type Query { rows: [Row!]! one: Row }
  type Row { id: Int! next: Row nextRows: [Row!]! alone: Row name: String! none: String wrong: Int! missing: Int! }
`)
const { graph } = worlds().empty()

const turn = () => new Promise(setImmediate)
let asked = 0

const later = async <T>(value: T): Promise<T> => {
  asked++
  await turn()
  return value
}
const rowsOf = (ids: readonly number[]) => markBatch(ids.map((id): Row => ({ id })))
/** What is loaded for all rows of a batch at once, after a while. */
const loaded = <R>(of: (row: Row) => R) =>
  batchRelation(
    (_: Context, rows: readonly Row[]) => later(new Map(rows.map((row) => [row.id, of(row)]))),
    (found, row) => found.get(row.id),
  )
const resolvers: Record<string, Record<string, unknown>> = {
  Query: { rows: () => later(rowsOf(upTo(20))), one: () => ({ id: 1 }) },
  Row: {
    next: loaded(({ id }) => (id % 3 === 0 ? null : { id: id + 1 })),
    nextRows: loaded(({ id }) => rowsOf(upTo(id % 4))),
    alone: ({ id }: Row) => later({ id: id + 2 }),
    name: loaded(({ id }) => `row ${id}`),
    none: loaded(() => null),
    wrong: async () => {
      await turn()
      throw new Error('That is wrong.')
    },
    missing: () => later(null),
  },
}
for (const [type, fields] of Object.entries(resolvers))
  for (const [name, resolve] of Object.entries(fields)) {
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name]
    if (field) field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>
  }

const contextValue = { graph }

function compiled(document: string) {
  const [operation] = parse(document).definitions
  const scope = { schema, fragments: new Map(), variables: {} }
  return new CompiledQuery(scope, operation as OperationDefinitionNode, true).run(undefined, contextValue, {})
}

it.each([
  '{ rows { id } }',
  '{ rows { name id next { id name } none } one { id name } }',
  '{ rows { nextRows { id name next { name } } a: next { name } b: next { id } } }',
  '{ rows { alone { alone { id name } } } }',
  '{ one { id } }',
])('what comes later is answered as graphql-js does, in the same order of fields: %s', async (document) => {
  const { data } = await execute({ schema, document: parse(document), contextValue })
  expect(JSON.stringify(await compiled(document))).toBe(JSON.stringify(data))
})

it.each(['{ rows { wrong } }', '{ rows { name missing } }', '{ one { alone { wrong } } rows { name } }'])(
  'what goes wrong later is left to graphql-js: %s',
  async (document) => {
    await expect(async () => compiled(document)).rejects.toThrow()
  },
)

it('what all rows need is asked for once', async () => {
  asked = 0
  await compiled('{ rows { name } }')
  expect(asked).toBe(2)
})
