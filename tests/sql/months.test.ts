import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { eachTuple } from '../../src/sql/dialect.ts'
import { DAY, FIRST_YEAR, instantOf, LAST_YEAR } from '../../src/values/calendar.ts'
import { monthOf } from '../../src/values/date.ts'
import { openWriter } from '../engine.ts'
import { folder } from '../graph.ts'

/** So many instants, a few of them beside the edges of months and years, and pairs of them. */
const seed = 20_230_522
const instants = fc.oneof(
  fc.integer({ min: instantOf(FIRST_YEAR, 1, 1), max: instantOf(LAST_YEAR, 12, 31) }),
  fc
    .record({
      year: fc.oneof(
        fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }),
        fc.integer({ min: -10_001, max: 10_001 }),
      ),
      month: fc.integer({ min: 1, max: 13 }),
      offset: fc.integer({ min: -2, max: 2 }),
    })
    .map(({ year, month, offset }) => instantOf(year, month, 1) + offset),
)
const pairs = fc.sample(
  fc.oneof(
    fc.tuple(fc.option(instants), fc.option(instants)),
    instants.chain((at) => fc.tuple(fc.constant(at), fc.integer({ min: at, max: at + 31 * DAY }))),
  ),
  { numRuns: 5000, seed },
)

describe('the month in which two instants lie', () => {
  const engine = openWriter(`${folder()}/months.db`)
  afterAll(() => engine.close())

  it('is the same in SQL', () => {
    const found = engine
      .prepare<{ month: string | null }>(
        sql`select month_of(earliest, latest) as month
          from ${eachTuple('pairs', { earliest: 'number', latest: 'number' })} as pair`,
      )
      .all({ pairs: JSON.stringify(pairs) })
      .map(({ month }) => month)
    const due = pairs.map(([earliest, latest]) => monthOf({ earliest, latest }))
    expect(due.filter((month) => month !== null).length).toBeGreaterThan(500)
    expect(found).toEqual(due)
  })
})
