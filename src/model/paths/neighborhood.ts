import type { Adjacency } from './adjacency.ts'
import { isDirected, type Tie } from './tie.ts'

export interface Neighborhood {
  /** Ids of entities, the centre first. */
  readonly nodes: readonly number[]
  readonly links: readonly Tie[]
  readonly truncated: boolean
}

export interface NeighborhoodQuery {
  readonly centre: number
  readonly through: number
  readonly depth: number
  readonly first: number
}

/** A few hundred actors who all took a side would be tied by tens of thousands of links. */
export const LINKS_PER_NODE = 10

/** The nodes nearest to one, the strongest ties first, and the links among them. */
export function neighborhood(graph: Adjacency, query: NeighborhoodQuery): Neighborhood {
  const near = nearestNodes(graph, query)
  const links = new Links(graph, query.first * LINKS_PER_NODE, near.links)
  const order = new Map([...near.nodes].map((node, index) => [node, index]))
  const whole = among(graph, order, query.through, links)
  return {
    nodes: [...near.nodes],
    links: links.all,
    truncated: near.more || !whole,
  }
}

/** All ties between two nodes, the strongest types first: as many as there are types, directions and roles at most. */
export function linksBetween(graph: Adjacency, from: number, to: number, through: number): Tie[] {
  const links = new Links(graph, Number.POSITIVE_INFINITY, [])
  if (from === to) return []
  graph.each(from, through, (other, kind) => other === to && !links.add(from, to, kind))
  return links.all
}

/** Breadth first, and the link by which each was found: as long as these are shown, nothing floats. */
function nearestNodes(graph: Adjacency, { centre, through, depth, first }: NeighborhoodQuery) {
  const nodes = new Set([centre])
  const hubs = new Set<number>()
  const links: Tie[] = []
  let more = false
  let frontier = [centre]
  for (let level = 0; level < depth && !more; level++) {
    const next: number[] = []
    more = frontier.some((node, index) => {
      fetchSome(graph, frontier, index, through)
      return graph.each(
        node,
        through,
        (other, kind) => {
          if (nodes.has(other)) return false
          if (nodes.size >= first) return true
          nodes.add(other)
          next.push(other)
          links.push(graph.tie(node, other, kind))
          return false
        },
        (hub) => !hubs.has(hub) && hubs.add(hub) !== null,
      )
    })
    frontier = next
  }
  return { nodes, links, more }
}

/** How many nodes' rows are read together. Those behind them may not be needed. */
const NODES_AT_ONCE = 32

function fetchSome(graph: Adjacency, nodes: readonly number[], index: number, through: number): void {
  if (index % NODES_AT_ONCE === 0) graph.fetchRows(nodes.slice(index, index + NODES_AT_ONCE), through)
}

/** Adds the ties among the nodes, each once: from its later node to its earlier one. False if they were too many. */
function among(graph: Adjacency, order: ReadonlyMap<number, number>, through: number, links: Links): boolean {
  const gathered = new Map<number, number[]>()
  const nodes = [...order.keys()]
  for (const [node, index] of order) {
    fetchSome(graph, nodes, index, through)
    const full = graph.row(node, through, (other, kind) => {
      if (!graph.isHub(other)) return (order.get(other) ?? index) < index && !links.add(node, other, kind)
      const earlier = gathered.get(other) ?? []
      const full = earlier.some((present) => !links.add(present, node, kind))
      earlier.push(node)
      gathered.set(other, earlier)
      return full
    })
    if (full) return false
  }
  return true
}

/** Links, each once, up to a number. */
class Links {
  readonly all: Tie[]
  readonly #graph: Adjacency
  readonly #most: number
  readonly #known: Set<string>

  constructor(graph: Adjacency, most: number, links: readonly Tie[]) {
    this.#graph = graph
    this.#most = most
    this.all = [...links]
    this.#known = new Set(links.map(tieKey))
  }

  /** False where it is one too many. */
  add(node: number, other: number, kind: number): boolean {
    const tie = this.#graph.tie(node, other, kind)
    const key = tieKey(tie)
    if (this.#known.has(key)) return true
    if (this.all.length >= this.#most) return false
    this.#known.add(key)
    this.all.push(tie)
    return true
  }
}

/** A tie that has no direction may be met from either side. */
const tieKey = ({ type, fromId, toId, role }: Tie): string =>
  isDirected(type) || fromId < toId
    ? `${type} ${role} ${fromId} ${toId}`
    : `${type} ${role} ${toId} ${fromId}`
