import { type RawBuilder, sql } from 'kysely'
import { tallyKey, tallyValue } from '../../sql/dialect.ts'
import type { ImmediateCommand, ImmediateEngine } from '../../sql/engine.ts'
import { facetDefinitions } from './facets.ts'
import { type OwnedFacet, ownedFacets } from './noted-counts.ts'

type SqlText = RawBuilder<never>

const addSizes = sql<never>`update size set nodes = size.nodes + change.nodes from (
    select type, sum(nodes) as nodes from size_change group by type
  ) as change where size.type = change.type and change.nodes <> 0`

/** @param facets Which of what is noted; all, where it is left out. */
const addTallies = (facets: RawBuilder<unknown> = sql`true`): SqlText => sql`
  insert into tally (facet, value, statements)
    select facet, value, sum(statements) from tally_change where ${facets}
    group by facet, value having sum(statements) <> 0
    on conflict (facet, value) do update set statements = tally.statements + excluded.statements`

/** The index by number of statements has the facet first: each facet is asked for its rows of nothing. */
const pruneTallies = sql<never>`delete from tally where statements = 0
  and facet in (${sql.join(Object.keys(facetDefinitions).map((facet) => sql.lit(facet)))})`

/**
 * All statements of an owner go with it, from the value that it had to the one that it has. Where the owner was not touched,
 * that is the same value. After the owners' own tallies are right.
 */
const moveOwned = ({ facet, owners, table, column }: OwnedFacet): SqlText => sql`
  insert into tally_change (facet, value, statements)
  with change (id, statements) as (
    select ${tallyKey('tally_change')}, sum(statements) from tally_change where facet = ${sql.lit(owners)} group by 1
  ), moved (was, now, before, after) as (
    select case when b.id is null then o.${sql.ref(column)} else b.value end, o.${sql.ref(column)},
      coalesce(t.statements, 0) - coalesce(c.statements, 0), coalesce(t.statements, 0)
    from (
      select id from change union select id from owner_before where facet = ${sql.lit(facet)}
    ) as one
    left join ${sql.table(table)} as o on o.id = one.id
    left join owner_before as b on b.facet = ${sql.lit(facet)} and b.id = one.id
    left join change as c on c.id = one.id
    left join tally as t on t.facet = ${sql.lit(owners)} and t.value = ${tallyValue('one.id')}
  )
  select ${sql.lit(facet)}, was, -before from moved where was is not null and before <> 0
  union all select ${sql.lit(facet)}, now, after from moved where now is not null and after <> 0`

const isOwned = sql`facet in (${sql.join(ownedFacets.map(({ facet }) => sql.lit(facet)))})`

// From the noted values to the actor: they are of any type, so that an actor's key does not find them.
const addToSpeakers = sql<never>`update actor set statement_count = actor.statement_count + change.statements from (
    select ${tallyKey('tally_change')} as speaker_id, sum(statements) as statements
      from tally_change where facet = 'SPEAKER' group by 1
  ) as change where actor.id = change.speaker_id and change.statements <> 0`

const addSpeaksAbout = sql<never>`insert into speaks_about (speaker_id, entity_id, statements)
  select speaker_id, entity_id, sum(statements) from speaks_about_change
  group by speaker_id, entity_id having sum(statements) <> 0
  on conflict (speaker_id, entity_id) do update set statements = speaks_about.statements + excluded.statements`

const addDays = sql<never>`insert into timeline_day (type, at, begun, lasting)
  select type, at, sum(begun), sum(lasting) from timeline_day_change
  group by type, at having sum(begun) <> 0 or sum(lasting) <> 0
  on conflict (type, at) do update set begun = timeline_day.begun + excluded.begun, lasting = timeline_day.lasting + excluded.lasting`

const pruneDays = sql<never>`delete from timeline_day where begun = 0 and lasting = 0
  and (type, at) in (select type, at from timeline_day_change)`

const texts: readonly SqlText[] = [
  addSizes,
  addTallies(),
  ...ownedFacets.map(moveOwned),
  addTallies(isOwned),
  pruneTallies,
  addToSpeakers,
  addSpeaksAbout,
  sql<never>`delete from speaks_about where statements = 0`,
  addDays,
  pruneDays,
  ...['size_change', 'tally_change', 'owner_before', 'speaks_about_change', 'timeline_day_change'].map(
    (table) => sql<never>`delete from ${sql.table(table)}`,
  ),
]

/** Adds to the counts what a transaction has noted. */
export class Counts {
  readonly #add: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine) {
    this.#add = texts.map((text) => engine.command(text))
  }

  add(): void {
    for (const command of this.#add) command.run()
  }
}
