import { sql } from 'kysely'
import { Prepared, slot } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import type { NodeType } from '../../values/vocabulary.ts'

interface Known {
  readonly id: number
  readonly type: NodeType
}

/** Actors, places and events share one space of slugs; each other noun has its own. */
export type SlugSpace = 'entity' | 'source' | 'claim' | 'statement' | 'assessment'
export const slugSpaces: readonly SlugSpace[] = ['entity', 'source', 'claim', 'statement', 'assessment']

const typeIn = (space: SlugSpace) => (space === 'entity' ? sql.ref('kind') : sql.lit(space.toUpperCase()))

/** The slugs of the graph: what each stands for. */
export class Slugs {
  readonly #find: ReadonlyMap<SlugSpace, Prepared<Known>>
  readonly #all: ReadonlyMap<SlugSpace, Prepared<{ slug: string; type: NodeType }>>

  readonly #greatest: ReadonlyMap<SlugSpace, Prepared<{ id: number | null }>>

  constructor(connection: Connection) {
    this.#find = new Map(
      slugSpaces.map((space) => [
        space,
        new Prepared<Known>(
          connection,
          sql`select id, ${typeIn(space)} as type from ${sql.table(space)} where slug = ${slot('slug')}`,
        ),
      ]),
    )
    this.#greatest = new Map(
      slugSpaces.map((space) => [
        space,
        new Prepared(connection, sql`select max(id) as id from ${sql.table(space)}`),
      ]),
    )
    this.#all = new Map(
      slugSpaces.map((space) => [
        space,
        new Prepared<{ slug: string; type: NodeType }>(
          connection,
          sql`select slug, ${typeIn(space)} as type from ${sql.table(space)} where slug is not null`,
        ),
      ]),
    )
  }

  find(space: SlugSpace, slug: string): Known | undefined {
    return this.#find.get(space)?.get({ slug })
  }

  all(space: SlugSpace): readonly { slug: string; type: NodeType }[] {
    return this.#all.get(space)?.all() ?? []
  }

  /** About how many there are: what is deleted leaves a gap. */
  greatestId(space: SlugSpace): number {
    return this.#greatest.get(space)?.get()?.id ?? 0
  }
}
