import { wordsIn } from '../kit/location.ts'

/** What may stand in one of a filter's lists. */
export type Word<Filter, Field extends keyof Filter> =
  NonNullable<Filter[Field]> extends readonly (infer One)[] ? One : never

/** A value under a filter's name, where there is one. */
const named = <Name extends string, Value>(name: Name, value: Value | null) =>
  (value === null ? {} : { [name]: value }) as { readonly [name in Name]?: Value }

/** Values under a filter's name, where there are any. */
export const listed = <Name extends string, Value>(name: Name, values: readonly Value[]) =>
  named(name, values.length > 0 ? [...values] : null)

/** The words of a vocabulary, or slugs, that the address has under the filter's name; words that are none are left out. */
export const wordsAsked = <Name extends string, Value extends string>(
  params: URLSearchParams,
  name: Name,
  words: readonly Value[],
) => listed(name, wordsIn(params, name, words))
export const slugsAsked = <Name extends string>(params: URLSearchParams, name: Name) =>
  listed(name, params.getAll(name).filter(Boolean))

/** A text to search for. */
export const textAsked = <Name extends string>(params: URLSearchParams, name: Name) =>
  named(name, params.get(name)?.trim() || null)

/** A time, from and until which the address has under these words. */
export const timeAsked = <Name extends string>(params: URLSearchParams, name: Name) => {
  const [from, until] = [params.get('from'), params.get('until')]
  const range = { ...(from && { from }), ...(until && { until }) }
  return named(name, from || until ? range : null)
}

/** The order that the address asks for; the first of all if it asks for none. */
export const orderIn = <Order extends string>(
  params: URLSearchParams,
  orders: readonly [Order, ...Order[]],
): Order => orders.find((order) => order === params.get('order')) ?? orders[0]

/** What a list and its file are asked for alike. */
export const askedFor = <Filter extends object, Order extends string>(filter: Filter, orderBy: Order) => ({
  ...(Object.keys(filter).length > 0 && { filter }),
  orderBy,
})

/** The same filter for what is proposed, to count beside what is listed. */
export const proposedOf = <Filter extends object>(filter: Filter) => ({
  ...filter,
  review: ['PROPOSED' as const],
})

interface NamedNode {
  readonly __typename?: string
  readonly slug?: string
  readonly name?: string
  readonly text?: string
  readonly title?: string
}

/** What the nodes are called that a filter names; a claim by its words, a source by its title. */
export const namesOf = (nodes: readonly (NamedNode | null)[] = []): ReadonlyMap<string, string> =>
  new Map(
    nodes.flatMap((node) => {
      const name = node?.name ?? node?.text ?? node?.title
      return node?.slug && name ? [[node.slug, name] as const] : []
    }),
  )
