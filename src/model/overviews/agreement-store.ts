import { sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import { eachTuple, inHalfTime, inTime, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import { Shapes } from '../../sql/shapes.ts'
import { type ClaimFilter, claimConditions } from '../claim/filter.ts'
import { past, present } from '../positions/known-moment.ts'

export interface AgreementRecord {
  aId: number
  bId: number
  agree: number
  conflict: number
}

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
  readonly #filtered: Shapes<AgreementRecord>
  readonly #claims: Shapes<NamedClaim>

  constructor(engine: Engine) {
    const kept = KeptAnswers.of(engine)
    this.#whole = kept.prepare(
      build
        .selectFrom('agreement')
        .where('claims', '>=', slot<number>('minimum'))
        .select(['a_id as aId', 'b_id as bId', 'agree', 'conflict'])
        .orderBy('claims', 'desc')
        .orderBy('a_id')
        .orderBy('b_id')
        .limit(upTo('first')),
    )
    this.#filtered = new Shapes(kept)
    this.#claims = new Shapes(kept)
  }

  ofAll(minimum: number, first: number): Answer<AgreementRecord[]> {
    return this.#whole.all({ minimum, first })
  }

  of(filter: ClaimFilter, minimum: number, first: number): Answer<AgreementRecord[]> {
    const where = claimConditions(filter)
    const query = () => {
      const claims = where.applied(build.selectFrom('claim as c')).select('c.id')
      // Cross joins: from the claims that are kept to who stands on them, and not from all positions in the order of
      // the groups, which would spare the sort and read everything.
      const { positions } = filter.asOf == null ? present : past
      const held = positions()
      return sql<AgreementRecord>`
        select x.actor_id as aId, y.actor_id as bId,
          sum(x.stance = y.stance and ${inTime('y.actor_id')}) as agree, sum(x.stance <> y.stance) as conflict
        from (${claims}) kept
          cross join ${held} x on x.claim_id = kept.id
          cross join ${held} y on y.claim_id = kept.id and y.actor_id > x.actor_id
        where x.stance <> 'UNCOMMITTED' and y.stance <> 'UNCOMMITTED' and ${inHalfTime('y.actor_id')}
        group by x.actor_id, y.actor_id having count(*) >= ${slot('minimum')}
        order by count(*) desc, aId, bId limit ${upTo('first')}`
    }
    return this.#filtered.of(where.shape, query).all({ ...where.values, minimum, first })
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
        select pair.a as aId, pair.b as bId, named.id as claimId
        from ${eachTuple('pairs', { a: 'number', b: 'number' })} pair cross join claim named where named.id in ${some}`
    }
    return sortAnswer(
      this.#claims.of(where.shape, query).all({ ...where.values, pairs: JSON.stringify(pairs) }),
      (a, b) => a.claimId - b.claimId,
    )
  }
}
