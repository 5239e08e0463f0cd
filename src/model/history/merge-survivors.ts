import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { type KeyTable, keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'

/** Tells which node stands for one that was there once. */
export class Survivors {
  readonly #key: Readonly<Record<KeyTable, ImmediatePrepared<{ key: number | null }>>>

  constructor(engine: ImmediateEngine) {
    this.#key = recordFrom(keyTables, (table) =>
      engine.prepare<{ key: number | null }>(sql`select coalesce(
        (select id from ${sql.table(table)} where id = ${slot('id')}),
        (select into_id from redirect where space = ${sql.lit(table)} and from_id = ${slot('id')})) as key`),
    )
  }

  /** Itself, the one that it was merged into, or null where it was removed. */
  of(type: NodeType, id: number): number | null {
    return this.#key[nodeKinds[type].keyTable].get({ id })?.key ?? null
  }
}
