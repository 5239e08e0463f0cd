import { builder, type Context } from '../../graphql/builder.ts'
import { DateRange, type Ends, timeRange } from '../../graphql/date-range.ts'
import { filterRule, textSearch } from '../../graphql/descriptions.ts'
import { QuoteTypeEnum, ReviewStateEnum, SpeechActEnum, StanceEnum } from '../../graphql/enum.ts'
import { actorKeys, claimKeys, entityKeys, eventKeys, sourceKeys } from '../../graphql/reference.ts'
import type { QuoteType, ReviewState, SpeechAct, Stance } from '../../vocabulary.ts'
import type { StatementFilter } from './filter.ts'

type Optional<T> = T | null | undefined

/** The filter as it comes in: ids and slugs, not yet looked up. */
export interface StatementFilterShape {
  by?: Optional<string[]>
  onBehalfOf?: Optional<string[]>
  addressee?: Optional<string[]>
  about?: Optional<string[]>
  claim?: Optional<string[]>
  event?: Optional<string[]>
  source?: Optional<string[]>
  publisher?: Optional<string[]>
  act?: Optional<SpeechAct[]>
  stance?: Optional<Stance[]>
  quoteType?: Optional<QuoteType[]>
  said?: Optional<Ends>
  text?: Optional<string>
  review?: Optional<ReviewState[]>
  not?: Optional<StatementFilterShape>
}

export const StatementFilterInput = builder.inputRef<StatementFilterShape>('StatementFilter').implement({
  description: filterRule,
  fields: (t) => ({
    by: t.idList({ description: 'The speaker itself.' }),
    onBehalfOf: t.idList({
      description: 'Whoever the statement speaks for: its onBehalfOf, or else its speaker.',
    }),
    addressee: t.idList({ description: 'Told to any of these actors.' }),
    about: t.idList({ description: 'About any of these actors, events or places.' }),
    claim: t.idList({ description: 'That speak to any of these claims.' }),
    event: t.idList({ description: 'On a claim about any of these events.' }),
    source: t.idList({ description: 'In any of these sources.' }),
    publisher: t.idList({ description: 'In a source published by any of these actors.' }),
    act: t.field({ type: [SpeechActEnum], description: 'With any of these speech acts.' }),
    stance: t.field({ type: [StanceEnum], description: 'That take any of these sides on their claim.' }),
    quoteType: t.field({ type: [QuoteTypeEnum], description: 'Given in these words.' }),
    said: t.field({
      type: DateRange,
      description: 'That may have been said in this stretch of time; what has no date is left out.',
    }),
    text: t.string({ description: textSearch('the text of the statement') }),
    review: t.field({
      type: [ReviewStateEnum],
      description: 'ACCEPTED alone, unless this says otherwise.',
    }),
    not: t.field({ type: StatementFilterInput, description: 'Leaves out what this would keep.' }),
  }),
})

/** Looks up what the filter names; `path` is where it stands among the arguments. */
export function statementFilter(
  input: Optional<StatementFilterShape>,
  context: Context,
  path: readonly string[] = ['filter'],
): StatementFilter {
  if (!input) return {}
  return {
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
    not: input.not ? statementFilter(input.not, context, [...path, 'not']) : null,
  }
}
