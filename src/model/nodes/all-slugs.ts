import { sql } from 'kysely'
import type { Answer, Engine, Prepared } from '../../sql/engine.ts'
import { type KeyTable, keyTables } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { typeIn } from './type-in.ts'

/** A slug, and what kind of node has it. */
export interface SlugOfNode {
  readonly slug: string
  readonly type: NodeType
}

/** All slugs of a graph, to find those that come nearest to what names nothing. */
export class AllSlugs {
  readonly #of: Readonly<Record<KeyTable, Prepared<SlugOfNode>>>

  constructor(engine: Engine) {
    this.#of = recordFrom(keyTables, (table) =>
      engine.prepare<SlugOfNode>(
        sql`select slug, ${typeIn(table)} as type from ${sql.table(table)} where slug is not null`,
      ),
    )
  }

  of(table: KeyTable): Answer<readonly SlugOfNode[]> {
    return this.#of[table].all()
  }
}
