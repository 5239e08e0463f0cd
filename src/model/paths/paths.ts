import type { Adjacency } from './adjacency.ts'
import { Reach } from './reach.ts'
import type { Tie } from './tie.ts'

export interface Path {
  readonly length: number
  /** Ids of entities, one more than there are links. */
  readonly nodes: readonly number[]
  readonly links: readonly Tie[]
}

export interface PathQuery {
  readonly from: number
  readonly to: number
  readonly through: number
  readonly maxLength: number
  readonly first: number
}

/** Ties looked at for ways longer than the shortest, of which there can be more than could ever be tried. */
export const MOST_TIES = 10_000_000

const [FEWEST_AHEAD, MOST_AHEAD] = [8, 64]

/**
 * The shortest simple paths, shorter ones first. Of the same length, that comes first whose first hop is stronger, then
 * whose second is. Two balls that grow towards each other find the distance; the paths of each length from there on are
 * then walked among the nodes from which the end can still be reached in time.
 */
export function shortestPaths(graph: Adjacency, query: PathQuery): Path[] {
  const { from, to, through, first } = query
  if (from === to || first === 0) return []
  const [out, back] = [new Reach(graph, from, through), new Reach(graph, to, through)]
  try {
    return pathsBetween(graph, query, out, back)
  } finally {
    out.free()
    back.free()
  }
}

function pathsBetween(graph: Adjacency, query: PathQuery, out: Reach, back: Reach): Path[] {
  const { maxLength } = query
  if (!meet(out, back, maxLength)) return []
  const walk = new Walk(graph, query)
  for (let length = out.radius + back.radius; length <= maxLength && !walk.done; length++) {
    while (out.radius + back.radius < length) smaller(out, back).grow()
    walkHomeward(walk, length, out, back)
  }
  return walk.found
}

const smaller = (one: Reach, other: Reach): Reach =>
  one.frontier.length <= other.frontier.length ? one : other

/** Grows the balls until they touch; their radii add up to the distance then. */
function meet(out: Reach, back: Reach, maxLength: number): boolean {
  while (out.radius + back.radius < maxLength) {
    const growing = smaller(out, back)
    const other = growing === out ? back : out
    growing.grow()
    if (growing.frontier.length === 0) return false
    if (growing.frontier.some((node) => other.within(node, other.radius))) return true
  }
  return false
}

/** Walks knowing how far the end is from wherever a path of this length may come: beyond `back` that is only within `out`. */
function walkHomeward(walk: Walk, length: number, out: Reach, back: Reach): void {
  const isFarEnough = back.radius >= length - 1
  const home = isFarEnough ? back : back.copy()
  try {
    while (home.radius < length - 1) home.grow((node) => out.within(node, length - home.radius))
    walk.ofLength(length, home)
  } finally {
    if (!isFarEnough) home.free()
  }
}

/** Walks paths in the order of their hops until enough are found. */
class Walk {
  readonly found: Path[] = []
  readonly #graph: Adjacency
  readonly #query: PathQuery
  readonly #nodes: number[]
  readonly #kinds: number[] = []
  #home: Reach | null = null
  #left = Number.POSITIVE_INFINITY
  /** How many of the nodes that are tried first are read together. */
  #ahead = FEWEST_AHEAD

  constructor(graph: Adjacency, query: PathQuery) {
    this.#graph = graph
    this.#query = query
    this.#nodes = [query.from]
  }

  get done(): boolean {
    return this.found.length >= this.#query.first || this.#left <= 0
  }

  ofLength(length: number, home: Reach): void {
    this.#home = home
    this.#extend(this.#query.from, length)
    // The shortest ones never lead astray. Longer ones can, without end.
    this.#left = Math.min(this.#left, MOST_TIES)
  }

  #extend(node: number, hops: number): boolean {
    if (hops === 1) return this.#extendToEnd(node)
    const tried = new Set<number>()
    return this.#graph.each(node, this.#query.through, (next, kind) => {
      if (--this.#left <= 0) return true
      if (!this.#leadsHome(next, hops - 1) || tried.has(next)) return false
      tried.add(next)
      this.#fetch(next, hops - 1)
      return this.#onward(next, kind, () => this.#extend(next, hops - 1))
    })
  }

  /** The last hop, which can only be to the end. */
  #extendToEnd(node: number): boolean {
    const { to, through } = this.#query
    const kind = this.#graph.kindBetween(node, to, through, (ties) => {
      this.#left -= ties
    })
    if (this.#left <= 0) return true
    return kind !== null && this.#onward(to, kind, () => this.#arrive())
  }

  #onward(next: number, kind: number, go: () => boolean): boolean {
    this.#nodes.push(next)
    this.#kinds.push(kind)
    const done = go()
    this.#nodes.pop()
    this.#kinds.pop()
    return done
  }

  /** Reads what a node is tied to, and with a first node those that may be tried after it: the others were read on the way here. */
  #fetch(node: number, hops: number): void {
    const { from, through } = this.#query
    if (this.#nodes.length > 1 || this.#graph.isRead(node, through)) return
    const unread = new Set([node])
    this.#graph.each(from, through, (next) => {
      if (this.#leadsHome(next, hops) && !this.#graph.isRead(next, through)) unread.add(next)
      return unread.size >= this.#ahead
    })
    this.#ahead = Math.min(2 * this.#ahead, MOST_AHEAD)
    this.#graph.fetchRows([...unread], through)
  }

  #leadsHome(node: number, hops: number): boolean {
    if (!this.#home?.within(node, hops)) return false
    return (node !== this.#query.to || hops === 0) && !this.#nodes.includes(node)
  }

  #arrive(): boolean {
    const graph = this.#graph
    const [nodes, kinds] = [this.#nodes, this.#kinds]
    const links = kinds.map((kind, hop) => graph.tie(nodes[hop] as number, nodes[hop + 1] as number, kind))
    this.found.push({ length: links.length, nodes: [...nodes], links })
    return this.done
  }
}
