import { sql } from 'kysely'
import { typeIn } from '../../model/nodes/type-in.ts'
import { slot } from '../../sql/build.ts'
import { atOnce, type Engine, type Prepared } from '../../sql/engine.ts'
import { formatId } from '../../values/id.ts'
import { Lru } from '../../values/lru.ts'
import { type KeyTable, keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'

/** A node that another one names. */
export interface NamedNode {
  readonly type: NodeType
  readonly key: number
  readonly id: string
  readonly slug: string
  /** Its name, its title or its text: what a person calls it. */
  readonly name: string
}

interface NameRow {
  readonly id: number
  readonly type: NodeType
  readonly name: string
}

/** Which column says what a node of a table is called. */
const nameColumns: Readonly<Record<KeyTable, string>> = {
  entity: 'name',
  source: 'title',
  claim: 'text',
  statement: 'text',
  assessment: 'slug',
}

/** Letters of names that are kept, since a few nodes are named again and again. */
const LETTERS_KEPT = 1_000_000

/** Finds what nodes are called, by their slugs. */
export class NodeNames {
  readonly #rows: Readonly<Record<KeyTable, Prepared<NameRow>>>
  readonly #kept = new Lru<string, NamedNode>(LETTERS_KEPT, undefined, ({ name }) => name.length + 100)

  constructor(engine: Engine) {
    this.#rows = recordFrom(keyTables, (table) =>
      engine.prepare(
        sql<NameRow>`select id, ${typeIn(table)} as type, ${sql.ref(nameColumns[table])} as name
          from ${sql.table(table)} where slug = ${slot('slug')}`,
      ),
    )
  }

  of(type: NodeType, slug: string): NamedNode {
    const table = nodeKinds[type].keyTable
    const key = `${table} ${slug}`
    const known = this.#kept.get(key)
    if (known) return known
    const row = atOnce(this.#rows[table].get({ slug }))
    if (!row) throw new Error(`${slug} is named by a node and is not in the graph.`)
    const node = { type: row.type, key: row.id, id: formatId(row.type, row.id), slug, name: row.name }
    this.#kept.set(key, node)
    return node
  }
}
