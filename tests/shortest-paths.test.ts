import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Adjacency, type ReadRows } from '../src/model/paths/adjacency.ts'
import { neighborhood } from '../src/model/paths/neighborhood.ts'
import { type Path, shortestPaths } from '../src/model/paths/paths.ts'
import { isDirected, maskOf, packedTie } from '../src/model/paths/tie.ts'
import { type LinkType, linkTypes } from '../src/values/vocabulary.ts'

const NODES = 9
const LONGEST = 6
const ids = Array.from({ length: NODES }, (_, index) => 10 + 3 * index)
const id = fc.constantFrom(...ids)
const pair = fc.tuple(id, id).filter(([a, b]) => a !== b)

/** The ties of one type, the strongest first; of participation, actors and events. */
interface Bundle {
  readonly type: LinkType
  readonly from: readonly number[]
  readonly to: readonly number[]
}
const bundle = (type: LinkType): fc.Arbitrary<Bundle> =>
  fc.uniqueArray(pair, { maxLength: 8, selector: String }).map((pairs) => ({
    type,
    from: pairs.map(([from]) => from),
    to: pairs.map(([, to]) => to),
  }))
const bundles = fc.tuple(...linkTypes.map(bundle))
const through = fc.subarray([...linkTypes], { minLength: 1 })

/** Who is tied to whom, the plain way; of participation, whoever shares an event. */
function neighbours(all: readonly Bundle[], types: readonly LinkType[]): (node: number) => Set<number> {
  const ties = all
    .filter(({ type }) => types.includes(type))
    .flatMap((bundle) => {
      const pairs = bundle.from.map((from, index) => [from, bundle.to[index] as number] as const)
      if (bundle.type !== 'PARTICIPATES_WITH') return pairs
      return pairs.flatMap(([a, event]) =>
        pairs.filter((other) => other[1] === event).map(([b]) => [a, b] as const),
      )
    })
  return (node) =>
    new Set(
      ties.flatMap(([a, b]) => (a === node ? [b] : b === node ? [a] : [])).filter((other) => other !== node),
    )
}

/** Every simple path, by trying everything. */
function everyPath(next: (node: number) => Set<number>, to: number, path: readonly number[]): number[][] {
  const last = path.at(-1) as number
  if (last === to) return [[...path]]
  if (path.length > LONGEST) return []
  return [...next(last)]
    .filter((node) => !path.includes(node))
    .flatMap((node) => everyPath(next, to, [...path, node]))
}

/** Above all ids; the hub of an event is as far above the event. */
const ENTITIES = 100

const rowsOf =
  (all: readonly Bundle[]): ReadRows =>
  (type, nodes) => {
    const { from, to } = all.find((bundle) => bundle.type === type) as Bundle
    const hubs = type === 'PARTICIPATES_WITH' ? ENTITIES : 0
    const rowOf = (node: number) =>
      from.flatMap((a, index) => {
        const b = (to[index] as number) + hubs
        return a === node ? [packedTie(b)] : b === node ? [packedTie(a, true)] : []
      })
    return new Map(nodes.map((node) => [node, rowOf(node)]))
  }
const graphOf = (all: readonly Bundle[]) => new Adjacency(ENTITIES, rowsOf(all), () => {})
const find = (
  all: readonly Bundle[],
  types: readonly LinkType[],
  from: number,
  to: number,
  first: number,
): Path[] => shortestPaths(graphOf(all), { from, to, through: maskOf(types), maxLength: LONGEST, first })

describe('on any graph', () => {
  it('the paths are all simple paths there are, shorter ones first, each once', () => {
    fc.assert(
      fc.property(bundles, through, pair, (all, types, [from, to]) => {
        const expected = everyPath(neighbours(all, types), to, [from])
        const found = find(all, types, from, to, 100_000)
        expect(found.map(({ nodes }) => nodes.join()).sort()).toEqual(
          expected.map((nodes) => nodes.join()).sort(),
        )
        const lengths = found.map(({ length }) => length)
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
      }),
      { numRuns: 300 },
    )
  })

  it('fewer of them are the first of more', () => {
    fc.assert(
      fc.property(bundles, through, pair, fc.nat(12), (all, types, [from, to], first) => {
        expect(find(all, types, from, to, first)).toEqual(find(all, types, from, to, 100_000).slice(0, first))
      }),
    )
  })

  it('each hop is a tie of a wanted type, between the two nodes and in its true direction', () => {
    fc.assert(
      fc.property(bundles, through, pair, (all, types, [from, to]) => {
        for (const { nodes, links, length } of find(all, types, from, to, 50)) {
          expect([links.length, nodes.length]).toEqual([length, length + 1])
          for (const [hop, { type, fromId, toId }] of links.entries()) {
            expect(types).toContain(type)
            const ends = [nodes[hop], nodes[hop + 1]]
            expect([fromId, toId].sort()).toEqual(ends.toSorted())
            const { from, to } = all.find((bundle) => bundle.type === type) as Bundle
            const asWritten = from.some((a, index) => a === fromId && to[index] === toId)
            expect(isDirected(type) ? asWritten : fromId === ends[0]).toBe(true)
          }
        }
      }),
    )
  })

  it('a neighborhood is whatever is near, by its distance', () => {
    fc.assert(
      fc.property(bundles, through, id, fc.integer({ min: 1, max: 3 }), (all, types, of, depth) => {
        const graph = graphOf(all)
        const next = neighbours(all, types)
        const distances = new Map([[of, 0]])
        for (const [node, distance] of distances)
          for (const other of next(node))
            if (distance < depth && !distances.has(other)) distances.set(other, distance + 1)
        const query = { centre: of, through: maskOf(types), depth, first: 500 }
        const { nodes, truncated } = neighborhood(graph, query)
        expect(nodes.map((node) => distances.get(node))).toEqual([...distances.values()])
        expect(truncated).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
