import type { Connection } from '../db/open.ts'
import type { LinkType } from '../vocabulary.ts'
import { maskOf, type Tie } from './adjacency.ts'
import { Evidence, type EvidenceRecord } from './evidence.ts'
import { type Neighborhood, neighborhood } from './neighborhood.ts'
import { type Path, shortestPaths } from './paths.ts'
import { Ties } from './ties.ts'

type Through = readonly LinkType[] | null | undefined

/** How entities are tied to each other, and on what their ties rest. */
export class Ways {
  readonly #ties: Ties
  readonly #evidence: Evidence

  constructor(connection: Connection) {
    this.#ties = new Ties(connection)
    this.#evidence = new Evidence(connection)
  }

  between(from: number, to: number, through: Through, maxLength: number, first: number): Path[] {
    const query = { from, to, through: maskOf(through), maxLength, first }
    return this.#ties.walk((graph) => shortestPaths(graph, query))
  }

  around(centre: number, through: Through, depth: number, first: number): Neighborhood {
    const query = { centre, through: maskOf(through), depth, first }
    return this.#ties.walk((graph) => neighborhood(graph, query))
  }

  evidence(ties: readonly Tie[]): EvidenceRecord[] {
    return this.#evidence.of(ties)
  }
}
