import type { Box } from '../box.ts'
import { roomAround } from './bounds.ts'
import { bowsOf, type Curve, curveOf, type End } from './curve.ts'
import type { Position, Positions } from './drawing-state.ts'
import { type GraphData, type GraphLink, type GraphNode, hasDirection, linkKey } from './graph-data.ts'
import { type Label, labelsOf } from './labels.ts'
import { type Stroke, strokeOf } from './strokes.ts'

export interface DrawnNode extends End {
  readonly node: GraphNode
  readonly label: Label | null
}

export interface DrawnLink extends Curve {
  readonly key: string
  readonly link: GraphLink
  readonly stroke: Stroke
}

/** What is to be seen, in the screen's units around the drawing's origin. */
export interface Scene {
  readonly nodes: readonly DrawnNode[]
  readonly links: readonly DrawnLink[]
}

interface Options {
  readonly scale: number
  /** Larger than the others. */
  readonly chosen: readonly string[]
  /** How many links each node has, those of a larger graph included: the more, the larger. */
  readonly degrees: ReadonlyMap<string, number>
  /** Whose labels are shown even where there is no room. */
  readonly isSure: (slug: string) => boolean
}

/** What has no place yet is not drawn yet. */
export function sceneOf(data: GraphData, positions: Positions, options: Options): Scene {
  const ends = new Map<string, End>()
  for (const { slug } of data.nodes) {
    const at = positions.get(slug)
    if (at) ends.set(slug, endOf(at, slug, options))
  }
  const nodes = data.nodes.filter(({ slug }) => ends.has(slug))
  const room = roomAround(positions.values(), options.scale)
  return { nodes: drawnNodes(nodes, ends, room, options), links: drawnLinks(data.links, ends) }
}

/** Its names where another scene has them, so that a node that is in both has its name once; but for one that moves. */
export function labelledAs(scene: Scene, other: Scene, moving: string | undefined): Scene {
  const labels = new Map(other.nodes.map(({ node, label }) => [node.slug, label]))
  const labelOf = ({ node, label }: DrawnNode) =>
    node.slug === moving ? label : (labels.get(node.slug) ?? label)
  return { ...scene, nodes: scene.nodes.map((drawn) => ({ ...drawn, label: labelOf(drawn) })) }
}

export function degreesOf(links: readonly GraphLink[]): Map<string, number> {
  const degrees = new Map<string, number>()
  for (const slug of links.flatMap(({ from, to }) => [from, to]))
    degrees.set(slug, (degrees.get(slug) ?? 0) + 1)
  return degrees
}

function endOf({ x, y }: Position, slug: string, { scale, chosen, degrees }: Options): End {
  const size = chosen.includes(slug) ? 12 : 5.5 + Math.min(Math.sqrt(degrees.get(slug) ?? 0), 4)
  return { x: x * scale, y: y * scale, radius: size * Math.min(Math.max(Math.sqrt(scale), 0.6), 1.5) }
}

function drawnNodes(
  nodes: readonly GraphNode[],
  ends: ReadonlyMap<string, End>,
  room: Box,
  { chosen, degrees, isSure }: Options,
): DrawnNode[] {
  const rank = ({ slug }: GraphNode) => (chosen.includes(slug) ? 1e6 : 0) + (degrees.get(slug) ?? 0)
  const ranked = nodes.toSorted((a, b) => rank(b) - rank(a))
  const drawn = ranked.map((node) => ({ node, name: node.name, ...(ends.get(node.slug) as End) }))
  const labels = labelsOf(drawn, (index) => isSure((ranked[index] as GraphNode).slug), room)
  return drawn.map(({ node, x, y, radius }, index) => ({ node, x, y, radius, label: labels[index] ?? null }))
}

function drawnLinks(links: readonly GraphLink[], ends: ReadonlyMap<string, End>): DrawnLink[] {
  const bows = bowsOf(links)
  const strongest = Math.max(...links.map(({ claims = 1 }) => claims))
  return links.flatMap((link, index) => {
    const [from, to] = [ends.get(link.from), ends.get(link.to)]
    if (!from || !to || from === to) return []
    const stroke = strokeOf(link.type, link.claims && link.claims / strongest)
    return {
      key: linkKey(link),
      link,
      stroke,
      ...curveOf(from, to, bows[index] ?? 0, hasDirection(link.type)),
    }
  })
}
