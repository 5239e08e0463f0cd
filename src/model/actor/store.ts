import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, constant } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import type { Answer, Engine, Prepared } from '../../sql/engine.ts'
import { List, type Selection } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Where } from '../../sql/where.ts'
import type { ActorType, AffiliationRole, OrganizationKind, ReviewState } from '../../values/vocabulary.ts'
import { isAllAccepted, reviewed } from '../conditions/review.ts'
import { named } from '../conditions/search-text.ts'

export type ActorRecord = RowOf<typeof actorColumns>

export interface ActorFilter {
  readonly types?: readonly ActorType[] | null | undefined
  readonly kind?: readonly OrganizationKind[] | null | undefined
  readonly name?: string | null | undefined
  /** Those who are unnamed, or, where nothing is said, those who are not. */
  readonly unnamed?: boolean | null | undefined
  readonly affiliatedWith?: readonly number[] | null | undefined
  readonly role?: readonly AffiliationRole[] | null | undefined
  readonly review?: readonly ReviewState[] | null | undefined
}

export const actorOrders = {
  NAME: { name: 'NAME', key: 'e.sort_key', id: 'e.id', direction: 'asc' },
  STATEMENTS_DESC: { name: 'STATEMENTS_DESC', key: 'ac.statement_count', id: 'ac.id', direction: 'desc' },
} satisfies Record<string, Order>

const ownActorColumns = [
  'ac.type as type',
  'ac.iso3166 as iso3166',
  'ac.kind as kind',
  'ac.allegiance_id as allegianceId',
  'ac.reliability as reliability',
  'ac.statement_count as statementCount',
] as const

const actorColumns = (rows: Query) =>
  rows
    .select([constant('ACTOR').as('node'), 'e.id as id', 'e.slug as slug', 'e.name as name'])
    .select([
      'e.description as description',
      'e.unnamed as unnamed',
      'e.review as review',
      ...ownActorColumns,
    ])

const actorRows = (): Query => build.selectFrom('entity as e').innerJoin('actor as ac', 'ac.id', 'e.id')
const actorsBesideParents = (parents: Query): Query =>
  parents.crossJoin('entity as e').innerJoin('actor as ac', 'ac.id', 'e.id')

/** By name the entities are walked, and by statements the actors: each has the order in its index. */
const actorsInOrder = (order: Order): Query =>
  order === actorOrders.STATEMENTS_DESC
    ? build.selectFrom('actor as ac').crossJoin('entity as e').whereRef('e.id', '=', 'ac.id')
    : actorRows().where('e.kind', '=', sql.lit('ACTOR'))

/** One affiliation is in one of the roles, with one of the organizations. */
const affiliationConditions = ({ affiliatedWith, role }: ActorFilter): Where =>
  new Where()
    .oneOf('affiliatedWith', affiliatedWith, (is) => sql`af.organization_id ${is}`)
    .oneOf('role', role, (is) => sql`af.role ${is}`)

function selectActors(filter: ActorFilter, order: Order = actorOrders.NAME): Selection {
  const where = named(new Where(), filter.name)
    .oneOf('types', filter.types, (is) => sql`ac.type ${is}`)
    .oneOf('kind', filter.kind, (is) => sql`ac.kind ${is}`)
    .beside('affiliated', affiliationConditions(filter), (all) => {
      return sql`e.id in (select af.actor_id from affiliation af where ${all})`
    })
  reviewed(where, filter.review, 'e.review')
  const isWhole = isAllAccepted(where, 'e.review') && !filter.unnamed
  const unnamed = sql.lit(filter.unnamed ? 1 : 0)
  where.only(`unnamed is ${filter.unnamed ?? false}`, true, () => sql`e.unnamed = ${unnamed}`)
  return {
    shape: where.shape,
    values: where.values,
    id: 'e.id',
    rows: () => where.applied(actorsInOrder(order)),
    whole: isWhole ? 'ACTOR' : null,
  }
}

export class ActorStore {
  readonly #list: List<ActorRecord>
  readonly #byIds: Prepared<ActorRecord>

  constructor(engine: Engine) {
    this.#list = new List(engine, { beside: actorsBesideParents, id: 'e.id', record: actorColumns })
    this.#byIds = engine.prepare(actorColumns(actorRows().where('e.id', 'in', listed('ids'))))
  }

  byIds(ids: readonly number[]): Answer<ActorRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  page(filter: ActorFilter, order: Order, page: PageRequest): Answer<ActorRecord[]> {
    return this.#list.page(selectActors(filter, order), order, page)
  }

  count(filter: ActorFilter): Answer<number> {
    return this.#list.count(selectActors(filter))
  }
}
