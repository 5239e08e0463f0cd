import { beforeAll, describe, expect, it } from 'vitest'
import { Connection } from '../src/sql/sqlite/connection.ts'
import { TimeoutError } from '../src/values/errors.ts'
import { connectionOf, isOnPostgres } from './engine.ts'
import { type Answer, upTo, worlds } from './graph-fixture.ts'
import { databaseOf } from './sqlite.ts'
import { fill } from './synthetic.ts'

const world = worlds().empty()
let looks = 0

beforeAll(() => {
  if (isOnPostgres) return
  fill(world, 120)
  world.reopen()
  // The very function that looks at the clock, counted instead.
  databaseOf(world.graph).function('in_time', { varargs: true, deterministic: false }, () => {
    looks += 1
    return 1
  })
  // And what loops of our own look at it by.
  world.graph.engine.step = () => void looks++
})

/** The answer, and how often the clock was, or could have been, looked at for it. */
function asked(document: string): { answer: Answer; looks: number } {
  looks = 0
  const answer = world.ask(document)
  return { answer, looks }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const countOf = (filter: string): number =>
  world.ask(`{ statements(filter: ${filter}, first: 0) { totalCount } }`).statements.totalCount

describe.skipIf(isOnPostgres)('in a file, each pass over many rows looks at the clock', () => {
  const facets = ['SPEAKER', 'ABOUT', 'EVENT', 'CLAIM', 'SOURCE', 'PUBLISHER', 'ACT', 'STANCE', 'MONTH']
  it.each(['{ not: { act: [OTHER] } }', '{ not: { about: ["actor-1"] } }', '{ stance: [AFFIRMS, DENIES] }'])(
    'facets by all, of statements %s',
    (filter) => {
      const { answer, looks } = asked(`{ facets(by: [${facets}], first: 500, filter: ${filter}) { count } }`)
      const counted = sum(answer.facets.map(({ count }: Answer) => count))
      expect(counted).toBeGreaterThan(1_000)
      expect(looks).toBeGreaterThanOrEqual(countOf(filter) + counted)
    },
  )

  it('agreements of claims that a filter keeps, before they are sorted and after; and the claims that they name', () => {
    const filter = 'filter: { text: "claim" }, minClaims: 1, first: 500'
    const { answer, looks } = asked(`{ agreements(${filter}) { agree conflict } }`)
    const pairs = sum(answer.agreements.map(({ agree, conflict }: Answer) => agree + conflict))
    expect(pairs).toBeGreaterThan(30)
    expect(looks).toBeGreaterThanOrEqual(2 * pairs)
    const named = asked(`{ agreements(${filter}) { claims { id } } }`)
    const claims = sum(named.answer.agreements.map(({ claims }: Answer) => claims.length))
    expect(named.looks).toBeGreaterThanOrEqual(looks + claims)
  })

  it.each([
    ['grid', 'grid(filter: { not: { act: [OTHER] } }, first: 50) { counts }', 4],
    ['matrix', 'matrix(filter: { not: { act: [OTHER] } }, first: 500) { statements }', 1],
  ])('%s', (_, field, passes) => {
    const { looks } = asked(`{ ${field} }`)
    const pairs = world.ask('{ matrix(filter: { not: { act: [OTHER] } }, first: 500) { statements } }').matrix
    const rows = passes === 1 ? sum(pairs.map(({ statements }: Answer) => statements)) : pairs.length * passes
    expect(looks).toBeGreaterThanOrEqual(rows)
  })

  it('what a filter is to leave out, however deep', () => {
    const about = upTo(100).map((n) => `"actor-${n}"`)
    const nested = (deep: number): string =>
      deep === 0 ? '{}' : `{ about: [${about}], not: ${nested(deep - 1)} }`
    const once = asked(`{ statements(filter: { not: ${nested(1)} }, first: 1) { totalCount } }`).looks
    const often = asked(`{ statements(filter: { not: ${nested(6)} }, first: 1) { totalCount } }`).looks
    const spoken = countOf(`{ about: [${about}] }`)
    expect(often - once).toBeGreaterThanOrEqual(4 * spoken)
  })

  it.each([
    [
      'texts of statements',
      'statements(filter: { text: "bridge", not: { text: "river" } }, first: 1) { totalCount }',
    ],
    ['names', 'actors(filter: { name: "actor" }, first: 1) { totalCount }'],
    ['texts of claims', 'claims(filter: { text: "bridge" }, first: 1) { totalCount }'],
  ])('full text: %s', (_, field) => {
    const { answer, looks } = asked(`{ ${field} }`)
    const [list] = Object.values(answer) as [Answer]
    expect(list.totalCount).toBeGreaterThan(0)
    // Once for the rows that match, and once for those that are kept.
    expect(looks).toBeGreaterThanOrEqual(2 * list.totalCount)
  })

  it('by whose voice actors are spoken', () => {
    const { answer, looks } = asked(
      '{ actors(first: 200) { nodes { statementCounts { forOthers byOthers } } } }',
    )
    const counts = answer.actors.nodes.map(
      ({ statementCounts: { forOthers, byOthers } }: Answer) => forOthers + byOthers,
    )
    expect(sum(counts)).toBeGreaterThan(0)
    expect(looks).toBeGreaterThanOrEqual(sum(counts))
  })

  it('all positions on claims', () => {
    const { answer, looks } = asked('{ claims(first: 200) { nodes { positions { stance } } } }')
    const positions = sum(answer.claims.nodes.map(({ positions }: Answer) => positions.length))
    expect(positions).toBeGreaterThan(100)
    expect(looks).toBeGreaterThanOrEqual(positions)
  })
})

describe.skipIf(isOnPostgres)('in a file, what is sorted next must have come in half of the time', () => {
  let connection: Connection
  beforeAll(() => {
    connection = new Connection(connectionOf(world.writer).db)
  })
  /** Past its half, with far more left than another process may take. */
  const late = (share: number) =>
    connection.within(800, () => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 410)
      connection.look(share)
    })

  it('after which it is too late, though there is time left', () => {
    expect(() => late(0.5)).toThrow(TimeoutError)
    expect(() => late(1)).not.toThrow()
  })

  it('is in time where there is no deadline', () => {
    expect(() => connection.look(0.5)).not.toThrow()
  })
})
