import type { VariablesOf } from '../kit/graphql.ts'
import { type ChosenName, chosenIn } from './chosen.ts'
import type { statementsQuery } from './statements-query.ts'

export type StatementFilter = NonNullable<VariablesOf<typeof statementsQuery>['filter']>

/** What of a filter stands in the address: what is chosen under these names, and from when until when it was said. */
export function statementFilterIn(params: URLSearchParams, names: readonly ChosenName[]): StatementFilter {
  const [from, until] = [params.get('from'), params.get('until')]
  return {
    ...chosenIn(params, names),
    ...((from || until) && { said: { ...(from && { from }), ...(until && { until }) } }),
  }
}
