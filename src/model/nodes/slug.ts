import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
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
  readonly #find: ReadonlyMap<SlugSpace, ImmediatePrepared<Known>>
  readonly #all: ReadonlyMap<SlugSpace, ImmediatePrepared<{ slug: string; type: NodeType }>>

  readonly #greatest: ReadonlyMap<SlugSpace, ImmediatePrepared<{ id: number | null }>>

  constructor(engine: ImmediateEngine) {
    this.#find = new Map(
      slugSpaces.map((space) => [
        space,
        engine.prepare<Known>(
          sql`select id, ${typeIn(space)} as type from ${sql.table(space)} where slug = ${slot('slug')}`,
        ),
      ]),
    )
    this.#greatest = new Map(
      slugSpaces.map((space) => [space, engine.prepare(sql`select max(id) as id from ${sql.table(space)}`)]),
    )
    this.#all = new Map(
      slugSpaces.map((space) => [
        space,
        engine.prepare<{ slug: string; type: NodeType }>(
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
