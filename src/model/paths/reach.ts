import type { Adjacency } from './adjacency.ts'

/**
 * The nodes within a number of ties of one node, grown tie by tie. Its table of all nodes is the graph's, who has it back by `free`:
 * to make one for each would take longer than most walks.
 */
export class Reach {
  readonly #graph: Adjacency
  readonly #through: number
  /** The distance and one more; 0 where a node has not been met. */
  readonly #distances: Uint8Array
  /** The nodes that have a distance, hubs among them. */
  readonly #met: number[] = []
  #frontier: readonly number[]
  #radius = 0

  constructor(graph: Adjacency, centre: number, through: number) {
    this.#graph = graph
    this.#through = through
    this.#distances = graph.lendTable()
    this.#meet(centre, 1)
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
      this.#meet(node, mark)
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
    const [centre = 0, ...others] = this.#met
    const copy = new Reach(this.#graph, centre, this.#through)
    for (const node of others) copy.#meet(node, this.#distances[node] as number)
    copy.#frontier = this.#frontier
    copy.#radius = this.#radius
    return copy
  }

  /** Nothing is asked of it any more. */
  free(): void {
    for (const node of this.#met) this.#distances[node] = 0
    this.#graph.takeBackTable(this.#distances)
  }

  #meet(node: number, mark: number): void {
    this.#distances[node] = mark
    this.#met.push(node)
  }
}
