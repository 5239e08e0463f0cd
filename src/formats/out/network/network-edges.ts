import type { ExportedGraph } from '../exported-graph.ts'
import type { TallyCounter } from '../tally.ts'
import type { EdgeKind, NetworkEdge } from './network-parts.ts'
import { spokenEdges } from './spoken-edges.ts'
import { affiliationEdges, sideEdges } from './tie-edges.ts'

const called: Readonly<Record<EdgeKind, string>> = {
  SPEAKS_ABOUT: 'ties of who speaks about whom',
  AFFILIATED: 'affiliations',
  SAME_SIDE: 'ties of the same side',
  OPPOSITE_SIDE: 'ties of opposite sides',
}

/** All ties of actors that are in a network. */
export function* networkEdges(
  graph: ExportedGraph,
  slugs: ReadonlyMap<number, string>,
  tally: TallyCounter,
): Generator<NetworkEdge> {
  for (const edges of [spokenEdges, affiliationEdges, sideEdges])
    for (const edge of edges(graph, slugs)) {
      tally.wrote(called[edge.values.kind])
      yield edge
    }
}

/** The stretch of time of an edge; none where its end is before its beginning. */
export function spellOf({ values: { firstDay, lastDay } }: NetworkEdge): { start?: string; end?: string } {
  const [start, end] = [String(firstDay ?? ''), String(lastDay ?? '')]
  if (start !== '' && end !== '' && end < start) return {}
  return { ...(start !== '' && { start }), ...(end !== '' && { end }) }
}
