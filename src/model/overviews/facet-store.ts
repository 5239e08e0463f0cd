import { type RawBuilder, sql } from 'kysely'
import { each, inTime, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, sortAnswer } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import { Shapes } from '../../sql/shapes.ts'
import type { Facet } from '../../values/vocabulary.ts'
import type { FacetDefinition, FacetDefinitions } from '../derived/facets.ts'
import { type StatementFilter, selectStatements } from '../statement/filter.ts'

export interface FacetRecord<Name extends string = Facet> {
  facet: Name
  /** A node's key, an enum value, or a month. */
  value: string | number
  count: number
}

/** How many values of each facet are wanted, and whether unnamed speakers are among them. */
export interface FacetChoice {
  readonly first: number
  readonly unnamed: boolean
}

/** How many statements there are by each value of a facet: one statement for all the facets asked for. */
export class FacetStore<Name extends string = Facet> {
  readonly #definitions: FacetDefinitions<Name>
  readonly #whole: Shapes<FacetRecord<Name>>
  readonly #filtered: Shapes<FacetRecord<Name>>

  constructor(engine: Engine, definitions: FacetDefinitions<Name>) {
    this.#definitions = definitions
    const kept = KeptAnswers.of(engine)
    this.#whole = new Shapes(kept)
    this.#filtered = new Shapes(kept)
  }

  /** Over the whole graph: as maintained. */
  ofAll(facets: readonly Name[], { first, unnamed }: FacetChoice): Answer<FacetRecord<Name>[]> {
    const named = unnamed ? [] : withUnnamed(this.#definitions)
    const query = () => topOfAllFacets<Name>(named)
    const values = { facets: JSON.stringify([...new Set(facets)]), first }
    return facetsInOrder(facets, this.#whole.of(String(unnamed), query).all(values))
  }

  of(
    filter: StatementFilter,
    facets: readonly Name[],
    { first, unnamed }: FacetChoice,
  ): Answer<FacetRecord<Name>[]> {
    const selection = selectStatements(filter)
    const wanted = [...new Set(facets)].sort()
    if (wanted.length === 0) return []
    const query = () => {
      const picked = selection.rows(true).where(inTime('s.id')).select(pickedColumns(this.#definitions))
      return sql<FacetRecord<Name>>`with picked as materialized ${picked} ${sql.join(
        wanted.map((facet) => topOfFacet(facet, this.#definitions[facet], unnamed)),
        sql` union all `,
      )}`
    }
    const rows = this.#filtered
      .of(`${wanted.join()} ${unnamed} ${selection.shape}`, query)
      .all({ ...selection.values, first })
    return facetsInOrder(facets, rows)
  }
}

/** What of a statement any facet looks at. */
const pickedColumns = (definitions: FacetDefinitions) => {
  const columns = Object.values(definitions).map(({ column, within }) => within?.of ?? column)
  return [...new Set(['id', ...columns])].map((column) => sql.ref(`s.${column}`).as(column))
}

/** The values of the statements that a filter has picked: by a cross join, so that each of them is timed. */
const valuesPicked = ({ column, within }: FacetDefinition): RawBuilder<unknown> =>
  within
    ? sql`select w.${sql.ref(column)} as value from picked
        cross join ${sql.table(within.name)} w on w.${sql.ref(within.key)} = picked.${sql.ref(within.of)}`
    : sql`select ${sql.ref(column)} as value from picked`

const withUnnamed = (definitions: FacetDefinitions): string[] =>
  Object.keys(definitions).filter((facet) => definitions[facet]?.hasUnnamed)

const valueIsNamed = sql<boolean>`(select unnamed from entity where id = value) = 0`

/** @param named The facets of which only values with a name are wanted. */
const topOfAllFacets = <Name extends string>(named: readonly string[]): RawBuilder<FacetRecord<Name>> => sql`
  select facet.value as facet, t.value, t.statements as count
  from ${each('facets', 'text')} facet cross join tally t
  where t.facet = facet.value and t.value in (
    select value from tally where facet = facet.value
      ${named.length === 0 ? sql`` : sql`and (facet not in (${sql.join(named.map((facet) => sql.lit(facet)))}) or ${valueIsNamed})`}
    order by statements desc, value limit ${upTo('first')})`

const topOfFacet = (facet: string, definition: FacetDefinition, unnamed: boolean): RawBuilder<unknown> => sql`
  select * from (
    select ${sql.lit(facet)} as facet, value, count(*) as count from (${valuesPicked(definition)})
    where value is not null and ${inTime('value')} group by value
      ${definition.hasUnnamed && !unnamed ? sql`having ${valueIsNamed}` : sql``} order by count desc, value limit ${upTo('first')})`

/** By facet as they were asked for, and the most frequent first. */
const facetsInOrder = <Name extends string>(
  facets: readonly Name[],
  rows: Answer<FacetRecord<Name>[]>,
): Answer<FacetRecord<Name>[]> =>
  sortAnswer(
    rows,
    (a, b) =>
      facets.indexOf(a.facet) - facets.indexOf(b.facet) || b.count - a.count || (a.value < b.value ? -1 : 1),
  )
