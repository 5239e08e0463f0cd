import type { VariablesOf } from '../graphql.ts'
import { stancesIn } from './stance-filter.tsx'
import type { statementsQuery } from './statements-query.ts'

export type StatementFilter = NonNullable<VariablesOf<typeof statementsQuery>['filter']>

/** What of a filter stands in the address: the stances, from when until when, and the nodes under these names. */
export function filterIn(
  params: URLSearchParams,
  names: readonly ('by' | 'event' | 'source')[],
): StatementFilter {
  const stance = stancesIn(params)
  const [from, until] = [params.get('from'), params.get('until')]
  const nodes = names.map((name) => [name, params.getAll(name)] as const)
  return {
    ...Object.fromEntries(nodes.filter(([, slugs]) => slugs.length > 0)),
    ...(stance.length > 0 && { stance }),
    ...((from || until) && { said: { ...(from && { from }), ...(until && { until }) } }),
  }
}
