import { type RawBuilder, sql } from 'kysely'
import { build, type SqlPart } from '../../sql/build.ts'
import { inTime, matching } from '../../sql/dialect.ts'
import type { Selection } from '../../sql/list.ts'
import { parent } from '../../sql/list.ts'
import { type KeyChoice, Where } from '../../sql/where.ts'
import type { ClaimKind, ReviewState, Standing, Verdict } from '../../values/vocabulary.ts'
import { begunThen, thenInstant } from '../conditions/known.ts'
import { isAllAccepted, reviewed } from '../conditions/review.ts'
import { matchingText } from '../conditions/search-text.ts'
import { stancesThen } from '../positions/position-rule.ts'
import { standingThen } from '../positions/standing.ts'

export interface ClaimFilter {
  readonly kind?: readonly ClaimKind[] | null | undefined
  readonly subject?: KeyChoice
  readonly event?: KeyChoice
  readonly about?: KeyChoice
  readonly hasFigure?: boolean | null | undefined
  readonly unit?: readonly string[] | null | undefined
  readonly standing?: readonly Standing[] | null | undefined
  readonly singleSource?: boolean | null | undefined
  readonly partiesOnly?: boolean | null | undefined
  readonly assessed?: boolean | null | undefined
  readonly verdict?: readonly Verdict[] | null | undefined
  readonly assessor?: KeyChoice
  readonly text?: string | null | undefined
  /** Unix milliseconds: by what was known then. */
  readonly asOf?: number | null | undefined
  readonly review?: readonly ReviewState[] | null | undefined
}

/** What the conditions of a filter look at: how claims stand now, or stood by what was known at a time. */
interface ClaimMoment {
  readonly standing: SqlPart
  readonly sources: SqlPart
  /** The positions on the claim. */
  readonly positions: SqlPart
  /** Who takes part in its event. */
  readonly parties: SqlPart
}

const eventParties = sql`participation pa where pa.event_id = c.event_id`

const claimsNow: ClaimMoment = {
  standing: sql`c.standing`,
  sources: sql`c.source_count`,
  positions: sql`position po where po.claim_id = c.id`,
  parties: eventParties,
}

const knownOfIt = sql`from statement s where s.claim_id = c.id and s.review = 'ACCEPTED' and s.known_at <= ${thenInstant}`

const claimsThen: ClaimMoment = {
  standing: standingThen(sql`c.id`),
  sources: sql`(select count(distinct s.source_id) ${knownOfIt})`,
  positions: sql`${stancesThen(sql`po.claim_id = c.id`)} po where true`,
  parties: sql`${eventParties} and ${begunThen(sql`c.event_id`)}`,
}

/** Affirmed, and by nobody but actors that take part in the claim's event. */
const affirmedByPartiesOnly = ({ positions, parties }: ClaimMoment) => sql<boolean>`(
  c.event_id is not null
  and exists (select 1 from ${positions} and po.stance = 'AFFIRMS')
  and not exists (
    select 1 from ${positions} and po.stance = 'AFFIRMS'
      and not exists (select 1 from ${parties} and pa.actor_id = po.actor_id)
  ))`

/** That an assessment had been made by the time that is asked for; what has no date, or no end, may be later. */
const madeByThen = (where: Where, { asOf }: ClaimFilter): Where =>
  where.value('madeByThen', asOf, (at) => sql`x.date_latest <= ${at}`)

/** Claims of which one assessment has one of these verdicts, by one of these assessors. */
function assessedSo(where: Where, filter: ClaimFilter): Where {
  const { verdict, assessor, assessed } = filter
  // Of those whom the assessors have not assessed, the assessors only say whose assessments are meant.
  const wanted = assessed === false && !verdict ? null : assessor
  const conditions = new Where()
    .oneOf('verdict', verdict, (is) => sql`x.verdict ${is}`)
    .oneOf('assessor', wanted, (is) => sql`x.assessor_id ${is}`)
  if (conditions.shape !== '') madeByThen(conditions, filter)
  return where.beside('assessedSo', conditions, (all) => {
    return sql`c.id in (select claim_id from assessment x where ${all} and ${inTime('x.id')})`
  })
}

/** Claims that have been assessed at all, or have not: by anybody, or by one of the assessors. */
function assessedAtAll(where: Where, filter: ClaimFilter): Where {
  const { assessor, assessed } = filter
  if (assessed == null) return where
  const ofClaim = new Where().only('ofClaim', true, () => sql`x.claim_id = c.id`)
  const conditions = madeByThen(ofClaim, filter).oneOf(
    'anyAssessor',
    assessor,
    (is) => sql`x.assessor_id ${is}`,
  )
  const exists = (all: RawBuilder<boolean>) => sql<boolean>`exists (select 1 from assessment x where ${all})`
  return where.beside(assessed ? 'assessed' : 'neverAssessed', conditions, (all) =>
    assessed ? exists(all) : sql`not ${exists(all)}`,
  )
}

export function claimConditions(filter: ClaimFilter): Where {
  const moment = filter.asOf == null ? claimsNow : claimsThen
  const where = new Where()
    .value('asOf', filter.asOf, () => sql`exists (select 1 ${knownOfIt})`)
    .oneOf('kind', filter.kind, (is) => sql`c.kind ${is}`)
    .oneOf('subject', filter.subject, (is) => sql`c.subject_id ${is}`)
    .oneOf('event', filter.event, (is) => sql`c.event_id ${is}`)
    .oneOf('about', filter.about, (is) => sql`(c.subject_id ${is} or c.event_id ${is} or c.object_id ${is})`)
    .only('hasFigure', filter.hasFigure === true, () => sql`c.figure_unit is not null`)
    .only('hasNoFigure', filter.hasFigure === false, () => sql`c.figure_unit is null`)
    .oneOf('unit', filter.unit, (is) => sql`c.figure_unit ${is}`)
    .oneOf('standing', filter.standing, (is) => sql`${moment.standing} ${is}`)
    .only('singleSource', filter.singleSource === true, () => sql`${moment.sources} = 1`)
    .only('severalSources', filter.singleSource === false, () => sql`${moment.sources} <> 1`)
    .only('partiesOnly', filter.partiesOnly === true, () => affirmedByPartiesOnly(moment))
    .only('notPartiesOnly', filter.partiesOnly === false, () => sql`not ${affirmedByPartiesOnly(moment)}`)
  assessedSo(where, filter)
  assessedAtAll(where, filter)
  matchingText(where, 'text', filter.text, (query) => {
    return sql`c.id in (select id from ${matching('claim_text', query)} as found where ${inTime('found.id')})`
  })
  return reviewed(where, filter.review, 'c.review')
}

export function selectClaims(filter: ClaimFilter, ofEachEvent = false): Selection {
  const where = claimConditions(filter).only('ofEvent', ofEachEvent, () => sql`c.event_id = ${parent}`)
  const rows = () => where.applied(build.selectFrom('claim as c'))
  const whole = isAllAccepted(where, 'c.review') ? 'CLAIM' : null
  return { shape: where.shape, values: where.values, id: 'c.id', rows, whole }
}
