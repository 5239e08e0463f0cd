import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { type KeyTable, keyTables, nodeTypeNamed } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'

interface KnownSlug {
  readonly id: number
  readonly type: NodeType
}

/** What a row of a table of keys is. */
export const typeIn = (table: KeyTable): RawBuilder<NodeType> =>
  table === 'entity' ? sql.ref('kind') : sql`${sql.lit(nodeTypeNamed(table))}`

/** The slugs of the graph: what each stands for. */
export class Slugs {
  readonly #find: ReadonlyMap<KeyTable, ImmediatePrepared<KnownSlug>>
  readonly #all: ReadonlyMap<KeyTable, ImmediatePrepared<{ slug: string; type: NodeType }>>

  readonly #greatest: ReadonlyMap<KeyTable, ImmediatePrepared<{ id: number | null }>>

  constructor(engine: ImmediateEngine) {
    this.#find = new Map(
      keyTables.map((table) => [
        table,
        engine.prepare<KnownSlug>(
          sql`select id, ${typeIn(table)} as type from ${sql.table(table)} where slug = ${slot('slug')}`,
        ),
      ]),
    )
    this.#greatest = new Map(
      keyTables.map((table) => [table, engine.prepare(sql`select max(id) as id from ${sql.table(table)}`)]),
    )
    this.#all = new Map(
      keyTables.map((table) => [
        table,
        engine.prepare<{ slug: string; type: NodeType }>(
          sql`select slug, ${typeIn(table)} as type from ${sql.table(table)} where slug is not null`,
        ),
      ]),
    )
  }

  find(table: KeyTable, slug: string): KnownSlug | undefined {
    return this.#find.get(table)?.get({ slug })
  }

  all(table: KeyTable): readonly { slug: string; type: NodeType }[] {
    return this.#all.get(table)?.all() ?? []
  }

  /** About how many there are: what is deleted leaves a gap. */
  greatestId(table: KeyTable): number {
    return this.#greatest.get(table)?.get()?.id ?? 0
  }
}

const slugsOfEngine = new WeakMap<ImmediateEngine, Slugs>()

/** The slugs of an engine's graph, whose queries are made once. */
export function slugsOf(engine: ImmediateEngine): Slugs {
  const known = slugsOfEngine.get(engine) ?? new Slugs(engine)
  slugsOfEngine.set(engine, known)
  return known
}

/** Gives a slug to a row that came without one: `statement-17`, or `statement-17-2` where somebody took that. */
export class SlugFromId {
  readonly #table: 'statement' | 'assessment'
  readonly #isTaken: ImmediatePrepared<{ id: number }>
  readonly #give: ImmediateCommand

  constructor(engine: ImmediateEngine, table: 'statement' | 'assessment') {
    this.#table = table
    const [id, given] = [slot('id'), slot('slug')]
    this.#isTaken = engine.prepare(sql`select id from ${sql.table(table)} where slug = ${given}`)
    this.#give = engine.command(sql`update ${sql.table(table)} set slug = ${given} where id = ${id}`)
  }

  give(id: number): void {
    let slug = `${this.#table}-${id}`
    for (let next = 2; this.#isTaken.get({ slug }); next++) slug = `${this.#table}-${id}-${next}`
    this.#give.run({ id, slug })
  }
}
