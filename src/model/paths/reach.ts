import type { Adjacency } from './adjacency.ts'

/** The nodes within a number of ties of one node, grown tie by tie. */
export class Reach {
  readonly #graph: Adjacency
  readonly #through: number
  /** The distance and one more; 0 where a node has not been met. */
  readonly #distances: Uint8Array
  #frontier: readonly number[]
  #radius = 0

  constructor(graph: Adjacency, centre: number, through: number) {
    this.#graph = graph
    this.#through = through
    this.#distances = new Uint8Array(graph.size)
    this.#distances[centre] = 1
    this.#frontier = [centre]
  }

  get radius(): number {
    return this.#radius
  }

  /** The nodes at the radius. */
  get frontier(): readonly number[] {
    return this.#frontier
  }

  within(node: number, distance: number): boolean {
    const known = this.#distances[node] as number
    return known > 0 && known <= distance + 1
  }

  /** One tie further, to those nodes that are wanted. A hub is entered once: whom it ties is met the first time. */
  grow(wanted: (node: number) => boolean = () => true): void {
    this.#graph.fetch(this.#frontier, this.#through)
    const outside: number[] = []
    const mark = ++this.#radius + 1
    const enter = (node: number): boolean => {
      if (this.#distances[node] !== 0) return false
      this.#distances[node] = mark
      return true
    }
    const visit = (node: number): boolean => {
      if (this.#distances[node] === 0 && wanted(node) && enter(node)) outside.push(node)
      return false
    }
    for (const node of this.#frontier) this.#graph.each(node, this.#through, visit, enter)
    this.#frontier = outside
  }

  copy(): Reach {
    const copy = new Reach(this.#graph, 0, this.#through)
    copy.#distances.set(this.#distances)
    copy.#frontier = this.#frontier
    copy.#radius = this.#radius
    return copy
  }
}
