import type { Database, Statement } from 'better-sqlite3'

/** By which of an end's neighbours each node was reached; the end itself by nobody. */
type Reached = Map<number, number | null>

/** A way by hand: breadth-first from both ends, by one statement for each step, which reads the ties of all nodes at the edge. */
export class WayFinder {
  readonly #step: Statement

  constructor(db: Database) {
    this.#step = db.prepare(ties).raw()
  }

  /** The keys of a shortest way; null where none is short enough. */
  between(from: number, to: number, maxLength: number): number[] | null {
    const ends: [Reached, Reached] = [new Map([[from, null]]), new Map([[to, null]])]
    let edges: [number[], number[]] = [[from], [to]]
    for (let length = 1; length <= maxLength; length++) {
      const [out, back] = edges
      const side = out.length <= back.length ? 0 : 1
      const edge = this.#grown(ends[side], edges[side])
      const met = edge.find((node) => ends[1 - side]?.has(node))
      if (met !== undefined) return [...traced(ends[0], met).reverse(), ...traced(ends[1], met).slice(1)]
      edges = side === 0 ? [edge, back] : [out, edge]
    }
    return null
  }

  #grown(reached: Reached, edge: readonly number[]): number[] {
    const found: number[] = []
    for (const [here, there] of this.#step.all(JSON.stringify(edge)) as [number, number][]) {
      if (reached.has(there)) continue
      reached.set(there, here)
      found.push(there)
    }
    return found
  }
}

/** From a node back to the end from which it was reached. */
function traced(reached: Reached, node: number): number[] {
  const way = [node]
  for (let by = reached.get(node); by != null; by = reached.get(by)) way.push(by)
  return way
}

const ties = `
  with edge as materialized (select value as here from json_each(?))
  select here, entity_id from edge cross join speaks_about where speaker_id = here
  union all select here, speaker_id from edge cross join speaks_about where entity_id = here
  union all select here, organization_id from edge cross join affiliation where actor_id = here
  union all select here, actor_id from edge cross join affiliation where organization_id = here`
