import type { ResultOf } from '../graphql.ts'
import type { actorQuery } from './actor-query.ts'

export type AssessedClaims = ResultOf<typeof actorQuery>['assessed']
export type ActorAnswer = NonNullable<ResultOf<typeof actorQuery>['actor']>
