import type { Position, Positions } from './drawing-state.ts'
import type { GraphData } from './graph-data.ts'

const ACROSS = 190
const DOWN = 96

/** From left to right, from the one to the other: each as far along as its shortest ways to both ends say. */
export function layInColumns(
  { nodes, links }: GraphData,
  [from = '', to = '']: readonly string[],
): Positions {
  const [before, after] = [stepsFrom(from, links), stepsFrom(to, links)]
  const longest = Math.max(...nodes.map(({ slug }) => (before.get(slug) ?? 0) + (after.get(slug) ?? 0)), 1)
  const columns = new Map<number, string[]>()
  for (const { slug } of nodes) {
    const [back, ahead] = [before.get(slug) ?? 0, after.get(slug) ?? 0]
    const x = Math.round((back / Math.max(back + ahead, 1)) * longest * ACROSS)
    columns.set(x, [...(columns.get(x) ?? []), slug])
  }
  // A link from end to end has the middle row for itself.
  const isDirect = before.get(to) === 1
  return new Map(
    [...columns].flatMap(([x, slugs]) =>
      stacked(slugs, x, isDirect && !slugs.includes(from) && !slugs.includes(to)),
    ),
  )
}

function stacked(slugs: readonly string[], x: number, isAside: boolean): [string, Position][] {
  const shift = isAside && slugs.length % 2 === 1 ? DOWN / 2 : 0
  return slugs.map((slug, index) => [
    slug,
    { x, y: Math.round((index - (slugs.length - 1) / 2) * DOWN + shift) },
  ])
}

function stepsFrom(first: string, links: GraphData['links']): Map<string, number> {
  const steps = new Map([[first, 0]])
  const queue = [first]
  for (const slug of queue)
    for (const { from, to } of links) {
      const next = from === slug ? to : to === slug ? from : null
      if (next === null || steps.has(next)) continue
      steps.set(next, (steps.get(slug) ?? 0) + 1)
      queue.push(next)
    }
  return steps
}
