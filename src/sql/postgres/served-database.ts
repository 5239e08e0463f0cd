import type { Fate, ServedEngine } from '../served-engine.ts'
import { postgresAddress } from './address.ts'
import { PostgresEngine } from './connection.ts'

export interface DatabaseOptions {
  /** Addresses of databases that follow the graph's own, and may be read from in its place. */
  readonly readFrom?: readonly string[] | undefined
  /** How many connections there are at most, to each database. */
  readonly connections?: number | undefined
}

/** Milliseconds within which a database must answer that is well. */
const LONGEST_PROBE = 3_000

const UNREACHABLE =
  'The database of the graph does not answer. The server asks it again, and goes on when it does.'

/** A graph in a database while it is served. The database may go and come back, and the graph in it stays the same. */
export class ServedDatabase implements ServedEngine {
  readonly engine: PostgresEngine
  readonly holdsThread = false
  readonly hasCopies: boolean
  readonly faults = { gone: UNREACHABLE, overwritten: UNREACHABLE, unreadable: UNREACHABLE }

  constructor(address: string, { readFrom = [], connections }: DatabaseOptions = {}) {
    const place = postgresAddress(address)
    // A copy has the graph in the same schema, unless its address names another.
    const copies = readFrom.map((copy) => postgresAddress(copy, place.schema))
    this.hasCopies = copies.length > 0
    this.engine = new PostgresEngine({ ...place, copies, ...(connections && { connections }) })
  }

  fate(): Fate {
    return 'same'
  }

  requireRows(): Promise<void> {
    // Where there are copies, whoever reads is answered while the database itself is gone.
    return this.engine.within(LONGEST_PROBE, () => this.engine.fromCopy(0, () => this.engine.probe()))
  }
}
