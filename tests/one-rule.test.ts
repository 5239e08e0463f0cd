import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { thenInstant } from '../src/model/conditions/known.ts'
import { followSource, knownAt, knownAtSql } from '../src/model/conditions/known-at.ts'
import { latestFirst, latestLast, positionsAsOf, stancesThen } from '../src/model/positions/position-rule.ts'
import { sideOf, sideOfPosition } from '../src/model/positions/side.ts'
import { slot, type Values } from '../src/sql/build.ts'
import { saidBy } from '../src/sql/sqlite/migrations/008-said-by.ts'
import { certainties, stances } from '../src/values/vocabulary.ts'
import { connectionOf, dbOf, isOnPostgres, runs } from './engine.ts'
import { type Answer, upTo, worlds } from './graph-fixture.ts'

const world = worlds().empty()
const { writer } = world
const rows = (query: RawBuilder<unknown>, values: Values = {}): Answer[] =>
  writer.prepare<Answer>(query as RawBuilder<Answer>).all(values)
const dates = [
  '2023-05-20',
  '2023-05',
  '2023',
  '../2023-05-22',
  '2023-05-25/..',
  '../..',
  '-0043-03-15',
  'Y20000',
]
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)
const maybeDate = fc.option(pick(dates), { nil: undefined })
const saying = fc.record({
  speaker: fc.nat(3),
  source: fc.nat(2),
  stance: pick(stances),
  certainty: pick(certainties),
  saidAt: maybeDate,
})

/** Generated statements of four actors on two claims, in three sources. */
function fill(published: readonly (string | undefined)[], said: readonly Answer[]): void {
  world.write(({ actors, claims, sources, statements }) => {
    const ids = upTo(4).map((n) => actors.put({ slug: `actor-${n}`, name: `Actor ${n}`, type: 'PERSON' }).id)
    const on = upTo(2).map((n) => claims.put({ slug: `claim-${n}`, text: `Claim ${n}.`, kind: 'OTHER' }).id)
    const within = published.map(
      (publishedAt, n) =>
        sources.put({ slug: `source-${n}`, title: `Source ${n}`, kind: 'ARTICLE', publishedAt }).id,
    )
    for (const [index, { speaker, source, ...given }] of said.entries())
      statements.put({
        ...given,
        slug: `said-${index}`,
        speaker: ids[speaker] as number,
        source: within[source] as number,
        claim: on[index % 2] as number,
        text: 'Words.',
        quoteType: 'DIRECT',
        act: 'STATE',
      })
  })
}
const filled = (check: () => void) =>
  fc.assert(
    fc.property(
      fc.array(maybeDate, { minLength: 3, maxLength: 3 }),
      fc.array(saying, { minLength: 12, maxLength: 12 }),
      (published, said) => {
        fill(published, said)
        check()
      },
    ),
    { numRuns: runs(30) },
  )
const instants = (): number[] =>
  dbOf(writer)
    .prepare('select distinct known_at from statement where known_at is not null')
    .pluck()
    .all() as number[]

describe('when a statement was known', () => {
  const instant = fc.option(fc.integer({ min: -9e14, max: 9e14 }))

  it('is the same by the rule that writes it and by that in SQL', () => {
    const given = (name: string) => sql<number | null>`cast(${slot(name)} as bigint)`
    const query = writer.prepare<{ at: number | null }>(
      sql`select ${knownAtSql(given('said'), given('published'))} as at`,
    )
    fc.assert(
      fc.property(instant, instant, (said, published) => {
        expect(query.get({ said, published })?.at).toBe(knownAt(said, published))
      }),
    )
  })

  it('is what the migration makes of a file from before, and what follows where a source is dated anew', () => {
    const columns = 'id, said_earliest, said_latest, said_month, known_at'
    const state = () => dbOf(writer).prepare(`select ${columns} from statement order by id`).all()
    filled(() => {
      const written = state()
      for (const text of followSource(sql`true`)) writer.command(text).run()
      expect(state()).toEqual(written)
      // No graph in a database was ever without it.
      if (isOnPostgres) return
      connectionOf(writer)
        .db.transaction(() => saidBy(connectionOf(writer).db))
        .immediate()
      expect(state()).toEqual(written)
    })
  })
})

describe('who stands where', () => {
  const byKey = (a: Answer, b: Answer) => a.claim_id - b.claim_id || a.actor_id - b.actor_id
  const all = sql`s.claim_id is not null`

  it('is maintained as the rule has it', () => {
    filled(() => {
      const held = rows(sql`select * from position`)
      expect(held.sort(byKey)).toEqual(rows(positionsAsOf(all, null)).sort(byKey))
    })
  })

  it('at any time is by the stances that are read off the positions of now what the rule makes of the statements', () => {
    filled(() => {
      for (const asOf of instants()) {
        const ruled = rows(positionsAsOf(all, thenInstant), { asOf }).sort(byKey)
        const stances = rows(sql`select * from ${stancesThen()} as held`, { asOf }).sort(byKey)
        expect(stances).toEqual(
          ruled.map(({ actor_id, claim_id, stance }) => ({ actor_id, claim_id, stance })),
        )
      }
    })
  })

  it('is decided by statements in the same order, whether SQL sorts them or we do', () => {
    filled(() => {
      const sorted = rows(
        sql`select id, known_at as "knownAt", said_edtf as "saidAt", said_order as "saidOrder" from statement s
          order by ${latestFirst('s')}`,
      )
      expect([...sorted].sort(latestLast).reverse()).toEqual(sorted)
    })
  })

  it.each(stances.flatMap((stance) => certainties.map((certainty) => [stance, certainty] as const)))(
    'comes to one side, %s and %s',
    (stance, certainty) => {
      const [row] = rows(
        sql`select ${sideOfPosition} as side from (select ${slot('stance')} as stance, ${slot('certainty')} as certainty) po`,
        { stance, certainty },
      )
      expect(row.side).toBe(sideOf(stance, certainty))
    },
  )
})
