import { type RawBuilder, sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import { amongIds, eachTuple, inTime, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import { Shapes } from '../../sql/shapes.ts'
import type { Where } from '../../sql/where.ts'
import { type ClaimFilter, claimConditions } from '../claim/filter.ts'
import { past, present } from '../positions/known-moment.ts'
import { type AgreementRecord, agreementsAmong, type TakenSide } from './agreement-pairs.ts'

/** A claim on which both of a pair take a side. */
interface NamedClaim {
  aId: number
  bId: number
  claimId: number
}

/** How many claims an agreement names. */
export const CLAIMS_NAMED = 100

/** Pairs of actors by the sides that they take: as maintained, or over the claims that a filter keeps. */
export class AgreementStore {
  readonly #whole: Prepared<AgreementRecord>
  readonly #engine: Engine
  readonly #kept: KeptAnswers
  readonly #sides: Shapes<TakenSide>
  readonly #claims: Shapes<NamedClaim>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#kept = KeptAnswers.of(engine)
    this.#whole = this.#kept.prepare(
      build
        .selectFrom('agreement')
        .where('claims', '>=', slot<number>('minimum'))
        .select(['a_id as aId', 'b_id as bId', 'agree', 'conflict'])
        .orderBy('claims', 'desc')
        .orderBy('a_id')
        .orderBy('b_id')
        .limit(upTo('first')),
    )
    this.#sides = new Shapes(engine)
    this.#claims = new Shapes(this.#kept)
  }

  ofAll(minimum: number, first: number): Answer<AgreementRecord[]> {
    return this.#whole.all({ minimum, first })
  }

  of(filter: ClaimFilter, minimum: number, first: number): Answer<AgreementRecord[]> {
    const where = claimConditions(filter)
    const key = `agreements ${where.shape} ${JSON.stringify({ ...where.values, minimum, first })}`
    return this.#kept.rows(key, () => {
      const sides = this.#sides.of(where.shape, () => sidesOn(where, filter)).all(where.values)
      return mapAnswer(sides, (all) => agreementsAmong(all, minimum, first, () => this.#engine.step()))
    })
  }

  /** The claims on which both of each pair take a side, as they were written down; at most a hundred of each pair. */
  claims(pairs: readonly (readonly [number, number])[], filter: ClaimFilter | null) {
    const where = claimConditions(filter ?? {})
    const query = () => {
      const { positions } = filter?.asOf == null ? present : past
      const some = where
        .applied(build.selectFrom('claim as c'))
        .innerJoin(positions().as('x'), 'x.claim_id', 'c.id')
        .innerJoin(positions().as('y'), 'y.claim_id', 'c.id')
        .where(sql<boolean>`x.actor_id = pair.a and y.actor_id = pair.b`)
        .where(sql<boolean>`x.stance <> 'UNCOMMITTED' and y.stance <> 'UNCOMMITTED'`)
        .where(inTime('y.claim_id'))
        .select('c.id')
        .orderBy('x.claim_id')
        .limit(sql.lit(CLAIMS_NAMED))
      return sql<NamedClaim>`
        select pair.a as "aId", pair.b as "bId", named.id as "claimId"
        from ${eachTuple('pairs', { a: 'number', b: 'number' })} pair cross join claim named where ${amongIds('named.id', some)}`
    }
    return sortAnswer(
      this.#claims.of(where.shape, query).all({ ...where.values, pairs: JSON.stringify(pairs) }),
      (a, b) => a.claimId - b.claimId,
    )
  }
}

/** From the claims that are kept to who takes a side on them, and not from all positions. */
function sidesOn(where: Where, { asOf }: ClaimFilter): RawBuilder<TakenSide> {
  const { positions } = asOf == null ? present : past
  const claims = where.applied(build.selectFrom('claim as c')).select('c.id')
  return sql<TakenSide>`
    select x.claim_id as "claimId", x.actor_id as "actorId", case x.stance when 'AFFIRMS' then 1 else 0 end as affirms
    from (${claims}) kept cross join ${positions()} x
    where x.claim_id = kept.id and x.stance <> 'UNCOMMITTED' and ${inTime('x.actor_id')}
    order by x.claim_id, x.actor_id`
}
