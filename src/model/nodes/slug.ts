import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import {
  atOnce,
  type ImmediateCommand,
  type ImmediateEngine,
  type ImmediatePrepared,
} from '../../sql/engine.ts'
import { type KeyTable, keyTables } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { AllSlugs, type SlugOfNode } from './all-slugs.ts'
import { typeIn } from './type-in.ts'

interface KnownSlug {
  readonly id: number
  readonly type: NodeType
}

/** Whether nodes of a table are ever merged: nothing else need be looked for among the redirects. */
const hasMerged = (table: KeyTable): boolean => table === 'entity' || table === 'claim'

/** The slugs of the graph: what each stands for. */
export class Slugs {
  readonly #find: ReadonlyMap<KeyTable, ImmediatePrepared<KnownSlug>>
  readonly #redirected: ImmediatePrepared<KnownSlug>
  readonly #survivor: ImmediatePrepared<KnownSlug>
  readonly #anyRedirect: ImmediatePrepared<{ found: number }>
  readonly #survivorSlug: ImmediatePrepared<{ slug: string | null }>
  readonly #all: AllSlugs
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
    this.#redirected = engine.prepare(
      sql`select into_id as id, type from redirect where space = ${slot('space')} and slug = ${slot('slug')}`,
    )
    this.#survivor = engine.prepare(
      sql`select into_id as id, type from redirect where space = ${slot('space')} and from_id = ${slot('id')}`,
    )
    this.#anyRedirect = engine.prepare(sql`select 1 as found from redirect limit 1`)
    this.#survivorSlug = engine.prepare(sql`select case space
        when 'entity' then (select slug from entity where id = into_id)
        else (select slug from claim where id = into_id) end as slug
      from redirect where space = ${slot('space')} and slug = ${slot('slug')}`)
    this.#greatest = new Map(
      keyTables.map((table) => [table, engine.prepare(sql`select max(id) as id from ${sql.table(table)}`)]),
    )
    this.#all = new AllSlugs(engine)
  }

  /**
   * Tells which slugs are asked for next, as often as one likes, by their table. Whoever writes nodes of them says afterwards
   * that none is expected.
   */
  expect(named: ReadonlyMap<KeyTable, ReadonlySet<string>>): void {
    for (const [table, find] of this.#find) {
      const slugs = [...(named.get(table) ?? [])]
      find.expect(slugs.map((slug) => ({ slug })))
      this.#greatest.get(table)?.expect(slugs.length > 0 ? [{}] : [])
    }
    const pairs = [...named].flatMap(([space, slugs]) => [...slugs].map((slug) => ({ space, slug })))
    this.#survivorSlug.expect(pairs)
    this.#redirected.expect(pairs.filter(({ space }) => hasMerged(space)))
    this.#anyRedirect.expect(pairs.length > 0 ? [{}] : [])
  }

  /** What a slug stands for; that of a merged node for the one that stays. */
  find(table: KeyTable, slug: string): KnownSlug | undefined {
    return this.#find.get(table)?.get({ slug }) ?? this.redirected(table, slug)
  }

  /** The node into which the one with this key was merged. */
  survivor(table: KeyTable, id: number): KnownSlug | undefined {
    return this.#survivor.get({ space: table, id })
  }

  /** The node into which the one with this slug was merged. */
  redirected(table: KeyTable, slug: string): KnownSlug | undefined {
    return hasMerged(table) ? this.#redirected.get({ space: table, slug }) : undefined
  }

  /** Whether any node has been merged into another. */
  hasRedirects(): boolean {
    return this.#anyRedirect.get() !== undefined
  }

  /** The slug of the node into which the one with this slug was merged. */
  survivorSlug(table: KeyTable, slug: string): string | null {
    return this.#survivorSlug.get({ space: table, slug })?.slug ?? null
  }

  all(table: KeyTable): readonly SlugOfNode[] {
    return atOnce(this.#all.of(table))
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

/**
 * Names the rows that come without a slug by their ids: `statement-17`, or `statement-17-2` where somebody took that. An id is
 * mostly the one after the last, so that the row is written with its slug at once; where it came out otherwise, the row is renamed.
 */
export class SlugFromId {
  readonly #table: 'statement' | 'assessment'
  readonly #isTaken: ImmediatePrepared<{ id: number }>
  readonly #give: ImmediateCommand
  /** The id that the next new row will get, as far as this connection knows. */
  #next: number | null = null

  constructor(engine: ImmediateEngine, table: 'statement' | 'assessment') {
    this.#table = table
    const [id, given] = [slot('id'), slot('slug')]
    this.#isTaken = engine.prepare(sql`select id from ${sql.table(table)} where slug = ${given}`)
    this.#give = engine.command(sql`update ${sql.table(table)} set slug = ${given} where id = ${id}`)
  }

  /** The slug to write the next row with; null where its id cannot be told. */
  expected(): string | null {
    return this.#next === null ? null : this.#free(this.#next)
  }

  /** To be told of each row that is new. */
  follow(id: number): void {
    this.#next = id + 1
  }

  /** Sees to it that a row has the slug of its id, and tells it. To be called before the row is followed. */
  settle(id: number, written: string | null): string {
    if (written !== null && id === this.#next) return written
    const slug = this.#free(id)
    this.#give.run({ id, slug })
    return slug
  }

  #free(id: number): string {
    let slug = `${this.#table}-${id}`
    for (let next = 2; this.#isTaken.get({ slug }); next++) slug = `${this.#table}-${id}-${next}`
    return slug
  }
}
