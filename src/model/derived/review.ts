import { sql } from 'kysely'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { nodeTables } from '../../sql/review/namings.ts'
import { settleReview } from '../../sql/review/settle.ts'

const settle = settleReview.map((text) => sql<never>`${sql.raw(text)}`)

/** Keeps which actors, places, events and claims count: those of proposed origin while something accepted names them. */
export class Reviews {
  readonly #isStale: ImmediatePrepared<{ type: string }>
  readonly #settle: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine) {
    this.#isStale = engine.prepare(sql`select type from stale_review limit 1`)
    this.#settle = settle.map((text) => engine.command(text))
  }

  /** Brings those up to date that the writes of a transaction may have touched. */
  settle(): void {
    if (this.#isStale.get()) for (const statement of this.#settle) statement.run()
  }
}

/** All of it anew. */
export const rebuiltReviews = [
  ...nodeTables.map(
    (table) => sql`insert or ignore into stale_review (type, id)
      select ${sql.lit(table)}, id from ${sql.table(table)} where origin = 'PROPOSED' or review = 'PROPOSED'`,
  ),
  ...settle,
  sql`update event set review = e.review from entity as e where e.id = event.id and event.review <> e.review`,
]
