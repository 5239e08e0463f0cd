import { reviewStates, speechActs } from '../../../src/values/vocabulary.ts'
import { orderIn, slugsAsked, textAsked, timeAsked, wordsAsked } from '../list/asked.ts'
import { STANCES } from '../statement/stance-filter.tsx'

export const STATEMENT_ORDERS = ['SAID_DESC', 'SAID'] as const

/** All that is shown of the statements is in the address. */
export const statementsStateIn = (params: URLSearchParams) => ({
  filter: {
    ...slugsAsked(params, 'by'),
    ...slugsAsked(params, 'onBehalfOf'),
    ...slugsAsked(params, 'addressee'),
    ...slugsAsked(params, 'about'),
    ...slugsAsked(params, 'claim'),
    ...slugsAsked(params, 'event'),
    ...slugsAsked(params, 'source'),
    ...wordsAsked(params, 'act', speechActs),
    ...wordsAsked(params, 'stance', STANCES),
    ...timeAsked(params, 'said'),
    ...textAsked(params, 'text'),
    ...wordsAsked(params, 'review', reviewStates),
  },
  order: orderIn(params, STATEMENT_ORDERS),
})
export type StatementsState = ReturnType<typeof statementsStateIn>
