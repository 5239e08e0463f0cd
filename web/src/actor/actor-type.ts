import type { ResultOf } from '../kit/graphql.ts'
import type { actorQuery } from './actor-query.ts'

export type AssessedClaims = ResultOf<typeof actorQuery>['assessed']
/** How many proposed statements there are by the actor, for it, about it and to it. */
export type ProposedOfActor = Pick<
  ResultOf<typeof actorQuery>,
  'proposedBy' | 'proposedFor' | 'proposedForItself' | 'proposedAbout' | 'proposedTold'
>
export type ActorAnswer = NonNullable<ResultOf<typeof actorQuery>['actor']>
