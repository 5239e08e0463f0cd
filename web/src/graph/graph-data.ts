import type { Around } from './around-query.ts'

export const LINK_TYPES = [
  'SPEAKS_ABOUT',
  'AFFILIATED',
  'PARTICIPATES_WITH',
  'SAME_SIDE',
  'OPPOSITE_SIDE',
] as const
export type LinkType = (typeof LINK_TYPES)[number]

export const linkWords: Readonly<Record<LinkType, string>> = {
  SPEAKS_ABOUT: 'speaks about',
  AFFILIATED: 'belongs to',
  PARTICIPATES_WITH: 'takes part with',
  SAME_SIDE: 'on the same side as',
  OPPOSITE_SIDE: 'on the opposite side of',
}

export interface GraphNode {
  readonly slug: string
  readonly name: string
  readonly __typename: string
}

export interface GraphLink {
  readonly type: LinkType
  readonly from: string
  readonly to: string
  readonly note?: string
}

export interface GraphData {
  readonly nodes: readonly GraphNode[]
  readonly links: readonly GraphLink[]
  readonly truncated: boolean
}

/** Several neighborhoods as one graph; what is in two of them is in it once. */
export function merged(parts: readonly Around[]): GraphData {
  const nodes = new Map(parts.flatMap((part) => part.nodes.map((node) => [node.slug, node] as const)))
  const links = new Map<string, GraphLink>()
  for (const { type, from, to } of parts.flatMap((part) => part.links))
    links.set(`${type} ${from.slug} ${to.slug}`, { type, from: from.slug, to: to.slug })
  return {
    nodes: [...nodes.values()],
    links: [...links.values()],
    truncated: parts.some(({ truncated }) => truncated),
  }
}

/** Only links of these types, and the nodes that they, or the address, keep. */
export function filtered(data: GraphData, hidden: readonly LinkType[], kept: readonly string[]): GraphData {
  const links = data.links.filter(({ type }) => !hidden.includes(type))
  const tied = new Set([...kept, ...links.flatMap(({ from, to }) => [from, to])])
  return { ...data, links, nodes: data.nodes.filter(({ slug }) => tied.has(slug)) }
}
