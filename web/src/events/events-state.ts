import type { VariablesOf } from '../graphql.ts'
import { orderIn, slugsAsked, textAsked, timeAsked, type Word, wordsAsked } from '../list/asked.ts'
import type { eventsQuery } from './events-query.ts'

type Filter = NonNullable<VariablesOf<typeof eventsQuery>['filter']>

export const TYPES = [
  'ACCUSE',
  'AGREE',
  'AID',
  'ASSAULT',
  'COERCE',
  'CONCEDE',
  'CONSULT',
  'COOPERATE',
  'MOBILIZE',
  'PROTEST',
  'REJECT',
  'REQUEST',
  'RETREAT',
  'SANCTION',
  'SUPPORT',
  'THREATEN',
  'OTHER',
] as const satisfies readonly Word<Filter, 'types'>[]
export const ORDERS = ['WHEN_DESC', 'WHEN'] as const

/** All that is shown of the events is in the address. */
export const eventsStateIn = (params: URLSearchParams) => ({
  filter: {
    ...wordsAsked(params, 'types', TYPES),
    ...slugsAsked(params, 'participant'),
    ...slugsAsked(params, 'place'),
    ...timeAsked(params, 'when'),
    ...textAsked(params, 'name'),
  },
  order: orderIn(params, ORDERS),
})
export type EventsState = ReturnType<typeof eventsStateIn>
