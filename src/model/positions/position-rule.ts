import { type RawBuilder, sql } from 'kysely'
import { inHalfTime } from '../../sql/dialect.ts'
import type { Certainty, Stance } from '../../values/vocabulary.ts'
import { thenInstant } from '../conditions/known.ts'
import { isDayUnknown, saidDayIsUnknown } from '../conditions/said.ts'

export interface PositionRow {
  readonly actor_id: number
  readonly claim_id: number
  readonly stance: Stance
  readonly certainty: Certainty
  readonly statement_id: number
  readonly changed: 0 | 1
  readonly known_at: number | null
  /** When the first of the statements was known, whatever it said. */
  readonly first_known_at: number | null
}

/** What was known last comes first, as it sets a position; of what became known at once, that whose day is known. */
export const latestFirst = (statement: string): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${statement}.${name}`)
  return sql`${column('known_at')} desc nulls last, ${saidDayIsUnknown(`${statement}.said_edtf`)},
    ${column('said_order')} desc nulls last, ${column('id')} desc`
}

interface KnownStatement {
  readonly id: number
  readonly knownAt: number | null
  readonly saidAt: string | null
  readonly saidOrder: number | null
}

/** The same order of statements that have been read, turned around. */
export const latestLast = (a: KnownStatement, b: KnownStatement): number =>
  instant(a.knownAt) - instant(b.knownAt) || saidInstant(a) - saidInstant(b) || a.id - b.id

const instant = (time: number | null): number => time ?? Number.MIN_SAFE_INTEGER
const saidInstant = ({ saidAt, saidOrder }: KnownStatement): number =>
  instant(isDayUnknown(saidAt) ? null : saidOrder)

/**
 * The position of whoever is spoken for is what its latest accepted statement to the claim says. What has no date at all
 * sets one where nothing else does.
 *
 * @param which Chooses among the statements `s`.
 * @param asOf By what was known at this time; null for all that is known. What has no date was not known at any time.
 */
export const positionsAsOf = (
  which: RawBuilder<unknown>,
  asOf: RawBuilder<number> | null,
): RawBuilder<PositionRow> => sql`
  select actor_id, claim_id, stance, certainty, statement_id, changed, known_at, first_known_at from (
    select s.principal_id as actor_id, s.claim_id, s.stance, s.certainty, s.id as statement_id, s.known_at,
      case when min(s.stance) over those <> max(s.stance) over those then 1 else 0 end as changed,
      min(s.known_at) over those as first_known_at,
      row_number() over (those order by ${latestFirst('s')}) as nth
    from statement s where ${which} and s.review = 'ACCEPTED' and s.stance is not null
      ${asOf === null ? sql`` : sql`and s.known_at <= ${asOf} and ${inHalfTime('s.id')}`}
    window those as (partition by s.claim_id, s.principal_id)
  ) as ranked where nth = 1`

/**
 * The stances of those positions at a time, for what looks at many claims and needs no more of them: read off the positions
 * of now, which is why it is written otherwise than the rule above. A position that was known by then, or never was another,
 * was the same; only of the others are the statements looked at. Whoever had said nothing stood nowhere.
 *
 * @param which Chooses among the positions `po`; where it does not, the planner looks into them and goes by what they are joined
 * with.
 */
export const stancesThen = (
  which: RawBuilder<unknown> = sql`true`,
): RawBuilder<Record<string, unknown>> => sql`(
  select po.actor_id, po.claim_id, case
      when po.known_at <= ${thenInstant} or po.changed = 0 then po.stance
      else (
        select s.stance from statement s
        where s.claim_id = po.claim_id and s.principal_id = po.actor_id and s.review = 'ACCEPTED'
          and s.stance is not null and s.known_at <= ${thenInstant}
        order by ${latestFirst('s')} limit 1
      ) end as stance
  from position po where ${which} and po.first_known_at <= ${thenInstant})`
