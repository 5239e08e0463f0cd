import { counted } from '../words.ts'
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

/** The others read the same from either end. */
export const hasDirection = (type: LinkType): boolean => type === 'SPEAKS_ABOUT' || type === 'AFFILIATED'

export const NODE_KINDS = [
  'State',
  'Organization',
  'ArmedGroup',
  'MediaOutlet',
  'Person',
  'Event',
  'Place',
] as const
export type NodeKind = (typeof NODE_KINDS)[number]

export interface GraphNode {
  readonly slug: string
  readonly name: string
  readonly __typename: string
}

export interface GraphLink {
  readonly type: LinkType
  readonly from: string
  readonly to: string
  /** How many claims it stands for, where that is known. */
  readonly claims?: number
}

export interface GraphData {
  readonly nodes: readonly GraphNode[]
  readonly links: readonly GraphLink[]
  readonly truncated: boolean
  /** The graph before its last node was expanded: what was in it stays where it was. */
  readonly before?: GraphData | undefined
}

export const linkKey = ({ type, from, to }: GraphLink): string =>
  hasDirection(type) || from < to ? `${type} ${from} ${to}` : `${type} ${to} ${from}`

/** A link in words. */
export function linkText({ nodes }: GraphData, { type, from, to, claims }: GraphLink): string {
  const nameOf = (slug: string) => nodes.find((node) => node.slug === slug)?.name ?? slug
  const on = claims === undefined ? '' : `, on ${counted(claims, 'claim')}`
  return `${nameOf(from)} ${linkWords[type]} ${nameOf(to)}${on}`
}

/** A node with those that are tied to it, and the links between it and them. */
export function nearOf(data: GraphData, slug: string): GraphData {
  const links = data.links.filter(({ from, to }) => from === slug || to === slug)
  const tied = new Set([slug, ...links.flatMap(({ from, to }) => [from, to])])
  return { ...data, links, nodes: data.nodes.filter((node) => tied.has(node.slug)) }
}

/** Several neighborhoods as one graph; what is in two of them is in it once. */
export function merged(parts: readonly Around[]): GraphData {
  const nodes = new Map<string, GraphNode>()
  const links = new Map<string, GraphLink>()
  for (const part of parts) {
    for (const node of part.nodes) nodes.set(node.slug, nodes.get(node.slug) ?? node)
    for (const { type, from, to } of part.links) {
      const link = { type, from: from.slug, to: to.slug }
      links.set(linkKey(link), links.get(linkKey(link)) ?? link)
    }
  }
  return {
    nodes: [...nodes.values()],
    links: [...links.values()],
    truncated: parts.some(({ truncated }) => truncated),
    before: parts.length > 1 ? merged(parts.slice(0, -1)) : undefined,
  }
}

export interface Omitted {
  readonly types: readonly LinkType[]
  readonly kinds: readonly NodeKind[]
  readonly slugs: readonly string[]
}

/** Without links and nodes of these kinds, without these nodes, and without what then hangs on nothing; `kept` stays. */
export function filtered(
  data: GraphData,
  { types, kinds, slugs }: Omitted,
  kept: readonly string[],
): GraphData {
  const omitted = new Set(
    data.nodes
      .filter((node) => slugs.includes(node.slug) || kinds.some((kind) => kind === node.__typename))
      .map(({ slug }) => slug)
      .filter((slug) => !kept.includes(slug)),
  )
  const links = data.links.filter(
    ({ type, from, to }) => !types.includes(type) && !omitted.has(from) && !omitted.has(to),
  )
  const tied = new Set([...kept, ...links.flatMap(({ from, to }) => [from, to])])
  return { ...data, links, nodes: data.nodes.filter(({ slug }) => tied.has(slug)) }
}

/** How often each value occurs. */
export function tally<Value extends string>(values: readonly Value[]): Partial<Record<Value, number>> {
  const counts: Partial<Record<Value, number>> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
