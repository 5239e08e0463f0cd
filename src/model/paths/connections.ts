import type { Answer, Engine } from '../../sql/engine.ts'
import type { LinkType } from '../../values/vocabulary.ts'
import { Evidence, type EvidenceRecord } from './evidence.ts'
import { type LinkCount, LinkCounts } from './link-counts.ts'
import { linksBetween, type Neighborhood, neighborhood } from './neighborhood.ts'
import { type Path, shortestPaths } from './paths.ts'
import { maskOf, type Tie } from './tie.ts'
import { Ties } from './ties.ts'

type Through = readonly LinkType[] | null | undefined

/** How entities are tied to each other, and on what their ties rest. */
export class Connections {
  readonly #ties: Ties
  readonly #evidence: Evidence
  readonly #counts: LinkCounts

  constructor(engine: Engine) {
    this.#ties = new Ties(engine)
    this.#evidence = new Evidence(engine)
    this.#counts = new LinkCounts(engine)
  }

  between(
    from: number,
    to: number,
    through: Through,
    maxLength: number,
    first: number,
    asOf: number | null = null,
  ): Answer<Path[]> {
    const query = { from, to, through: maskOf(through), maxLength, first }
    return this.#ties.walk(asOf, (graph) => shortestPaths(graph, query))
  }

  around(
    centre: number,
    through: Through,
    depth: number,
    first: number,
    asOf: number | null = null,
  ): Answer<Neighborhood> {
    const query = { centre, through: maskOf(through), depth, first }
    return this.#ties.walk(asOf, (graph) => neighborhood(graph, query))
  }

  /** All ties of the one to the other, in either direction. */
  links(from: number, to: number, through: Through, asOf: number | null = null): Answer<Tie[]> {
    return this.#ties.walk(asOf, (graph) => linksBetween(graph, from, to, maskOf(through)))
  }

  /** All of them as of the same time. */
  evidence(ties: readonly Tie[]): Answer<EvidenceRecord[]> {
    return this.#evidence.of(ties)
  }

  /** All of them as of the same time. */
  counts(ties: readonly Tie[]): Answer<LinkCount[]> {
    return this.#counts.of(ties)
  }
}
