import { sql } from 'kysely'
import { build } from '../../sql/build.ts'
import type { Selection } from '../../sql/list.ts'
import { type KeyChoice, Where } from '../../sql/where.ts'
import type { Credibility, Verdict } from '../../values/vocabulary.ts'
import { overlapping, type TimeRange } from '../conditions/time-range.ts'

export interface AssessmentFilter {
  readonly verdict?: readonly Verdict[] | null | undefined
  readonly credibility?: readonly Credibility[] | null | undefined
  readonly assessor?: KeyChoice
  readonly claim?: KeyChoice
  readonly event?: KeyChoice
  readonly date?: TimeRange | null | undefined
}

export function selectAssessments(filter: AssessmentFilter): Selection {
  const where = new Where()
    .oneOf('verdict', filter.verdict, (is) => sql`x.verdict ${is}`)
    .oneOf('credibility', filter.credibility, (is) => sql`x.credibility ${is}`)
    .oneOf('assessor', filter.assessor, (is) => sql`x.assessor_id ${is}`)
    .oneOf('claim', filter.claim, (is) => sql`x.claim_id ${is}`)
    .oneOf('event', filter.event, (is) => sql`x.claim_id in (select id from claim where event_id ${is})`)
  overlapping(where, 'date', filter.date, 'x.date')
  return {
    shape: where.shape,
    values: where.values,
    id: 'x.id',
    rows: () => where.applied(build.selectFrom('assessment as x')),
    whole: where.shape === '' ? 'ASSESSMENT' : null,
  }
}
