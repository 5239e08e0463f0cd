import { type RawBuilder, sql } from 'kysely'
import { each, inTime, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, sortAnswer } from '../../sql/engine.ts'
import { Shapes } from '../../sql/shapes.ts'
import type { Facet } from '../../values/vocabulary.ts'
import { type StatementFilter, selectStatements } from '../statement/filter.ts'

export interface FacetRecord {
  facet: Facet
  /** A node's key, an enum value, or a month. */
  value: string | number
  count: number
}

/** How many values of each facet are wanted, and whether unnamed speakers are among them. */
export interface FacetChoice {
  readonly first: number
  readonly unnamed: boolean
}

/** What each facet counts, over the statements that a filter has picked: by cross joins, so that each of them is timed. */
const counted: Record<Facet, RawBuilder<unknown>> = {
  SPEAKER: sql`select speaker_id as value from picked`,
  ABOUT: sql`select a.entity_id as value from picked cross join statement_about a on a.statement_id = picked.id`,
  EVENT: sql`select c.event_id as value from picked cross join claim c on c.id = picked.claim_id`,
  CLAIM: sql`select claim_id as value from picked`,
  SOURCE: sql`select source_id as value from picked`,
  PUBLISHER: sql`select so.publisher_id as value from picked cross join source so on so.id = picked.source_id`,
  ACT: sql`select act as value from picked`,
  STANCE: sql`select stance as value from picked`,
  MONTH: sql`select said_month as value from picked`,
}

/** How many statements there are by each value of a facet: one statement for all the facets asked for. */
export class FacetStore {
  readonly #whole: Shapes<FacetRecord>
  readonly #filtered: Shapes<FacetRecord>

  constructor(engine: Engine) {
    this.#whole = new Shapes(engine)
    this.#filtered = new Shapes(engine)
  }

  /** Over the whole graph: as maintained. */
  ofAll(facets: readonly Facet[], { first, unnamed }: FacetChoice): Answer<FacetRecord[]> {
    const query = () => wholeOf(unnamed)
    const values = { facets: JSON.stringify([...new Set(facets)]), first }
    return inOrder(facets, this.#whole.of(String(unnamed), query).all(values))
  }

  of(
    filter: StatementFilter,
    facets: readonly Facet[],
    { first, unnamed }: FacetChoice,
  ): Answer<FacetRecord[]> {
    const selection = selectStatements(filter)
    const wanted = [...new Set(facets)].sort()
    if (wanted.length === 0) return []
    const query = () => {
      const picked = selection
        .rows(true)
        .where(inTime('s.id'))
        .select(['s.id', 's.speaker_id', 's.claim_id', 's.source_id', 's.act', 's.stance', 's.said_month'])
      return sql<FacetRecord>`with picked as materialized ${picked} ${sql.join(
        wanted.map((facet) => topOf(facet, unnamed)),
        sql` union all `,
      )}`
    }
    const rows = this.#filtered
      .of(`${wanted.join()} ${unnamed} ${selection.shape}`, query)
      .all({ ...selection.values, first })
    return inOrder(facets, rows)
  }
}

const isNamed = sql<boolean>`(select unnamed from entity where id = value) = 0`

const wholeOf = (unnamed: boolean): RawBuilder<FacetRecord> => sql`
  select facet.value as facet, t.value, t.statements as count
  from ${each('facets', 'text')} facet cross join tally t
  where t.facet = facet.value and t.value in (
    select value from tally where facet = facet.value ${unnamed ? sql`` : sql`and (facet <> 'SPEAKER' or ${isNamed})`}
    order by statements desc, value limit ${upTo('first')})`

const topOf = (facet: Facet, unnamed: boolean): RawBuilder<unknown> => sql`
  select * from (
    select ${sql.lit(facet)} as facet, value, count(*) as count from (${counted[facet]})
    where value is not null and ${inTime('value')} group by value
      ${facet === 'SPEAKER' && !unnamed ? sql`having ${isNamed}` : sql``} order by count desc, value limit ${upTo('first')})`

/** By facet as they were asked for, and the most frequent first. */
const inOrder = (facets: readonly Facet[], rows: Answer<FacetRecord[]>): Answer<FacetRecord[]> =>
  sortAnswer(
    rows,
    (a, b) =>
      facets.indexOf(a.facet) - facets.indexOf(b.facet) || b.count - a.count || (a.value < b.value ? -1 : 1),
  )
