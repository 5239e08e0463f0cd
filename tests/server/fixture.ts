import { mkdtempSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { buildSchema, GraphQLError, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import type { Context } from '../../src/api/kit/builder.ts'
import type { Graph } from '../../src/model/graph.ts'
import { type AppOptions, createApp } from '../../src/server/app.ts'
import { listen, urlOf } from '../../src/server/listen.ts'
import { stopServer } from '../../src/server/shutdown.ts'
import { NotFoundError, UserError } from '../../src/values/errors.ts'
import { openGraph } from '../engine.ts'
import { writeGraph } from '../made-graph.ts'
import { dropDatabasesIn } from '../postgres/graph-databases.ts'
import { databaseOf } from '../sqlite.ts'

/** A schema that is none of Hearsay's, so that the server is tried on its own. */
export const schema = buildSchema(`
  type Query {
    hello(name: String = "world"): String!
    things(first: Int, after: String, last: Int): ThingConnection!
    tallies(first: Int = 7): [Tally!]!
    stretches(edges: [String!]!): [Tally!]!
    thing(id: ID!): Thing
    being: Being
    endless: Int
    missing: Int
    wrong: Int
    broken: Int
    coded: Int
  }
  interface Being { name: String! kin: Being }
  type Cat implements Being { name: String! kin: Being }
  type Dog implements Being { name: String! kin: Being }
  type Thing { id: ID! name: String! things(first: Int): ThingConnection! parts: [Thing!]! }
  type ThingConnection { nodes: [Thing!]! totalCount: Int! }
  type Tally { count: Int! thing: Thing! }
`)

interface Thing {
  readonly id: string
  readonly name: string
}
const thing = (id: string): Thing => ({ id, name: `thing ${id}` })
const things = (count: number) => ({
  nodes: Array.from({ length: count }, (_, index) => thing(String(index))),
  totalCount: count,
})

const resolvers: Record<string, Record<string, GraphQLFieldResolver<unknown, Context>>> = {
  Query: {
    hello: (_, { name }) => `Hello ${name}`,
    things: (_, { first, last }) => {
      if ((first ?? last) > 500) throw new UserError('first is too large.', ['first'])
      return things(first ?? last ?? 20)
    },
    tallies: (_, { first }) => Array.from({ length: first }, (_, count) => ({ count, thing: thing('1') })),
    thing: (_, { id }) => thing(id),
    being: () => ({ __typename: 'Cat', name: 'Tom', kin: null }),
    endless: (_, __, { graph }) =>
      databaseOf(graph)
        .prepare(
          'with recursive n(i) as (select 1 union all select i + 1 from n where in_time(i)) select count(*) from n',
        )
        .pluck()
        .get(),
    missing: () => {
      throw new NotFoundError('There is no actor "rusia".', ['russia'], ['filter', 'about', 0])
    },
    wrong: () => {
      throw new UserError('That is wrong.', ['first'])
    },
    broken: () => {
      throw new Error('the secret plan')
    },
    coded: () => {
      throw new GraphQLError('Not for you', { extensions: { code: 'FORBIDDEN' } })
    },
  },
  Thing: { things: (_, { first }) => things(first ?? 20), parts: () => [] },
}

for (const [type, fields] of Object.entries(resolvers))
  for (const [name, resolve] of Object.entries(fields)) {
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name]
    if (field) field.resolve = resolve
  }

export function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'hearsay-'))
  afterAll(() => dropDatabasesIn(path))
  return path
}

/** An empty graph of its own. */
export function emptyGraph(): Graph {
  const path = join(emptyFolder(), 'graph.db')
  writeGraph(path)
  return openGraph(path)
}

/** Collects what is logged. */
export function memoryLog() {
  const lines: Record<string, unknown>[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  return { lines, log: pino({ level: 'debug' }, stream) }
}

/** A server on a free port, until the test file ends. */
export async function startServer(options: Partial<AppOptions> = {}) {
  const { log, lines } = memoryLog()
  const graph = options.graph ?? emptyGraph()
  const app = createApp({ schema, graph, log, ...options })
  const server: Server = await listen(app.handle, { host: '127.0.0.1', port: 0 })
  afterAll(() => stopServer(server, 100))
  return { url: urlOf(server), lines, graph, server }
}

export interface Answer {
  readonly status: number
  readonly data?: Record<string, unknown> | null
  readonly errors?: {
    message: string
    path?: unknown
    locations?: unknown
    extensions: Record<string, unknown>
  }[]
}

/** Asks by POST, as a client does. */
export async function ask(url: string, query: string, variables?: unknown): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}
