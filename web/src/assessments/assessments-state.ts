import type { VariablesOf } from '../graphql.ts'
import { orderIn, slugsAsked, timeAsked, type Word, wordsAsked } from '../list/asked.ts'
import type { assessmentsQuery } from './assessments-query.ts'

type Filter = NonNullable<VariablesOf<typeof assessmentsQuery>['filter']>

export const VERDICTS = [
  'VERIFIED',
  'PARTLY_VERIFIED',
  'UNVERIFIED',
  'DISPUTED',
  'REFUTED',
] as const satisfies readonly Word<Filter, 'verdict'>[]
export const CREDIBILITIES = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'] as const satisfies readonly Word<
  Filter,
  'credibility'
>[]
export const ORDERS = ['DATE_DESC', 'DATE'] as const

/** All that is shown of the assessments is in the address. */
export const assessmentsStateIn = (params: URLSearchParams) => ({
  filter: {
    ...wordsAsked(params, 'verdict', VERDICTS),
    ...wordsAsked(params, 'credibility', CREDIBILITIES),
    ...slugsAsked(params, 'assessor'),
    ...slugsAsked(params, 'claim'),
    ...slugsAsked(params, 'event'),
    ...timeAsked(params, 'date'),
  },
  order: orderIn(params, ORDERS),
})
export type AssessmentsState = ReturnType<typeof assessmentsStateIn>
