import type { Position, Positions } from './drawing-state.ts'
import { type Body, pushAndPull, pushApart } from './forces.ts'
import { type GraphData, linkKey } from './graph-data.ts'

const ROUNDS = 180
const SEPARATIONS = 80
/** No task of the main thread may take long enough to be felt. */
const SLICE = 24

const known = new Map<string, Positions>()
const KNOWN = 12

/**
 * Where the nodes stand. Nothing is left to chance and nothing to what was shown before: the same graph, expanded in
 * the same order, is laid out the same everywhere. What was there before an expansion stays where it was.
 */
export async function layOut(data: GraphData): Promise<Positions> {
  const key = keyOf(data)
  const found = known.get(key)
  if (found) return found
  const standing: Positions = data.before ? await layOut(data.before) : new Map()
  const bodies = bodiesOf(data, standing)
  await inSlices(ROUNDS, (round) => pushAndPull(bodies, 1 - round / ROUNDS))
  await inSlices(SEPARATIONS, () => pushApart(bodies))
  const positions = new Map(
    data.nodes.map(({ slug }, index): [string, Position] => [slug, rounded(bodies[index] as Body)]),
  )
  remember(key, positions)
  return positions
}

const rounded = ({ x, y }: Body): Position => ({ x: Math.round(x), y: Math.round(y) })

const keyOf = ({ nodes, links, before }: GraphData): string =>
  [...nodes.map(({ slug }) => slug), ...links.map(linkKey), before ? keyOf(before) : ''].join(';')

function remember(key: string, positions: Positions): void {
  known.set(key, positions)
  const oldest = known.keys().next()
  if (known.size > KNOWN && !oldest.done) known.delete(oldest.value)
}

/** The golden angle: points on its spiral are nowhere crowded. Whole numbers are the same in every browser. */
const spiral = (index: number, { x, y }: Position): Position => ({
  x: Math.round(x + 70 * Math.cos(index * 2.399963) * Math.sqrt(index + 1)),
  y: Math.round(y + 50 * Math.sin(index * 2.399963) * Math.sqrt(index + 1)),
})

function bodiesOf({ nodes, links }: GraphData, standing: Positions): Body[] {
  const index = new Map(nodes.map(({ slug }, at) => [slug, at]))
  const neighbors = nodes.map(() => new Set<number>())
  for (const { from, to } of links) {
    const [a, b] = [index.get(from), index.get(to)]
    if (a === undefined || b === undefined || a === b) continue
    neighbors[a]?.add(b)
    neighbors[b]?.add(a)
  }
  const middle = { x: 0, y: 0 }
  return nodes.map(({ slug }, at) => {
    const stands = standing.get(slug)
    const near = nodes.find((other, its) => neighbors[at]?.has(its) && standing.has(other.slug))
    const begin = (near && standing.get(near.slug)) ?? middle
    return {
      ...(stands ?? spiral(at, begin)),
      isFixed: stands !== undefined,
      neighbors: [...(neighbors[at] ?? [])],
    }
  })
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
