/** Where a node has its page. */
export interface Addressed {
  readonly __typename: string
  readonly id?: string
  readonly slug?: string | null
}

const actorTypes = new Set(['State', 'Organization', 'ArmedGroup', 'MediaOutlet', 'Person', 'Actor'])

export const isActor = (typename: string): boolean => actorTypes.has(typename)

export function pathOf({ __typename, id = '', slug }: Addressed): string {
  if (__typename === 'Statement') return `/statement/${encodeURIComponent(id)}`
  const kind = isActor(__typename) ? 'actor' : __typename.toLowerCase()
  return `/${kind}/${encodeURIComponent(slug || id)}`
}

export const actorPath = (slug: string): string => `/actor/${encodeURIComponent(slug)}`
export const claimPath = (slug: string): string => `/claim/${encodeURIComponent(slug)}`
export const sourcePath = (slug: string): string => `/source/${encodeURIComponent(slug)}`

/** The kind of a node in plain words. */
export const kindName = (typename: string): string =>
  typename.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
