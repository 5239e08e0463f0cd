import type { VariablesOf } from '../graphql.ts'
import { orderIn, slugsAsked, textAsked, type Word, wordsAsked } from '../list/asked.ts'
import type { actorsQuery } from './actors-query.ts'

type Filter = NonNullable<VariablesOf<typeof actorsQuery>['filter']>

export const TYPES = [
  'STATE',
  'ORGANIZATION',
  'ARMED_GROUP',
  'MEDIA_OUTLET',
  'PERSON',
] as const satisfies readonly Word<Filter, 'types'>[]
export const KINDS = [
  'GOVERNMENT_BODY',
  'SECURITY_SERVICE',
  'MILITARY',
  'INTERNATIONAL',
  'PARTY',
  'COMPANY',
  'CIVIL_SOCIETY',
  'OTHER',
] as const satisfies readonly Word<Filter, 'kind'>[]
export const ROLES = [
  'MEMBER',
  'OFFICIAL',
  'LEADER',
  'SPOKESPERSON',
  'PART_OF',
  'CITIZEN',
] as const satisfies readonly Word<Filter, 'role'>[]
export const ORDERS = ['NAME', 'STATEMENTS_DESC'] as const

/** All that is shown of the actors is in the address. */
export const actorsStateIn = (params: URLSearchParams) => ({
  filter: {
    ...wordsAsked(params, 'types', TYPES),
    ...wordsAsked(params, 'kind', KINDS),
    ...wordsAsked(params, 'role', ROLES),
    ...slugsAsked(params, 'affiliatedWith'),
    ...textAsked(params, 'name'),
  },
  order: orderIn(params, ORDERS),
})
export type ActorsState = ReturnType<typeof actorsStateIn>
