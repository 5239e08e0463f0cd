import type { ResultOf } from '../kit/graphql.ts'
import type { eventQuery } from './event-query.ts'

/** How many proposed statements there are on its claims and about itself. */
export type ProposedOfEvent = Pick<ResultOf<typeof eventQuery>, 'proposedOnClaims' | 'proposedAbout'>
export type EventAnswer = NonNullable<ResultOf<typeof eventQuery>['event']>
