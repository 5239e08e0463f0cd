import type { ResultOf } from '../graphql.ts'
import type { eventQuery } from './event-query.ts'

export type EventAnswer = NonNullable<ResultOf<typeof eventQuery>['event']>
