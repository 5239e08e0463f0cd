import { actorTypeNames, nodeKinds } from '../../../src/values/node-kinds.ts'

/** Where a node has its page. */
export interface Addressed {
  readonly __typename: string
  readonly id?: string
  readonly slug?: string | null
}

const actorTypes: readonly string[] = [...Object.values(actorTypeNames), nodeKinds.ACTOR.typeName]

export const isActor = (typename: string): boolean => actorTypes.includes(typename)

const pages: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(nodeKinds).map(({ typeName, one }) => [typeName, one]),
)

export function pathOf({ __typename, id = '', slug }: Addressed): string {
  // A statement's slug is no argument of Query.statement.
  const name = __typename === nodeKinds.STATEMENT.typeName ? id : slug || id
  const page = isActor(__typename) ? nodeKinds.ACTOR.one : pages[__typename]
  return `/${page}/${encodeURIComponent(name)}`
}

export const actorPath = (slug: string): string => `/actor/${encodeURIComponent(slug)}`
export const claimPath = (slug: string): string => `/claim/${encodeURIComponent(slug)}`
export const sourcePath = (slug: string): string => `/source/${encodeURIComponent(slug)}`

/** The kind of a node in plain words. */
export const kindName = (typename: string): string =>
  typename.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
