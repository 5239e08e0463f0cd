import type { AssessmentFilter } from '../../model/assessment/filter.ts'
import { type Answer, answerWithFields } from '../../sql/engine.ts'
import { builder, type Context } from '../kit/builder.ts'
import { DateRange, timeRange } from '../kit/date-range.ts'
import { filterRule } from '../kit/descriptions.ts'
import { CredibilityEnum, VerdictEnum } from '../kit/enum.ts'
import type { FilterFields } from '../kit/filter-shape.ts'
import { actorKeys, claimKeys, eventKeys } from '../kit/reference.ts'

export const AssessmentFilterInput = builder.inputType('AssessmentFilter', {
  description: filterRule,
  fields: (t) =>
    ({
      verdict: t.field({ type: [VerdictEnum], description: 'With any of these verdicts.' }),
      credibility: t.field({
        type: [CredibilityEnum],
        description: 'With any of these degrees on the Admiralty scale.',
      }),
      assessor: t.idList({ description: 'By any of these actors.' }),
      claim: t.idList({ description: 'Of any of these claims.' }),
      event: t.idList({ description: 'Of a claim about any of these events.' }),
      date: t.field({
        type: DateRange,
        description: 'That may have been made in this stretch of time; what has no date is left out.',
      }),
    }) satisfies FilterFields<AssessmentFilter>,
})

/** Looks up what the filter names. */
export const assessmentFilter = (
  input: typeof AssessmentFilterInput.$inferInput | null | undefined,
  context: Context,
): Answer<AssessmentFilter> =>
  answerWithFields({
    ...input,
    assessor: actorKeys(context, input?.assessor, ['filter', 'assessor']),
    claim: claimKeys(context, input?.claim, ['filter', 'claim']),
    event: eventKeys(context, input?.event, ['filter', 'event']),
    date: timeRange(input?.date, ['filter', 'date']),
  })
