import { credibilities, verdicts } from '../../../src/values/vocabulary.ts'
import { orderIn, slugsAsked, timeAsked, wordsAsked } from '../list/asked.ts'

export const ASSESSMENT_ORDERS = ['DATE_DESC', 'DATE'] as const

/** All that is shown of the assessments is in the address. */
export const assessmentsStateIn = (params: URLSearchParams) => ({
  filter: {
    ...wordsAsked(params, 'verdict', verdicts),
    ...wordsAsked(params, 'credibility', credibilities),
    ...slugsAsked(params, 'assessor'),
    ...slugsAsked(params, 'claim'),
    ...slugsAsked(params, 'event'),
    ...timeAsked(params, 'date'),
  },
  order: orderIn(params, ASSESSMENT_ORDERS),
})
export type AssessmentsState = ReturnType<typeof assessmentsStateIn>
