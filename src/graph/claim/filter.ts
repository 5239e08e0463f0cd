import { type RawBuilder, sql } from 'kysely'
import type { Selection } from '../../db/list.ts'
import { parent } from '../../db/list.ts'
import { build } from '../../db/prepare.ts'
import { Where } from '../../db/where.ts'
import type { ClaimKind, ReviewState, Standing, Verdict } from '../../vocabulary.ts'
import { isAllAccepted, reviewed } from '../review.ts'
import { matching } from '../search-text.ts'

type Keys = readonly number[] | null | undefined

export interface ClaimFilter {
  readonly kind?: readonly ClaimKind[] | null | undefined
  readonly subject?: Keys
  readonly event?: Keys
  readonly about?: Keys
  readonly hasFigure?: boolean | null | undefined
  readonly unit?: readonly string[] | null | undefined
  readonly standing?: readonly Standing[] | null | undefined
  readonly singleSource?: boolean | null | undefined
  readonly partiesOnly?: boolean | null | undefined
  readonly assessed?: boolean | null | undefined
  readonly verdict?: readonly Verdict[] | null | undefined
  readonly assessor?: Keys
  readonly text?: string | null | undefined
  readonly review?: readonly ReviewState[] | null | undefined
}

/** Affirmed, and by nobody but actors that take part in the claim's event. */
const affirmedByPartiesOnly = sql<boolean>`(
  c.event_id is not null
  and exists (select 1 from position where claim_id = c.id and stance = 'AFFIRMS')
  and not exists (
    select 1 from position po where po.claim_id = c.id and po.stance = 'AFFIRMS'
      and not exists (select 1 from participation pa where pa.event_id = c.event_id and pa.actor_id = po.actor_id)
  ))`

/** Claims of which one assessment has one of these verdicts, by one of these assessors. */
function assessedSo(where: Where, { verdict, assessor, assessed }: ClaimFilter): Where {
  // Of those whom the assessors have not assessed, the assessors only say whose assessments are meant.
  const wanted = assessed === false && !verdict ? null : assessor
  const conditions = new Where()
    .oneOf('verdict', verdict, (is) => sql`x.verdict ${is}`)
    .oneOf('assessor', wanted, (is) => sql`x.assessor_id ${is}`)
  return where.beside('assessedSo', conditions, (all) => {
    return sql`c.id in (select claim_id from assessment x where ${all})`
  })
}

/** Claims that have been assessed at all, or have not: by anybody, or by one of the assessors. */
function assessedAtAll(where: Where, { assessor, assessed }: ClaimFilter): Where {
  if (assessed == null) return where
  const ofClaim = new Where().only('ofClaim', true, () => sql`x.claim_id = c.id`)
  const conditions = ofClaim.oneOf('anyAssessor', assessor, (is) => sql`x.assessor_id ${is}`)
  const exists = (all: RawBuilder<boolean>) => sql<boolean>`exists (select 1 from assessment x where ${all})`
  return where.beside(assessed ? 'assessed' : 'neverAssessed', conditions, (all) =>
    assessed ? exists(all) : sql`not ${exists(all)}`,
  )
}

export function claimConditions(filter: ClaimFilter): Where {
  const where = new Where()
    .oneOf('kind', filter.kind, (is) => sql`c.kind ${is}`)
    .oneOf('subject', filter.subject, (is) => sql`c.subject_id ${is}`)
    .oneOf('event', filter.event, (is) => sql`c.event_id ${is}`)
    .oneOf('about', filter.about, (is) => sql`(c.subject_id ${is} or c.event_id ${is} or c.object_id ${is})`)
    .only('hasFigure', filter.hasFigure === true, () => sql`c.figure_unit is not null`)
    .only('hasNoFigure', filter.hasFigure === false, () => sql`c.figure_unit is null`)
    .oneOf('unit', filter.unit, (is) => sql`c.figure_unit ${is}`)
    .oneOf('standing', filter.standing, (is) => sql`c.standing ${is}`)
    .only('singleSource', filter.singleSource === true, () => sql`c.source_count = 1`)
    .only('severalSources', filter.singleSource === false, () => sql`c.source_count <> 1`)
    .only('partiesOnly', filter.partiesOnly === true, () => affirmedByPartiesOnly)
    .only('notPartiesOnly', filter.partiesOnly === false, () => sql`not ${affirmedByPartiesOnly}`)
  assessedSo(where, filter)
  assessedAtAll(where, filter)
  matching(where, 'text', filter.text, (query) => {
    return sql`c.id in (select rowid from claim_text where claim_text match ${query})`
  })
  return reviewed(where, filter.review, 'c.review')
}

export function selectClaims(filter: ClaimFilter, ofEachEvent = false): Selection {
  const where = claimConditions(filter).only('ofEvent', ofEachEvent, () => sql`c.event_id = ${parent}`)
  const rows = () => where.applied(build.selectFrom('claim as c'))
  const whole = isAllAccepted(where, 'c.review') ? 'CLAIM' : null
  return { shape: where.shape, values: where.values, id: 'c.id', rows, whole }
}
