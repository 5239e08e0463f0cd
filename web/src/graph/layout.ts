import { MultiDirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { GraphData } from './graph-data.ts'

export interface Position {
  readonly x: number
  readonly y: number
}

const KEY = 'hearsay-graph-positions'
const ITERATIONS = 250
const BATCH = 10
/** How long a frame may be laid out for, in milliseconds: the page answers meanwhile. */
const BUDGET = 12

/** Only the graph that was asked for last is laid out to the end. */
let latest: MultiDirectedGraph | null = null

/** Nodes stay where they were, as long as the tab is open; new ones find their place among them. */
export function layOut(data: GraphData): MultiDirectedGraph {
  const graph = new MultiDirectedGraph()
  latest = graph
  const kept = keptPositions()
  data.nodes.forEach(({ slug, name, __typename }, index) => {
    const angle = index * 2.399963
    const at = kept[slug] ?? {
      x: Math.cos(angle) * Math.sqrt(index + 1),
      y: Math.sin(angle) * Math.sqrt(index + 1),
    }
    graph.addNode(slug, { name, typename: __typename, ...at, fixed: slug in kept })
  })
  for (const { from, to, type } of data.links)
    if (graph.hasNode(from) && graph.hasNode(to) && from !== to) graph.addEdge(from, to, { linkType: type })
  if (data.nodes.some(({ slug }) => !(slug in kept))) settle(graph)
  return graph
}

/** Goes on from frame to frame. */
function settle(graph: MultiDirectedGraph): void {
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: false, gravity: 1, scalingRatio: 12 }
  let left = ITERATIONS
  const step = () => {
    if (graph !== latest) return
    for (const end = performance.now() + BUDGET; left > 0 && performance.now() < end; left -= BATCH)
      forceAtlas2.assign(graph, { iterations: BATCH, settings })
    if (left > 0) requestAnimationFrame(step)
    else keepPositions(graph)
  }
  step()
}

export function keepPositions(graph: MultiDirectedGraph): void {
  const kept: Record<string, Position> = keptPositions()
  graph.forEachNode((slug, { x, y }) => {
    kept[slug] = { x, y }
  })
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing draws them anew.
  }
}

export function forgetPositions(): void {
  sessionStorage.removeItem(KEY)
}

function keptPositions(): Record<string, Position> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, Position>
  } catch {
    return {}
  }
}
