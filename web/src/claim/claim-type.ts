import type { ResultOf } from '../graphql.ts'
import type { claimQuery, figuresQuery } from './claim-query.ts'

export type ClaimAnswer = NonNullable<ResultOf<typeof claimQuery>['claim']>
export type FigureClaim = ResultOf<typeof figuresQuery>['claims']['nodes'][number]
