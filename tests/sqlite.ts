import type { Database } from 'better-sqlite3'
import type { Graph } from '../src/model/graph.ts'
import { Connection } from '../src/sql/sqlite/connection.ts'

/** The connection on which a graph of a file is read, for what only SQLite tells: plans, and what stands in its tables. */
export function connectionOf({ engine }: Graph): Connection {
  if (!(engine instanceof Connection)) throw new Error('The graph is not in a file.')
  return engine
}

export const databaseOf = (graph: Graph): Database => connectionOf(graph).db
