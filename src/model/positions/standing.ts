import { type RawBuilder, sql } from 'kysely'
import type { SqlPart } from '../../sql/build.ts'
import { stancesThen } from './position-rule.ts'

/** Whether anybody holds a stance on a claim. */
type Held = (claim: SqlPart, stance: string) => SqlPart

const heldNow: Held = (claim, stance) =>
  sql`exists (select 1 from position where claim_id = ${claim} and stance = ${sql.lit(stance)})`

const heldThen: Held = (claim, stance) =>
  sql`exists (select 1 from ${stancesThen(sql`po.claim_id = ${claim}`)} as held where stance = ${sql.lit(stance)})`

/** A contradiction holds both ways, whichever of the two claims it was written at. */
const contradicted = (claim: SqlPart, held: Held) => sql`(
  exists (select 1 from claim_relation where from_id = ${claim} and type = 'CONTRADICTS' and ${held(sql`to_id`, 'AFFIRMS')})
  or
  exists (select 1 from claim_relation where to_id = ${claim} and type = 'CONTRADICTS' and ${held(sql`from_id`, 'AFFIRMS')})
)`

const standing = (claim: SqlPart, held: Held): SqlPart => sql`case
  when ${held(claim, 'AFFIRMS')} then
    case when ${held(claim, 'DENIES')} or ${contradicted(claim, held)} then 'CONTESTED' else 'ASSERTED' end
  when ${held(claim, 'DENIES')} then 'DENIED'
  else 'OPEN' end`

/** How a claim stood by what was known at a time. */
export const standingThen = (claim: SqlPart): SqlPart => standing(claim, heldThen)

/** How the claims stand by the positions that are held now. */
export const setStandings = (claims: RawBuilder<unknown>): RawBuilder<never> => sql`
  update claim set standing = due.standing from (
    select id, ${standing(sql`claim.id`, heldNow)} as standing from claim where ${claims}
  ) as due
  where claim.id = due.id and claim.standing <> due.standing`

/** How many statements, speakers and sources the claims rest on. */
export const setCounts = (claims: RawBuilder<unknown>): RawBuilder<never> => sql`
  update claim set statement_count = due.statements, speaker_count = due.speakers, source_count = due.sources from (
    select claim.id, count(statement.id) as statements, count(distinct statement.speaker_id) as speakers,
      count(distinct statement.source_id) as sources
    from claim left join statement on statement.claim_id = claim.id and statement.review = 'ACCEPTED'
    where ${claims} group by claim.id
  ) as due
  where claim.id = due.id
    and (statement_count, speaker_count, source_count) <> (due.statements, due.speakers, due.sources)`
