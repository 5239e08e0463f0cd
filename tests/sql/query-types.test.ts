import { expect, expectTypeOf, it } from 'vitest'
import type { ClaimRecord, ClaimRelationRecord } from '../../src/model/claim/store.ts'
import type { AboutRecord } from '../../src/model/statement/store.ts'
import type { RowOf } from '../../src/sql/aliases.ts'
import { build, constant } from '../../src/sql/build.ts'
import type { Prepared } from '../../src/sql/engine.ts'
import type { Order, Query } from '../../src/sql/page.ts'
import type { TableRow } from '../../src/sql/upsert.ts'
import type { Origin, Stance } from '../../src/values/vocabulary.ts'
import { folder, newGraph } from '../graph.ts'

// What is said of types here, the compiler checks.

const statements = (): Query => build.selectFrom('statement as s')
const record = (rows: Query) =>
  rows.select([constant('STATEMENT').as('node'), 's.id as id', 's.stance as stance', 's.known_at as knownAt'])

it('a row has what its query selects', () => {
  const graph = newGraph(folder())
  const prepared = graph.prepare(record(statements()))
  expect(prepared.all()).toEqual([])
  graph.close()
  expectTypeOf<RowOf<typeof record>>().toEqualTypeOf<{
    node: 'STATEMENT'
    id: number
    stance: Stance | null
    knownAt: number | null
  }>()
  expectTypeOf(prepared).toExtend<Prepared<RowOf<typeof record>>>()
  expectTypeOf<ClaimRecord['eventId']>().toEqualTypeOf<number | null>()
  expectTypeOf<ClaimRelationRecord['fromReview']>().toEqualTypeOf<Origin>()
  // Not of every entity: it is joined from the left.
  expectTypeOf<AboutRecord['type']>().toExtend<string | null>()
  expectTypeOf<null>().toExtend<AboutRecord['type']>()
})

it('a column or a table that is not there is refused where it is written', () => {
  // @ts-expect-error no such column
  const column = () => statements().select('s.words as words')
  // @ts-expect-error no such column
  const condition = () => statements().where('s.words', '=', 1)
  // @ts-expect-error not what the column holds
  const value = () => statements().where('s.stance', '=', 'AFFIRMED')
  // @ts-expect-error no such table
  const table = () => statements().crossJoin('speech as sp')
  // @ts-expect-error an alias that is not known where others add to the query
  const alias = (): Query => build.selectFrom('statement as st')
  // @ts-expect-error no such column
  const order: Order = { name: 'WORDS', key: 's.words', id: 's.id', direction: 'asc' }
  expect([column, condition, value, table, alias, order]).toHaveLength(6)
})

it('a row to write has what its table needs, and nothing that it has not', () => {
  const whole: TableRow<'participation'> = { actor_id: 1, event_id: 2, role: 'PARTY' }
  const owned: TableRow<'participation', 'event_id'> = { actor_id: 1, role: 'PARTY' }
  // @ts-expect-error without its role
  const short: TableRow<'participation', 'event_id'> = { actor_id: 1 }
  // @ts-expect-error no such column
  const more: TableRow<'participation'> = { ...whole, roles: 'PARTY' }
  // @ts-expect-error worked out by the database
  const derived: TableRow<'agreement'> = { a_id: 1, b_id: 2, agree: 0, conflict: 0, claims: 0 }
  // @ts-expect-error not what the column holds
  const kind: TableRow<'participation'> = { ...whole, role: 'GUEST' }
  expect([whole, owned, short, more, derived, kind]).toHaveLength(6)
})
