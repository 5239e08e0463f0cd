import type { ResultOf } from '../kit/graphql.ts'
import type { claimQuery, figuresQuery } from './claim-query.ts'

export type ClaimAnswer = NonNullable<ResultOf<typeof claimQuery>['claim']>
export type TakenPositions = ClaimAnswer['affirms']
export type TakenPosition = TakenPositions['nodes'][number]
export type FiguresAnswer = ResultOf<typeof figuresQuery>['claims']
export type FigureClaim = FiguresAnswer['nodes'][number]
