import { sql } from 'kysely'
import { build } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, sortAnswer } from '../../sql/engine.ts'
import type { Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import { Where } from '../../sql/where.ts'
import type { AffiliationRole, ReviewState } from '../../values/vocabulary.ts'
import { reviewed } from '../conditions/review.ts'

export interface AffiliationRecord {
  id: number
  actorId: number
  organizationId: number
  role: AffiliationRole
  title: string | null
  from: string | null
  until: string | null
}

export interface AffiliationFilter {
  readonly role?: AffiliationRole | null | undefined
  readonly roles?: readonly AffiliationRole[] | null | undefined
  /** The stretch of time in which it must have held, as far as its dates are known. */
  /** Of who belongs to the organizations that are asked: ACCEPTED alone where nothing is said. */
  readonly review?: readonly ReviewState[] | null | undefined
  readonly at?: { readonly earliest: number | null; readonly latest: number | null } | null | undefined
}

/** Which side of an affiliation is asked for by the other. */
export type AffiliationEnd = 'actor_id' | 'organization_id'

/** What an actor belongs to counts wherever the actor does: only who belongs to it may not. */
function affiliationRows(end: AffiliationEnd): Query {
  const all: Query = build.selectFrom('affiliation as f')
  return end === 'actor_id' ? all : all.crossJoin('entity as e').where(sql<boolean>`e.id = f.actor_id`)
}

export class AffiliationStore {
  readonly #shapes: Shapes<AffiliationRecord>

  constructor(engine: Engine) {
    this.#shapes = new Shapes(engine)
  }

  /** Those of many actors at once, each actor's in the order in which they were written. */
  of(
    end: AffiliationEnd,
    actorIds: readonly number[],
    filter: AffiliationFilter,
  ): Answer<AffiliationRecord[]> {
    const where = new Where()
      .oneOf('roles', filter.roles ?? (filter.role ? [filter.role] : null), (is) => sql`f.role ${is}`)
      .value('from', filter.at?.earliest, (at) => sql`(f.until_latest is null or f.until_latest >= ${at})`)
      .value('until', filter.at?.latest, (at) => sql`(f.from_earliest is null or f.from_earliest <= ${at})`)
    if (end === 'organization_id') reviewed(where, filter.review, 'e.review')
    const query = () =>
      where
        .applied(affiliationRows(end).where(sql.ref(`f.${end}`), 'in', listed('actors')))
        .select(['f.id as id', 'f.actor_id as actorId', 'f.organization_id as organizationId'])
        .select(['f.role as role', 'f.title as title', 'f.from_edtf as from', 'f.until_edtf as until'])
    return sortAnswer(
      this.#shapes
        .of(`${end} ${where.shape}`, query)
        .all({ ...where.values, actors: JSON.stringify(actorIds) }),
      (a, b) => a.id - b.id,
    )
  }
}
