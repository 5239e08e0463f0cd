import { sql } from 'kysely'
import type { Connection } from '../../db/open.ts'
import { build, listed, Shapes } from '../../db/prepare.ts'
import { Where } from '../../db/where.ts'
import type { AffiliationRole } from '../../vocabulary.ts'

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
  readonly at?: { readonly earliest: number | null; readonly latest: number | null } | null | undefined
}

/** Which side of an affiliation is asked for by the other. */
export type AffiliationEnd = 'actor_id' | 'organization_id'

export class AffiliationStore {
  readonly #shapes: Shapes<AffiliationRecord>

  constructor(connection: Connection) {
    this.#shapes = new Shapes(connection)
  }

  /** Those of many actors at once, each actor's in the order in which they were written. */
  of(end: AffiliationEnd, actorIds: readonly number[], filter: AffiliationFilter): AffiliationRecord[] {
    const where = new Where()
      .oneOf('roles', filter.roles ?? (filter.role ? [filter.role] : null), (is) => sql`role ${is}`)
      .value('from', filter.at?.earliest, (at) => sql`(until_latest is null or until_latest >= ${at})`)
      .value('until', filter.at?.latest, (at) => sql`(from_earliest is null or from_earliest <= ${at})`)
    const query = () =>
      where
        .applied(build.selectFrom('affiliation').where(end, 'in', listed('actors')))
        .select(['id', 'actor_id as actorId', 'organization_id as organizationId', 'role', 'title'])
        .select(['from_edtf as from', 'until_edtf as until'])
    return this.#shapes
      .of(`${end} ${where.shape}`, query)
      .all({ ...where.values, actors: JSON.stringify(actorIds) })
      .sort((a, b) => a.id - b.id)
  }
}
