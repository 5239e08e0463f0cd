import type { Connection } from '../db/open.ts'
import type { LinkType } from '../vocabulary.ts'
import { maskOf, type Tie } from './adjacency.ts'
import { Evidence, type EvidenceRecord } from './evidence.ts'
import { type Neighborhood, neighborhood } from './neighborhood.ts'
import { type Path, shortestPaths } from './paths.ts'
import { Ties } from './ties.ts'

type Through = readonly LinkType[] | null | undefined

/** How entities are tied to each other: searched in memory, with its evidence read from the tables. */
export class Ways {
  readonly #ties: Ties
  readonly #evidence: Evidence

  constructor(connection: Connection) {
    this.#ties = new Ties(connection)
    this.#evidence = new Evidence(connection)
  }

  between(fromId: number, toId: number, through: Through, maxLength: number, first: number): Path[] {
    const graph = this.#ties.current()
    const [from, to] = [graph.nodeOf(fromId), graph.nodeOf(toId)]
    if (from < 0 || to < 0) return []
    return shortestPaths(graph, { from, to, through: maskOf(through), maxLength, first })
  }

  around(id: number, through: Through, depth: number, first: number): Neighborhood {
    const graph = this.#ties.current()
    const centre = graph.nodeOf(id)
    if (centre < 0) return { nodes: [], links: [], truncated: false }
    return neighborhood(graph, { centre, through: maskOf(through), depth, first })
  }

  evidence(ties: readonly Tie[]): EvidenceRecord[] {
    return this.#evidence.of(ties)
  }
}
