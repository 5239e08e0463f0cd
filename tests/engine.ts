import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Graph } from '../src/model/graph.ts'
import * as open from '../src/model/open.ts'
import type { Engine, ImmediateEngine } from '../src/sql/engine.ts'
import type { WriterOptions } from '../src/sql/engine-kind.ts'
import { BlockingEngine } from '../src/sql/postgres/blocking/blocking-engine.ts'
import { Connection, openReadConnection } from '../src/sql/sqlite/connection.ts'
import { PlainDatabase } from './plain-database.ts'
import { writtenFor } from './postgres/graph-databases.ts'

if (process.env.HEARSAY_TEST_POSTGRES) await open.loadEngine('postgres://')

/** Whether these tests are run on PostgreSQL. */
export const isOnPostgres = process.env.HEARSAY_TEST_ENGINE === 'postgres'

/** How often a property is tried: less often where each statement is a way to a server and back. */
export const runs = (count: number): number => (isOnPostgres ? Math.ceil(count / 5) : count)

/** Where the graph of a path is: the file, or a database of its own, or a schema where none was written for it yet. */
export function addressOf(path: string): string {
  if (!isOnPostgres || path.startsWith('postgres:')) return path
  const written = writtenFor(path)
  if (written) return written
  const url = new URL(process.env.HEARSAY_TEST_POSTGRES ?? '')
  url.searchParams.set('schema', `t${createHash('sha256').update(path).digest('hex').slice(0, 24)}`)
  return url.href
}

/** The addresses of the engines that were opened here. */
const addresses = new WeakMap<Engine, string>()

function remembered(engine: ImmediateEngine, path: string): ImmediateEngine {
  addresses.set(engine, addressOf(path))
  return engine
}

export const openWriter = (path: string, options: WriterOptions = {}): ImmediateEngine =>
  remembered(open.openWriter(addressOf(path), options), path)

export const openReader = (path: string): ImmediateEngine =>
  remembered(isOnPostgres ? open.openReader(addressOf(path)) : openReadConnection(path), path)

/** The graph of a path as a server reads it. */
export const openGraph = (path: string): Graph =>
  isOnPostgres ? new Graph(open.openServed(addressOf(path)).engine) : Graph.open(path)

/** As much of better-sqlite3's interface as tests look at a graph's tables by, in SQL that both engines speak. */
export type TestDatabase = Pick<Database, 'prepare' | 'exec' | 'name' | 'pragma'>

/** The database of an engine, whichever it is, to look into it. */
export function dbOf(engine: Engine): TestDatabase {
  if (engine instanceof Connection) return engine.db
  if (engine instanceof BlockingEngine)
    return new PlainDatabase(engine, addresses.get(engine) ?? '') as unknown as TestDatabase
  throw new Error('This engine has no database of its own.')
}

/** The connection of a graph that is in a file, for tests of files. */
export function connectionOf(engine: ImmediateEngine): Connection {
  if (engine instanceof Connection) return engine
  throw new Error('This graph is in no file.')
}
