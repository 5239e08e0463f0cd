import type { Section } from '../../../src/values/node-kinds.ts'

/** What a list is asked for: the API's filter and its order. */
export interface ListAsked {
  readonly filter?: object
  readonly orderBy?: string
}

/**
 * Where the server has the nodes of a list as CSV, all of them and in its order: `/export/statements.csv?by=russia`. Without a
 * word about review an export has what is proposed too, which a list leaves out.
 */
export function exportAddress(section: Section, { filter = {}, orderBy }: ListAsked): string {
  const params = new URLSearchParams(filterParams(filter, ''))
  if (orderBy) params.append('orderBy', orderBy)
  if (params.size === 0) params.append('review', 'ACCEPTED')
  return `/export/${section}.csv?${params}`
}

/** A filter as parameters, with dots into what stands in it: `said.from=2024`. */
const filterParams = (filter: object, prefix: string): [name: string, value: string][] =>
  Object.entries(filter).flatMap(([name, value]: [string, unknown]) => {
    if (Array.isArray(value)) return value.map((each): [string, string] => [prefix + name, String(each)])
    if (typeof value === 'object' && value !== null) return filterParams(value, `${prefix}${name}.`)
    return value === undefined || value === null ? [] : [[prefix + name, String(value)]]
  })
