import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkTypes } from '../../src/values/vocabulary.ts'
import type { LinkEnd } from '../../web/src/graph/drawing/curve.ts'
import { type GraphLink, linkKey } from '../../web/src/graph/drawing/link.ts'
import { obstacleOf } from '../../web/src/graph/drawing/obstacles.ts'
import { routesOf } from '../../web/src/graph/drawing/routes.ts'
import { nearestTo, pointsOf } from './path-points.ts'

type Nodes = ReadonlyMap<string, LinkEnd>

const routed = (nodes: Nodes, links: readonly GraphLink[]) =>
  routesOf(
    links,
    nodes,
    [...nodes].map(([slug, end]) => obstacleOf(slug, end, null)),
  )

const link = (from: string, to: string, type: GraphLink['type'] = 'SPEAKS_ABOUT'): GraphLink => ({
  type,
  from,
  to,
  weight: 1,
})

/** Links that come too near to a node that is not their own, with how near. */
function touching(nodes: Nodes, links: readonly GraphLink[]): string[] {
  return routed(nodes, links).flatMap((curve, index) => {
    const own = links[index] as GraphLink
    const points = curve ? pointsOf(curve.path) : []
    return [...nodes].flatMap(([slug, node]) => {
      if (slug === own.from || slug === own.to) return []
      const near = nearestTo(node, points)
      return near < node.radius
        ? [`${linkKey(own)} comes within ${near} of ${slug}, whose radius is ${node.radius}`]
        : []
    })
  })
}

const at = (x: number, y: number, radius = 8): LinkEnd => ({ x, y, radius })

/** Nodes as a layout leaves them: apart by so much at least, whatever their size. */
const scattered = (most: number, apart: number) =>
  fc
    .array(
      fc.record({
        x: fc.integer({ min: -500, max: 500 }),
        y: fc.integer({ min: -260, max: 260 }),
        radius: fc.integer({ min: 4, max: 12 }),
      }),
      { minLength: 2, maxLength: most },
    )
    .map((ends) => {
      const kept: LinkEnd[] = []
      for (const end of ends)
        if (kept.every((other) => Math.hypot(other.x - end.x, other.y - end.y) >= apart)) kept.push(end)
      return new Map(kept.map((end, index) => [`n${index}`, end] as const))
    })
    .filter((nodes) => nodes.size > 1)

const linksAmong = (nodes: Nodes) => {
  const slug = fc.constantFrom(...nodes.keys())
  return fc.uniqueArray(
    fc
      .tuple(slug, slug, fc.constantFrom(...linkTypes))
      .filter(([from, to]) => from !== to)
      .map(([from, to, type]) => link(from, to, type)),
    { minLength: 1, maxLength: 14, selector: linkKey },
  )
}
const graphs = (most: number, apart: number) =>
  scattered(most, apart).chain((nodes) => linksAmong(nodes).map((links) => ({ nodes, links })))

describe('a link is led past every node that is not its own', () => {
  it.each<[string, Nodes]>([
    [
      'right in the middle',
      new Map([
        ['a', at(-200, 0)],
        ['b', at(200, 0)],
        ['c', at(0, 0)],
      ]),
    ],
    [
      'a little aside',
      new Map([
        ['a', at(-200, 0)],
        ['b', at(200, 0)],
        ['c', at(0, 6)],
      ]),
    ],
    [
      'close to an end',
      new Map([
        ['a', at(-200, 0)],
        ['b', at(200, 0)],
        ['c', at(-170, 0)],
      ]),
    ],
    [
      'in a row of many',
      new Map([
        ['a', at(-200, 0)],
        ['b', at(200, 0)],
        ...[-150, -90, -30, 30, 90, 150].map((x) => [`c${x}`, at(x, 0)] as const),
      ]),
    ],
    [
      'in a wall across',
      new Map([
        ['a', at(-200, 0)],
        ['b', at(200, 0)],
        ...[-120, -90, -60, -30, 0, 30, 60, 90, 120].map((y) => [`c${y}`, at(0, y, 12)] as const),
      ]),
    ],
    [
      'around an end on all sides but one',
      new Map([
        ['a', at(0, 0)],
        ['b', at(300, 0)],
        ...[0, 1, 2, 3, 4, 5, 6].map(
          (step) =>
            [`c${step}`, at(34 * Math.cos(step * 0.7 - 0.4), 34 * Math.sin(step * 0.7 - 0.4))] as const,
        ),
      ]),
    ],
    [
      'where the way goes straight down',
      new Map([
        ['a', at(0, -200)],
        ['b', at(0, 200)],
        ['c', at(2, 0)],
        ['d', at(-1, 80)],
      ]),
    ],
    [
      'larger than the way is long',
      new Map([
        ['a', at(-40, 0)],
        ['b', at(40, 0)],
        ['c', at(0, 0, 24)],
      ]),
    ],
  ])('%s', (_, nodes) => {
    const links = linkTypes
      .slice(0, 4)
      .map((type, index) => (index % 2 ? link('b', 'a', type) : link('a', 'b', type)))
    expect(touching(nodes, links.slice(0, 1))).toEqual([])
    expect(touching(nodes, links)).toEqual([])
  })

  it('in any graph', () => {
    fc.assert(
      fc.property(graphs(40, 34), ({ nodes, links }) => {
        expect(touching(nodes, links)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('in a crowded one', () => {
    fc.assert(
      fc.property(graphs(90, 28), ({ nodes, links }) => {
        expect(touching(nodes, links)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('links between the same two', () => {
  it('lie on none of the others, whatever is in their way', () => {
    fc.assert(
      fc.property(scattered(40, 34), fc.integer({ min: 2, max: 6 }), (nodes, count) => {
        const links = linkTypes
          .slice(0, count)
          .map((type, index) => (index % 2 ? link('n0', 'n1', type) : link('n1', 'n0', type)))
        const middles = routed(nodes, links).map((curve) => JSON.stringify(curve?.middle))
        expect(new Set(middles).size).toBe(count)
      }),
      { numRuns: 200 },
    )
  })

  it('are straight or bow evenly to both sides where nothing is in their way', () => {
    const nodes = new Map([
      ['a', at(-200, 0)],
      ['b', at(200, 0)],
    ])
    const [one] = routed(nodes, [link('a', 'b')])
    expect(one?.middle).toEqual({ x: 0, y: 0 })
    const two = routed(nodes, [link('a', 'b'), link('b', 'a', 'TOLD')])
    const heights = two.map((curve) => curve?.middle.y ?? 0)
    expect((heights[0] as number) + (heights[1] as number)).toBeCloseTo(0)
    expect(Math.abs(heights[0] as number)).toBeGreaterThan(5)
  })

  it('are drawn alike every time', () => {
    fc.assert(
      fc.property(graphs(30, 34), ({ nodes, links }) => {
        expect(routed(nodes, links)).toEqual(routed(nodes, links))
      }),
      { numRuns: 20 },
    )
  })
})
