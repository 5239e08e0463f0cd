import {
  actorTypes,
  affiliationRoles,
  organizationKinds,
  reviewStates,
} from '../../../src/values/vocabulary.ts'
import { orderIn, slugsAsked, textAsked, wordsAsked } from '../list/asked.ts'

export const ACTOR_ORDERS = ['NAME', 'STATEMENTS_DESC'] as const

/** All that is shown of the actors is in the address. */
export const actorsStateIn = (params: URLSearchParams) => ({
  filter: {
    ...wordsAsked(params, 'types', actorTypes),
    ...wordsAsked(params, 'kind', organizationKinds),
    ...wordsAsked(params, 'role', affiliationRoles),
    ...slugsAsked(params, 'affiliatedWith'),
    ...textAsked(params, 'name'),
    ...wordsAsked(params, 'review', reviewStates),
  },
  order: orderIn(params, ACTOR_ORDERS),
})
export type ActorsState = ReturnType<typeof actorsStateIn>
