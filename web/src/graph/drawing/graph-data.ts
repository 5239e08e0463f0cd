import { actorTypeNames, nodeKinds } from '../../../../src/values/node-kinds.ts'
import type { LinkType } from '../../../../src/values/vocabulary.ts'
import { isolated } from '../../kit/isolated.ts'
import type { Around } from './around-query.ts'
import { type GraphLink, isOmitted, linkKey, linksOf, linkTail, linkWords } from './link.ts'

export const NODE_KINDS = [
  ...Object.values(actorTypeNames),
  nodeKinds.EVENT.typeName,
  nodeKinds.PLACE.typeName,
] as const
export type NodeKind = (typeof NODE_KINDS)[number]

export interface GraphNode {
  readonly slug: string
  readonly name: string
  readonly __typename: string
}

export interface GraphData {
  readonly nodes: readonly GraphNode[]
  readonly links: readonly GraphLink[]
  readonly truncated: boolean
  /** The weight of the heaviest link, where a link is drawn the wider the more it weighs. */
  readonly heaviest?: number
  /** The graph before its last node was expanded: what was in it stays where it was. */
  readonly before?: GraphData | undefined
}

/** A link in words. */
export function linkText({ nodes }: GraphData, link: GraphLink): string {
  const nameOf = (slug: string) => nodes.find((node) => node.slug === slug)?.name ?? slug
  return `${isolated(nameOf(link.from))} ${linkWords(link)} ${isolated(nameOf(link.to))}${linkTail(link)}`
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
    for (const link of linksOf(part.links)) links.set(linkKey(link), links.get(linkKey(link)) ?? link)
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
    ({ type, from, to }) => !isOmitted(type, types) && !omitted.has(from) && !omitted.has(to),
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
