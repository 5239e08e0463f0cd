import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { tallyKey } from '../../sql/dialect.ts'
import type { ImmediateEngine } from '../../sql/engine.ts'
import { nodeTypes } from '../../values/vocabulary.ts'
import { followSource } from '../conditions/known-at.ts'
import { positionsAsOf } from '../positions/position-rule.ts'
import { setCounts, setStandings } from '../positions/standing.ts'
import { copySpeakers, copyToAbout } from './copies.ts'
import { type FacetDefinition, type FacetDefinitions, facetDefinitions } from './facets.ts'
import { countedRows } from './noted-counts.ts'
import { rebuiltReviews } from './review.ts'

const isAccepted = sql`review = 'ACCEPTED'`
const everything = sql`true`

/** Copies and columns that follow from other rows. */
const rebuiltColumns = [
  ...followSource(everything),
  copySpeakers(sql`quoted.via_id is not null or quoted.via_speaker_id is not null`),
  copyToAbout(everything),
]

const rebuiltSizes = nodeTypes.map(
  (type) =>
    sql`update size set nodes = (select count(*) from ${countedRows(type)}) where type = ${sql.lit(type)}`,
)

/** How often each value of a facet is met among accepted statements. */
function tally(facet: string, { column, within }: FacetDefinition): RawBuilder<unknown> {
  const table = within?.name ?? 'statement'
  const value = sql.ref(`${table}.${column}`)
  const counted = within?.hasReview ? table : 'statement'
  const from =
    within && !within.hasReview
      ? sql`statement join ${sql.table(table)}
          on ${sql.ref(`${table}.${within.key}`)} = ${sql.ref(`statement.${within.of}`)}`
      : sql.table(table)
  return sql`insert into tally (facet, value, statements)
    select ${sql.lit(facet)}, ${value}, count(*) from ${from}
    where ${sql.ref(`${counted}.review`)} = 'ACCEPTED' and ${value} is not null group by 2`
}

const rebuiltTallies = (facets: FacetDefinitions) => [
  sql`delete from tally`,
  ...Object.entries(facets).map(([facet, definition]) => tally(facet, definition)),
  sql`delete from speaks_about`,
  sql`insert into speaks_about (speaker_id, entity_id, statements)
    select speaker_id, entity_id, count(*) from statement_about where ${isAccepted} group by speaker_id, entity_id`,
  sql`update actor set statement_count = 0 where statement_count <> 0`,
  // From the tally to the actor: its values are of any type, so that an actor's key does not find them by the index.
  sql`update actor set statement_count = tally.statements from tally where facet = 'SPEAKER' and actor.id = ${tallyKey('tally')}`,
]

const rebuiltDays = [
  sql`delete from timeline_day`,
  sql`insert into timeline_day (type, at, begun, lasting)
    select type, at, sum(begun), sum(lasting) from timeline_mark group by type, at
    having sum(begun) <> 0 or sum(lasting) <> 0`,
]

const rebuiltPositions = [
  sql`delete from position`,
  sql`insert into position (actor_id, claim_id, stance, certainty, statement_id, changed, known_at, first_known_at)
    ${positionsAsOf(sql`s.claim_id is not null`, null)}`,
  setCounts(everything),
  setStandings(everything),
  sql`delete from agreement`,
]

/** Of so many actors' keys at a time: there are ten pairs of positions to a statement, and to group all of them takes memory. */
const ACTORS_AT_ONCE = 1000

function rebuildAgreements(engine: ImmediateEngine): void {
  const [after, until] = [slot<number>('after'), slot<number>('until')]
  const insert = engine.command(sql`insert into agreement (a_id, b_id, agree, conflict)
    select a.actor_id, b.actor_id, count(*) filter (where a.stance = b.stance), count(*) filter (where a.stance <> b.stance)
    from position as a join position as b on b.claim_id = a.claim_id and b.actor_id > a.actor_id
    where a.stance <> 'UNCOMMITTED' and b.stance <> 'UNCOMMITTED' and a.actor_id > ${after} and a.actor_id <= ${until}
    group by 1, 2`)
  const ends = engine
    .prepare(
      sql<{
        first: number | null
        last: number | null
      }>`select min(actor_id) as first, max(actor_id) as last from position`,
    )
    .get()
  const last = ends?.last ?? 0
  for (let from = (ends?.first ?? 1) - 1; from < last; from += ACTORS_AT_ONCE)
    insert.run({ after: from, until: from + ACTORS_AT_ONCE })
}

/** Throws away everything that is derived and makes it again: what a bulk load ends with. */
export function rebuild(engine: ImmediateEngine, facets: FacetDefinitions = facetDefinitions): void {
  for (const text of [
    ...rebuiltColumns,
    ...rebuiltReviews,
    ...rebuiltSizes,
    ...rebuiltTallies(facets),
    ...rebuiltDays,
    ...rebuiltPositions,
  ])
    engine.command(text).run()
  rebuildAgreements(engine)
}
