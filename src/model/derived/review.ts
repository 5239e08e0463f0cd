import { type RawBuilder, sql } from 'kysely'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { nodeTables } from '../../sql/review/namings.ts'
import { findReviews, writeReviews } from '../../sql/review/settle.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { typeIn } from '../nodes/type-in.ts'
import type { TouchedNodes } from './touched-nodes.ts'

type SqlText = RawBuilder<never>

/** Those whose review is another than it must be. */
const changed = sql<{ type: NodeType; id: number }>`${sql.join(
  nodeTables.map(
    (
      table,
    ) => sql`select ${typeIn(table)} as type, n.id from stale_review as s cross join ${sql.table(table)} as n
      where s.type = ${sql.lit(table)} and n.id = s.id and (n.review = 'ACCEPTED') <> (s.accepted = 1)`,
  ),
  sql` union all `,
)}`

/**
 * Events have a copy, for what walks them in the order of time.
 *
 * @param which Chooses among the entities `e`.
 */
const copyToEvents = (which: RawBuilder<unknown>): SqlText => sql`update event set review = e.review
  from entity as e where e.id = event.id and event.review <> e.review and ${which}`

/** Keeps which actors, places, events and claims count: those of proposed origin while something accepted names them. */
export class Reviews {
  readonly #touched: TouchedNodes
  readonly #isStale: ImmediatePrepared<{ found: number }>
  readonly #find: readonly ImmediateCommand[]
  readonly #changed: ImmediatePrepared<{ type: NodeType; id: number }>
  readonly #write: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine, touched: TouchedNodes) {
    this.#touched = touched
    this.#isStale = engine.prepare(sql`select 1 as found from stale_review limit 1`)
    this.#find = findReviews.map((text) => engine.command(text))
    this.#changed = engine.prepare(changed)
    this.#write = [
      ...writeReviews,
      copyToEvents(sql`e.id in (select id from stale_review where type = 'entity')`),
      sql<never>`delete from stale_review`,
    ].map((text) => engine.command(text))
  }

  /** Brings those up to date that are noted, once what they add to counts as yet is noted too. */
  settle(): void {
    if (!this.#isStale.get()) return
    for (const command of this.#find) command.run()
    for (const { type, id } of this.#changed.all()) this.#touched.noteReview(type, [id])
    for (const command of this.#write) command.run()
  }
}

/** All of it anew. */
export const rebuiltReviews: readonly SqlText[] = [
  ...nodeTables.map(
    (table) => sql<never>`insert into stale_review (type, id)
      select ${sql.lit(table)}, id from ${sql.table(table)} where origin = 'PROPOSED' or review = 'PROPOSED'
      on conflict do nothing`,
  ),
  ...findReviews,
  ...writeReviews,
  copyToEvents(sql`true`),
  sql<never>`delete from stale_review`,
]
