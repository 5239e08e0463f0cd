import type { Box } from '../../kit/box.ts'
import { roomAround } from './bounds.ts'
import type { Curve, LinkEnd } from './curve.ts'
import type { Position, Positions } from './drawing-state.ts'
import type { GraphData, GraphNode } from './graph-data.ts'
import { type Label, labelsOf } from './labels.ts'
import { type LineWord, lineWords } from './line-words.ts'
import { type GraphLink, linkKey } from './link.ts'
import { type Obstacle, obstacleOf } from './obstacles.ts'
import { routesOf } from './routes.ts'
import { type Stroke, strokeOf } from './strokes.ts'

export interface DrawnNode extends LinkEnd {
  readonly node: GraphNode
  readonly label: Label | null
}

export interface DrawnLink extends Curve {
  readonly key: string
  readonly link: GraphLink
  readonly stroke: Stroke
  readonly word: LineWord | null
}

/** What is to be seen, in the screen's units around the drawing's origin. */
export interface Scene {
  readonly nodes: readonly DrawnNode[]
  readonly links: readonly DrawnLink[]
}

interface SceneOptions {
  readonly scale: number
  /** Larger than the others. */
  readonly chosen: readonly string[]
  /** How many links each node has, those of a larger graph included: the more, the larger. */
  readonly degrees: ReadonlyMap<string, number>
  /** Whose labels are shown even where there is no room. */
  readonly isSure: (slug: string) => boolean
  /** The larger graph of which this is a part: its nodes are in the way of links as well, and its names stay where they are. */
  readonly whole?: Scene
  /** What is being moved, and so stands elsewhere than in the whole. */
  readonly moving?: string | undefined
}

/** More links than these have no words on them. */
const MOST_LINKS_WITH_WORDS = 80

/** What has no place yet is not drawn yet. */
export function sceneOf(data: GraphData, positions: Positions, options: SceneOptions): Scene {
  const ends = new Map<string, LinkEnd>()
  for (const { slug } of data.nodes) {
    const at = positions.get(slug)
    if (at) ends.set(slug, linkEndOf(at, slug, options))
  }
  const nodes = data.nodes.filter(({ slug }) => ends.has(slug))
  const room = roomAround(positions.values(), options.scale)
  const drawn = labelledAs(drawnNodes(nodes, ends, room, options), options)
  return { nodes: drawn, links: drawnLinks(data, ends, obstaclesOf(drawn, options)) }
}

/** With the names of the whole, so that a node that is in both has its name once; but for one that moves. */
function labelledAs(nodes: DrawnNode[], { whole, moving }: SceneOptions): DrawnNode[] {
  if (!whole) return nodes
  const labels = new Map(whole.nodes.map(({ node, label }) => [node.slug, label]))
  return nodes.map((drawn) => {
    const { slug } = drawn.node
    return slug === moving ? drawn : { ...drawn, label: labels.get(slug) ?? drawn.label }
  })
}

function obstaclesOf(nodes: readonly DrawnNode[], { whole, moving }: SceneOptions): Obstacle[] {
  const others = whole?.nodes.filter(({ node }) => node.slug !== moving) ?? []
  const own = whole ? nodes.filter(({ node }) => node.slug === moving) : nodes
  return [...others, ...own].map((drawn) => obstacleOf(drawn.node.slug, drawn, drawn.label))
}

export function degreesOf(links: readonly GraphLink[]): Map<string, number> {
  const degrees = new Map<string, number>()
  for (const slug of links.flatMap(({ from, to }) => [from, to]))
    degrees.set(slug, (degrees.get(slug) ?? 0) + 1)
  return degrees
}

function linkEndOf({ x, y }: Position, slug: string, { scale, chosen, degrees }: SceneOptions): LinkEnd {
  const size = chosen.includes(slug) ? 12 : 5.5 + Math.min(Math.sqrt(degrees.get(slug) ?? 0), 4)
  return { x: x * scale, y: y * scale, radius: size * Math.min(Math.max(Math.sqrt(scale), 0.6), 1.5) }
}

function drawnNodes(
  nodes: readonly GraphNode[],
  ends: ReadonlyMap<string, LinkEnd>,
  room: Box,
  { chosen, degrees, isSure }: SceneOptions,
): DrawnNode[] {
  const rank = ({ slug }: GraphNode) => (chosen.includes(slug) ? 1e6 : 0) + (degrees.get(slug) ?? 0)
  const ranked = nodes.toSorted((a, b) => rank(b) - rank(a))
  const drawn = ranked.flatMap((node) => {
    const end = ends.get(node.slug)
    return end ? [{ node, name: node.name, isSure: isSure(node.slug), ...end }] : []
  })
  const labels = labelsOf(drawn, room)
  return drawn.map(({ node, x, y, radius }, index) => ({ node, x, y, radius, label: labels[index] ?? null }))
}

function drawnLinks(
  { links, heaviest }: GraphData,
  ends: ReadonlyMap<string, LinkEnd>,
  obstacles: readonly Obstacle[],
): DrawnLink[] {
  const curves = routesOf(links, ends, obstacles)
  const words = links.length > MOST_LINKS_WITH_WORDS ? [] : lineWords(links, curves, obstacles)
  return links.flatMap((link, index) => {
    const curve = curves[index]
    if (!curve) return []
    const stroke = strokeOf(link.type, heaviest && link.weight / heaviest)
    return { key: linkKey(link), link, stroke, word: words[index] ?? null, ...curve }
  })
}
