import { type RawBuilder, sql } from 'kysely'
import {
  amongIds,
  countedValues,
  each,
  inTime,
  tallyKey,
  tallyOrder,
  upTo,
  valueCounts,
} from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, sortAnswer } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import type { Selection } from '../../sql/list.ts'
import type { Query } from '../../sql/page.ts'
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
    return this.#inOrder(facets, this.#whole.of(String(unnamed), query).all(values))
  }

  of(
    filter: StatementFilter,
    facets: readonly Name[],
    { first, unnamed }: FacetChoice,
  ): Answer<FacetRecord<Name>[]> {
    const selection = selectStatements(filter)
    const wanted = [...new Set(facets)].sort()
    if (wanted.length === 0) return []
    const query = () => topOfFacets<Name>(wanted, this.#definitions, selection, unnamed)
    const rows = this.#filtered
      .of(`${wanted.join()} ${unnamed} ${selection.shape}`, query)
      .all({ ...selection.values, first })
    return this.#inOrder(facets, rows)
  }

  /** By facet as they were asked for, and the most frequent first. Keys may come as text, because words are beside them. */
  #inOrder(facets: readonly Name[], found: Answer<FacetRecord<Name>[]>): Answer<FacetRecord<Name>[]> {
    const rows = mapAnswer(found, (all) =>
      all.map((row) => (hasKeys(this.#definitions[row.facet]) ? { ...row, value: Number(row.value) } : row)),
    )
    return sortAnswer(
      rows,
      (a, b) =>
        facets.indexOf(a.facet) - facets.indexOf(b.facet) ||
        b.count - a.count ||
        (a.value < b.value ? -1 : 1),
    )
  }
}

/** The statements of a filter, once for each table that has several rows of a statement, and once for all other facets. */
function topOfFacets<Name extends string>(
  facets: readonly Name[],
  definitions: FacetDefinitions<Name>,
  selection: Selection,
  unnamed: boolean,
): RawBuilder<FacetRecord<Name>> {
  const rows = (read: boolean) => selection.rows(read).where(inTime(selection.id))
  const single = facets.filter((facet) => !hasSeveral(definitions[facet]))
  const own = rows(true).select(single.map((facet) => valueCounts(valueIn(definitions[facet])).as(facet)))
  const counted = [
    ...(single.length > 0 ? [sql`counted as materialized ${own}`] : []),
    ...facets
      .filter((facet) => !single.includes(facet))
      .map(
        (facet) =>
          sql`${sql.ref(facet)} as materialized (${valuesWithin(facet, definitions[facet], rows, selection)})`,
      ),
  ]
  const tops = facets.map((facet) =>
    topOfFacet(facet, single.includes(facet) ? 'counted' : facet, definitions[facet], unnamed),
  )
  return sql`with ${sql.join(counted)} ${sql.join(tops, sql` union all `)}`
}

/** Whether the values are keys of nodes, and not words. */
const hasKeys = ({ values }: FacetDefinition): boolean => typeof values !== 'string'

/** Whether a statement may have several values: in another table that has not just one row of it. */
const hasSeveral = ({ within }: FacetDefinition): boolean => within !== undefined && within.key !== 'id'

const valueIn = ({ column, within }: FacetDefinition): RawBuilder<unknown> =>
  within
    ? sql`(select w.${sql.ref(column)} from ${sql.table(within.name)} w where w.id = s.${sql.ref(within.of)})`
    : sql`s.${sql.ref(column)}`

/** By a cross join, so that the statements lead to the rows. */
const valuesWithin = (
  facet: string,
  { column, within }: FacetDefinition,
  rows: (read: boolean) => Query,
  { id }: Selection,
): RawBuilder<unknown> => sql`
  select ${valueCounts(sql`w.${sql.ref(column)}`)} as ${sql.ref(facet)}
  from ${rows(false).select(sql.ref<number>(id).as('id'))} picked
    cross join ${sql.table(within?.name ?? '')} w where w.${sql.ref(within?.key ?? '')} = picked.id`

const withUnnamed = (definitions: FacetDefinitions): string[] =>
  Object.keys(definitions).filter((facet) => definitions[facet]?.hasUnnamed)

const isNamed = (key: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`(select unnamed from entity where id = ${key}) = 0`

/** @param named The facets of which only values with a name are wanted. */
const topOfAllFacets = <Name extends string>(named: readonly string[]): RawBuilder<FacetRecord<Name>> => sql`
  select facet.value as facet, t.value, t.statements as count
  from ${each('facets', 'text')} facet cross join tally t
  where t.facet = facet.value and ${amongIds(
    't.value',
    sql`(
    select value from tally where facet = facet.value
      ${named.length === 0 ? sql`` : sql`and (facet not in (${sql.join(named.map((facet) => sql.lit(facet)))}) or ${isNamed(tallyKey('tally'))})`}
    order by statements desc, ${tallyOrder('tally')} limit ${upTo('first')})`,
  )}`

const topOfFacet = (
  facet: string,
  table: string,
  definition: FacetDefinition,
  unnamed: boolean,
): RawBuilder<unknown> => sql`
  select facet, cast(value as text) as value, count from (
    select ${sql.lit(facet)} as facet, value, count
    from ${countedValues(table, facet, hasKeys(definition) ? 'number' : 'text')} as met
    ${definition.hasUnnamed && !unnamed ? sql`where ${isNamed(sql`value`)}` : sql``}
    order by count desc, value limit ${upTo('first')}) as top`
