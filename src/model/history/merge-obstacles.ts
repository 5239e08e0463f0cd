import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { spaceOf } from './merge-record.ts'
import type { MergedType } from './merge-steps.ts'

/** What has come after a merge, and may keep it from being taken apart or made again. */
export class MergeObstacles {
  readonly #takenApart: ImmediatePrepared<{ id: number }>
  readonly #mergedAway: ImmediatePrepared<{ id: number }>
  readonly #there: Readonly<Record<'entity' | 'claim', ImmediatePrepared<{ id: number }>>>

  constructor(engine: ImmediateEngine) {
    const thereIn = (table: string) =>
      engine.prepare<{ id: number }>(sql`select id from ${sql.table(table)} where id in ${listed('ids')}`)
    this.#takenApart = engine.prepare(
      sql`select id from revision where undoes_id = ${slot('revision')} order by id`,
    )
    this.#mergedAway = engine.prepare(
      sql`select revision_id as id from redirect where space = ${slot('space')} and from_id = ${slot('id')}`,
    )
    this.#there = { entity: thereIn('entity'), claim: thereIn('claim') }
  }

  takenApartBy(revision: number): number[] {
    return this.#takenApart.all({ revision }).map(({ id }) => id)
  }

  /** The revision by which a node was merged into another; null where it was not. */
  mergedAwayBy(type: MergedType, id: number): number | null {
    return this.#mergedAway.get({ space: spaceOf(type), id })?.id ?? null
  }

  /** Those of these nodes that are not there. */
  gone(type: MergedType, ids: readonly number[]): number[] {
    const there = new Set(this.#there[spaceOf(type)].all({ ids: JSON.stringify(ids) }).map(({ id }) => id))
    return ids.filter((id) => !there.has(id))
  }
}
