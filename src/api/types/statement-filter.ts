import type { StatementFilter } from '../../model/statement/filter.ts'
import { type Answer, answerWithFields } from '../../sql/engine.ts'
import { builder, type Context } from '../kit/builder.ts'
import { asOfInstant, DateRange, timeRange } from '../kit/date-range.ts'
import { filterRule, textSearch } from '../kit/descriptions.ts'
import { QuoteTypeEnum, ReviewStateEnum, SpeechActEnum, StanceEnum } from '../kit/enum.ts'
import type { FilterFields, FilterShape } from '../kit/filter-shape.ts'
import { actorKeys, claimKeys, entityKeys, eventKeys, sourceKeys } from '../kit/reference.ts'

/** The filter as it comes in: ids and slugs, not yet looked up. */
export type StatementFilterShape = FilterShape<StatementFilter>

export const StatementFilterInput = builder.inputRef<StatementFilterShape>('StatementFilter').implement({
  description: filterRule,
  fields: (t) =>
    ({
      by: t.idList({
        description:
          'Said by any of these actors themselves. What others say on their behalf is found by onBehalfOf.',
      }),
      onBehalfOf: t.idList({
        description:
          'Speaking for any of these actors: said on their behalf, or by themselves and on nobody’s behalf.',
      }),
      addressee: t.idList({ description: 'Said to any of these actors.' }),
      about: t.idList({ description: 'About any of these actors, events or places.' }),
      claim: t.idList({ description: 'That speak to any of these claims.' }),
      event: t.idList({
        description:
          'That speak to a claim about any of these events. Statements about an event itself are found by about.',
      }),
      source: t.idList({ description: 'In any of these sources.' }),
      publisher: t.idList({ description: 'In a source published by any of these actors.' }),
      act: t.field({ type: [SpeechActEnum], description: 'With any of these speech acts.' }),
      stance: t.field({ type: [StanceEnum], description: 'That take any of these sides on their claim.' }),
      quoteType: t.field({ type: [QuoteTypeEnum], description: 'With any of these quote types.' }),
      said: t.field({
        type: DateRange,
        description:
          'That may have been said in this stretch of time; where the day is not known, in a source that appeared in it. What ' +
          'has no date is left out.',
      }),
      text: t.string({ description: textSearch('the text of the statement') }),
      asOf: t.field({
        type: 'EDTF',
        description:
          'Known by the end of this date: said by then, or in a source that had appeared. What has no date is left out, and ' +
          'what is counted is counted among these alone. BAD_USER_INPUT if the date has no end.',
      }),
      review: t.field({
        type: [ReviewStateEnum],
        description:
          'In any of these states of review; only ACCEPTED, if not given. Within `not`: any, if not given.',
      }),
      not: t.field({
        type: StatementFilterInput,
        description:
          'Leaves out the statements that this filter would keep; an empty one leaves out everything.',
      }),
    }) satisfies FilterFields<StatementFilter>,
})

/** Looks up what the filter names; `path` is where it stands among the arguments. */
export function statementFilter(
  input: StatementFilterShape | null | undefined,
  context: Context,
  path: readonly string[] = ['filter'],
): Answer<StatementFilter> {
  if (!input) return {}
  return answerWithFields({
    ...input,
    by: actorKeys(context, input.by, [...path, 'by']),
    onBehalfOf: actorKeys(context, input.onBehalfOf, [...path, 'onBehalfOf']),
    addressee: actorKeys(context, input.addressee, [...path, 'addressee']),
    about: entityKeys(context, input.about, [...path, 'about']),
    claim: claimKeys(context, input.claim, [...path, 'claim']),
    event: eventKeys(context, input.event, [...path, 'event']),
    source: sourceKeys(context, input.source, [...path, 'source']),
    publisher: actorKeys(context, input.publisher, [...path, 'publisher']),
    said: timeRange(input.said, [...path, 'said']),
    asOf: asOfInstant(input.asOf, [...path, 'asOf']),
    not: input.not ? statementFilter(input.not, context, [...path, 'not']) : null,
  })
}
