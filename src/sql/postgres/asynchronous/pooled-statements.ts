import type { QueryConfig } from 'pg'
import type { ServerPool } from '../pools/pool.ts'
import type { StatementLimits } from './running-statement.ts'
import { openSession } from './session.ts'
import { SharedLines } from './shared-lines.ts'
import { type AskedStatement, isNamed, type NamedStatement, type StatementResult } from './statement-group.ts'

/** Milliseconds within which a quick statement is answered, the way to the server and back included. */
const QUICK = 25

/**
 * Statements that are run over the connections of a pool, none of them in a transaction. One that was quick by itself goes together
 * with others from then on, until it holds them up; all others have a connection to themselves.
 */
export class PooledStatements {
  readonly #pool: ServerPool
  readonly #lines: SharedLines
  /** The names of those that are known to be quick. */
  readonly #quick = new Set<string>()

  constructor(pool: ServerPool) {
    this.#pool = pool
    this.#lines = new SharedLines(pool)
  }

  /** Runs one that only reads: it may be run twice. */
  read<Row extends object>(query: QueryConfig, limits: StatementLimits): Promise<StatementResult<Row>> {
    if (!isNamed(query)) return this.runAlone<Row>(query, limits)
    return this.#quick.has(query.name) ? this.#shared<Row>(query, limits) : this.#timed<Row>(query, limits)
  }

  async runAlone<Row extends object>(
    query: QueryConfig,
    limits: StatementLimits,
  ): Promise<StatementResult<Row>> {
    const session = await openSession(this.#pool)
    return session.run<Row>(query, limits).finally(() => session.end())
  }

  #shared<Row extends object>(query: NamedStatement, limits: StatementLimits): Promise<StatementResult<Row>> {
    return new Promise((resolve, reject) => {
      this.#lines.add({
        query,
        limits,
        resolve: resolve as AskedStatement['resolve'],
        reject,
        runAlone: () => void this.runAlone<Row>(query, limits).then(resolve, reject),
        noteSlow: () => void this.#quick.delete(query.name),
      })
    })
  }

  async #timed<Row extends object>(
    query: NamedStatement,
    limits: StatementLimits,
  ): Promise<StatementResult<Row>> {
    const session = await openSession(this.#pool)
    const start = performance.now()
    try {
      const result = await session.run<Row>(query, limits)
      if (performance.now() - start < QUICK) this.#quick.add(query.name)
      return result
    } finally {
      session.end()
    }
  }
}
