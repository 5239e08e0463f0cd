import { eventTypes, reviewStates } from '../../../src/values/vocabulary.ts'
import { orderIn, slugsAsked, textAsked, timeAsked, wordsAsked } from '../list/asked.ts'

export const EVENT_ORDERS = ['WHEN_DESC', 'WHEN'] as const

/** All that is shown of the events is in the address. */
export const eventsStateIn = (params: URLSearchParams) => ({
  filter: {
    ...wordsAsked(params, 'types', eventTypes),
    ...slugsAsked(params, 'participant'),
    ...slugsAsked(params, 'place'),
    ...timeAsked(params, 'when'),
    ...textAsked(params, 'name'),
    ...wordsAsked(params, 'review', reviewStates),
  },
  order: orderIn(params, EVENT_ORDERS),
})
export type EventsState = ReturnType<typeof eventsStateIn>
