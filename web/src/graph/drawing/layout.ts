import type { Position, Positions } from './drawing-state.ts'
import { type Body, FLATNESS, forcesOn, type Tie } from './forces.ts'
import type { GraphData } from './graph-data.ts'
import { linkKey } from './link.ts'

/** As many as d3-force takes to cool down. */
const ROUNDS = 300
/** No task of the main thread may take long enough to be felt. */
const SLICE = 24

const known = new Map<string, Positions>()
const KNOWN = 12

/**
 * Where the nodes stand. Nothing is left to chance and nothing to what was shown before: the same graph, expanded in
 * the same order, is laid out the same everywhere. What was there before an expansion stays where it was.
 */
export async function layOut(data: GraphData): Promise<Positions> {
  const key = layoutKey(data)
  const found = known.get(key)
  if (found) return found
  const standing: Positions = data.before ? await layOut(data.before) : new Map()
  const bodies = bodiesOf(data, standing)
  const simulation = forcesOn([...bodies.values()], tiesOf(data))
  await inSlices(ROUNDS, () => simulation.tick())
  const positions = new Map([...bodies].map(([slug, body]) => [slug, bodyPosition(body)]))
  remember(key, positions)
  return positions
}

const bodyPosition = ({ x, y }: Body): Position => ({ x: Math.round(x), y: Math.round(y * FLATNESS) })
const raised = ({ x, y }: Position): Position => ({ x, y: y / FLATNESS })

const layoutKey = ({ nodes, links, before }: GraphData): string =>
  [...nodes.map(({ slug }) => slug), ...links.map(linkKey), before ? layoutKey(before) : ''].join(';')

function remember(key: string, positions: Positions): void {
  known.set(key, positions)
  const oldest = known.keys().next()
  if (known.size > KNOWN && !oldest.done) known.delete(oldest.value)
}

/** The golden angle: points on its spiral are nowhere crowded. Whole numbers are the same in every browser. */
const spiral = (index: number, { x, y }: Position): Position => ({
  x: Math.round(x + 70 * Math.cos(index * 2.399963) * Math.sqrt(index + 1)),
  y: Math.round(y + 70 * Math.sin(index * 2.399963) * Math.sqrt(index + 1)),
})

/** What stood before keeps its place; what is new begins beside what it is tied to. */
function bodiesOf({ nodes, links }: GraphData, standing: Positions): Map<string, Body> {
  const beside = new Map<string, Position>()
  for (const { from, to } of links)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const place = standing.get(other)
      if (place && !beside.has(one)) beside.set(one, raised(place))
    }
  const bodyAt = (slug: string, at: number): Body => {
    const stands = standing.get(slug)
    if (!stands) return spiral(at, beside.get(slug) ?? { x: 0, y: 0 })
    const { x, y } = raised(stands)
    return { x, y, fx: x, fy: y }
  }
  return new Map(nodes.map(({ slug }, at) => [slug, bodyAt(slug, at)]))
}

/** Two nodes are tied once, however many links there are between them. */
function tiesOf({ nodes, links }: GraphData): Tie[] {
  const places = new Map(nodes.map(({ slug }, at) => [slug, at]))
  const ties = new Map<string, Tie>()
  for (const { from, to } of links) {
    const [source, target] = [places.get(from), places.get(to)].sort((a, b) => Number(a) - Number(b))
    if (source !== undefined && target !== undefined && source !== target)
      ties.set(`${source} ${target}`, { source, target })
  }
  return [...ties.values()]
}

/** So many rounds, with a pause for the browser wherever they have taken a while. */
async function inSlices(rounds: number, run: (round: number) => void): Promise<void> {
  let since = performance.now()
  for (let round = 0; round < rounds; round++) {
    run(round)
    if (performance.now() - since < SLICE) continue
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
