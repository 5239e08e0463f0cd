import { type RawBuilder, sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, slot } from '../../sql/build.ts'
import { each, inTime, listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { List, parent, type SelectionOfEach } from '../../sql/list.ts'
import { type Order, type PageRequest, pageShape, pageValues, type Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import { Where } from '../../sql/where.ts'
import type { Side, Stance, Standing } from '../../values/vocabulary.ts'
import { thenInstant } from '../conditions/known.ts'
import { type PositionRow, positionsAsOf } from './position-rule.ts'
import { sideOfPosition } from './side.ts'
import { standingThen } from './standing.ts'

export type PositionRecord = RowOf<typeof positionRecord>

export interface PositionFilter {
  readonly sides?: readonly Side[] | null | undefined
  readonly stance?: readonly Stance[] | null | undefined
  /** Unix milliseconds. */
  readonly asOf?: number | null | undefined
}

export const positionOrder: Order = { name: 'CLAIM', key: null, id: 'po.claim_id', direction: 'asc' }

/** Positions as they stood at a time, as a table. */
export const positionsThen = (which: RawBuilder<unknown>): RawBuilder<PositionRow> =>
  sql`(${positionsAsOf(which, thenInstant)})`

const positionRowsThen = (which: RawBuilder<unknown>): Query =>
  build.selectFrom(positionsThen(which).as('po'))
const positionRowsNow = (): Query => build.selectFrom('position as po')

export const positionRecord = (rows: Query) =>
  rows
    .select(['po.actor_id as actorId', 'po.claim_id as claimId', 'po.stance as stance'])
    .select(['po.certainty as certainty', 'po.statement_id as statementId', 'po.changed as changed'])

/** Where actors stand on claims: as the maintained table has it, or worked out for a time in the past. */
export class PositionStore {
  readonly #list: List<PositionRecord>
  readonly #pagesThen: Shapes<PositionRecord & { parent: number }>
  readonly #ofClaims: Shapes<PositionRecord>
  readonly #standings: Prepared<{ id: number; standing: Standing }>

  constructor(engine: Engine) {
    this.#list = new List(engine, {
      beside: (parents) => parents.crossJoin('position as po').where(sql<boolean>`po.actor_id = p.value`),
      id: 'po.claim_id',
      record: positionRecord,
    })
    this.#pagesThen = new Shapes(engine)
    this.#ofClaims = new Shapes(engine)
    this.#standings = engine.prepare(standingsThen)
  }

  ofClaims(claims: readonly number[], filter: PositionFilter): Answer<PositionRecord[]> {
    const where = sideIs(filter)
    const past = filter.asOf != null
    const query = () =>
      positionRecord(
        where
          .applied(past ? positionRowsThen(sql`s.claim_id in ${listed('claims')}`) : positionRowsNow())
          .where('po.claim_id', 'in', listed('claims'))
          .where(inTime('po.actor_id')),
      )
    return sortAnswer(
      this.#ofClaims
        .of(`${past ? 'then' : 'now'} ${where.shape}`, query)
        .all({ ...where.values, asOf: filter.asOf ?? null, claims: JSON.stringify(claims) }),
      (a, b) => a.statementId - b.statementId,
    )
  }

  pageOfActors(actors: readonly number[], filter: PositionFilter, page: PageRequest) {
    const asked = positionsOfActors(actors, filter)
    if (filter.asOf == null) return this.#list.pageOfEach(asked, positionOrder, page)
    return this.#pagesThen
      .of(`${asked.shape} ${pageShape(positionOrder, page)}`, () => pageOfActorsThen(sideIs(filter), page))
      .all({ ...asked.values, ...pageValues(page), parents: JSON.stringify(actors) })
  }

  countOfActors(actors: readonly number[], filter: PositionFilter): Answer<Map<number, number>> {
    return this.#list.countOfEach(positionsOfActors(actors, filter))
  }

  /** How claims stood by what was known at a time; those of which nothing was known are OPEN. */
  standingsThen(claims: readonly number[], asOf: number): Answer<Map<number, Standing>> {
    const rows = this.#standings.all({ claims: JSON.stringify(claims), asOf })
    return mapAnswer(rows, (found) => new Map(found.map(({ id, standing }) => [id, standing])))
  }
}

/** The side and the stance that positions must have. */
export const sideIs = ({ sides, stance }: PositionFilter) =>
  new Where()
    .oneOf('side', sides, (is) => sql`${sideOfPosition} ${is}`)
    .oneOf('stance', stance, (is) => sql`po.stance ${is}`)

function positionsOfActors(parents: readonly number[], filter: PositionFilter): SelectionOfEach {
  const where = sideIs(filter)
  const past = filter.asOf != null
  const rows = () =>
    where.applied(
      past
        ? positionRowsThen(sql`s.principal_id = ${parent}`)
        : positionRowsNow().where(sql<boolean>`po.actor_id = ${parent}`),
    )
  const values = { ...where.values, asOf: filter.asOf ?? null }
  return { shape: `${past ? 'then' : 'now'} ${where.shape}`, values, id: 'po.claim_id', rows, parents }
}

/** Those of a time have to be worked out one and all, of all the actors, so that they can as well be numbered. */
function pageOfActorsThen(
  where: Where,
  { after, before, backwards }: PageRequest,
): RawBuilder<PositionRecord & { parent: number }> {
  const rows = positionRecord(
    where.applied(positionRowsThen(sql`s.principal_id in ${listed('parents')}`)),
  ).select([
    'po.actor_id as parent',
    sql<number>`row_number() over (partition by actor_id order by claim_id ${backwards ? sql`desc` : sql`asc`})`.as(
      'nth',
    ),
  ])
  const later = after ? rows.where('po.claim_id', '>', slot<number>('afterId')) : rows
  const kept = before ? later.where('po.claim_id', '<', slot<number>('beforeId')) : later
  return sql`select * from ${kept} as numbered where nth <= ${slot('limit')}`
}

/** Each of the claims that are asked for, and how it stood. */
const standingsThen: RawBuilder<{ id: number; standing: Standing }> = sql`
  select asked.value as id, ${standingThen(sql`asked.value`)} as standing
  from ${each('claims')} as asked where ${inTime('asked.value')}`
