import { type RawBuilder, sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer } from '../../sql/engine.ts'
import { List, parent, type SelectionOfEach } from '../../sql/list.ts'
import { type Order, type PageRequest, pageShape, pageValues, type Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import type { Where } from '../../sql/where.ts'
import {
  type PositionFilter,
  type PositionRecord,
  positionRecord,
  positionsThen,
  sideIs,
} from './position-store.ts'

/** A position on one of the claims that are asked for, and when it was taken, as far as that is known. */
export interface TakenPosition extends PositionRecord {
  knownAt: number | null
  parent: number
}

export const takenOrder: Order = {
  name: 'TAKEN',
  key: 'po.known_at',
  id: 'po.actor_id',
  direction: 'desc',
  nullable: true,
}

const claimPositionsThen = positionsThen(sql`s.claim_id in ${listed('parents')}`)

const takenPositionColumns = (rows: Query) => positionRecord(rows).select('po.known_at as knownAt')

/** The positions on claims in pages, by side: a claim that is talked of has thousands. */
export class SideStore {
  readonly #now: List<Omit<TakenPosition, 'parent'>>
  readonly #then: Shapes<TakenPosition>
  readonly #countsThen: Shapes<{ parent: number; count: number }>

  constructor(engine: Engine) {
    const beside = (parents: Query): Query =>
      parents.crossJoin('position as po').where(sql<boolean>`po.claim_id = p.value`)
    this.#now = new List(engine, { beside, id: 'po.actor_id', record: takenPositionColumns })
    this.#then = new Shapes(engine)
    this.#countsThen = new Shapes(engine)
  }

  pageOfClaims(
    claims: readonly number[],
    filter: PositionFilter,
    page: PageRequest,
  ): Answer<TakenPosition[]> {
    if (filter.asOf == null) return this.#now.pageOfEach(ofClaims(claims, filter), takenOrder, page)
    const where = sideIs(filter)
    return this.#then
      .of(`${where.shape} ${pageShape(takenOrder, page)}`, () => pageOfClaimsThen(where, page))
      .all({ ...sideValues(claims, filter), ...pageValues(page) })
  }

  countOfClaims(claims: readonly number[], filter: PositionFilter): Answer<Map<number, number>> {
    if (filter.asOf == null) return this.#now.countOfEach(ofClaims(claims, filter))
    const where = sideIs(filter)
    const query = () =>
      where
        .applied(build.selectFrom(claimPositionsThen.as('po')))
        .select(['po.claim_id as parent', sql<number>`count(*)`.as('count')])
        .groupBy('po.claim_id')
    const counts = this.#countsThen.of(where.shape, query).all(sideValues(claims, filter))
    return mapAnswer(counts, (rows) => new Map(rows.map(({ parent, count }) => [parent, count])))
  }
}

function ofClaims(parents: readonly number[], filter: PositionFilter): SelectionOfEach {
  const where = sideIs(filter)
  const rows = () =>
    where.applied(build.selectFrom('position as po').where(sql<boolean>`po.claim_id = ${parent}`))
  return { shape: where.shape, values: where.values, id: 'po.actor_id', rows, parents }
}

const sideValues = (claims: readonly number[], filter: PositionFilter) => ({
  ...sideIs(filter).values,
  parents: JSON.stringify(claims),
  asOf: filter.asOf ?? null,
})

/** Those of a time have to be worked out one and all, so that they can as well be numbered. What has no date is not among them. */
function pageOfClaimsThen(
  where: Where,
  { after, before, backwards }: PageRequest,
): RawBuilder<TakenPosition> {
  const way = backwards ? sql`asc` : sql`desc`
  const rows = takenPositionColumns(where.applied(build.selectFrom(claimPositionsThen.as('po'))))
    .select('po.claim_id as parent')
    .select(
      sql<number>`row_number() over (partition by claim_id order by known_at ${way}, actor_id ${way})`.as(
        'nth',
      ),
    )
  const place = sql`(po.known_at, po.actor_id)`
  const later = after ? rows.where(sql<boolean>`${place} < (${slot('afterKey')}, ${slot('afterId')})`) : rows
  const kept = before
    ? later.where(sql<boolean>`${place} > (${slot('beforeKey')}, ${slot('beforeId')})`)
    : later
  return sql`select * from ${kept} as numbered where nth <= ${slot('limit')}`
}
