import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { recordFrom } from '../../values/record.ts'
import type { MergeRule, NodeType } from '../../values/vocabulary.ts'
import { hierarchies, nodeReferences } from '../nodes/references.ts'
import { type MergedType, mergedTypes } from './merge-steps.ts'

/** How many rows of one reference will name the node that stays. */
export interface MergeMove {
  /** The kind of the nodes that name it, and the field in which they do. */
  readonly type: NodeType
  readonly field: string
  readonly count: number
}

/** What would make no sense after a merge, how often, and the rule by which it is resolved. */
export interface MergeClash {
  readonly rule: MergeRule
  readonly count: number
}

/** The node that stays, and those that are merged into it. */
const [all, from, into] = [listed('all'), listed('from'), slot<number>('into')]

interface ClashRule {
  readonly types: readonly MergedType[]
  readonly rule: MergeRule
  readonly rows: RawBuilder<unknown>
}

/** Rows that name two of the nodes. */
const crossing = (table: string, one: string, other: string) => sql`from ${sql.table(table)}
  where ${sql.ref(one)} in ${all} and ${sql.ref(other)} in ${all} and ${sql.ref(one)} <> ${sql.ref(other)}`

/** Rows that differ in nothing but which of the nodes they name: one of them is kept. */
const twice = (table: string, end: string, others: readonly string[]) => sql`from ${sql.table(table)} f
  where ${sql.ref(`f.${end}`)} in ${from} and exists (select 1 from ${sql.table(table)} o
    where (${sql.ref(`o.${end}`)} = ${into} or ${sql.ref(`o.${end}`)} in ${from} and ${sql.ref(`o.${end}`)} < ${sql.ref(`f.${end}`)})
    and ${sql.join(
      others.map((column) => sql`${sql.ref(`o.${column}`)} is not distinct from ${sql.ref(`f.${column}`)}`),
      sql` and `,
    )})`

/** The nodes that go into one which is a part of them. */
const above = (table: string, column: string) => sql`from (
  with recursive up (id) as (
    select ${sql.ref(column)} from ${sql.table(table)} where id = ${into}
    union
    select ${sql.ref(`t.${column}`)} from up join ${sql.table(table)} t on t.id = up.id
  ) select id from up where id in ${from}) found`

const ofAffiliation = ['role', 'title', 'from_edtf', 'until_edtf']

const clashRules: readonly ClashRule[] = [
  {
    types: ['ACTOR'],
    rule: 'SPEAKS_FOR_ITSELF',
    rows: crossing('statement', 'speaker_id', 'on_behalf_of_id'),
  },
  { types: ['ACTOR'], rule: 'ADDRESSES_ITSELF', rows: crossing('statement', 'speaker_id', 'addressee_id') },
  {
    types: ['ACTOR', 'PLACE', 'EVENT'],
    rule: 'ABOUT_TWICE',
    rows: twice('statement_about', 'entity_id', ['statement_id']),
  },
  {
    types: ['ACTOR'],
    rule: 'AFFILIATED_WITH_ITSELF',
    rows: crossing('affiliation', 'actor_id', 'organization_id'),
  },
  {
    types: ['ACTOR'],
    rule: 'AFFILIATED_TWICE',
    rows: twice('affiliation', 'actor_id', ['organization_id', ...ofAffiliation]),
  },
  {
    types: ['ACTOR'],
    rule: 'AFFILIATE_TWICE',
    rows: twice('affiliation', 'organization_id', ['actor_id', ...ofAffiliation]),
  },
  {
    types: ['ACTOR'],
    rule: 'TAKES_PART_TWICE',
    rows: twice('participation', 'actor_id', ['event_id', 'role']),
  },
  {
    types: ['EVENT'],
    rule: 'PARTICIPANT_TWICE',
    rows: twice('participation', 'event_id', ['actor_id', 'role']),
  },
  { types: ['CLAIM'], rule: 'RELATED_TO_ITSELF', rows: crossing('claim_relation', 'from_id', 'to_id') },
  { types: ['CLAIM'], rule: 'RELATED_TWICE', rows: twice('claim_relation', 'from_id', ['to_id', 'type']) },
  {
    types: ['CLAIM'],
    rule: 'REFERRED_TO_TWICE',
    rows: twice('claim_relation', 'to_id', ['from_id', 'type']),
  },
  ...hierarchies.flatMap(({ from: type, table, column }) =>
    mergedTypes
      .filter((merged) => merged === type)
      .map((merged): ClashRule => ({ types: [merged], rule: 'PART_OF_ITSELF', rows: above(table, column) })),
  ),
]

const moves = nodeReferences.map(({ from: type, field, to, table, column }) => ({
  ...{ type, field, types: to },
  rows: sql`from ${sql.table(table)} where ${sql.ref(column)} in ${from}`,
}))

/** Things that are counted in the graph, with one statement for all of those that concern one kind of node. */
class Counts<Counted extends { readonly types: readonly NodeType[]; readonly rows: RawBuilder<unknown> }> {
  readonly #counted: Readonly<Record<MergedType, readonly Counted[]>>
  readonly #counts: Readonly<Record<MergedType, Prepared<{ place: number; count: number }>>>

  constructor(engine: Engine, counted: readonly Counted[]) {
    this.#counted = recordFrom(mergedTypes, (type) => counted.filter(({ types }) => types.includes(type)))
    this.#counts = recordFrom(mergedTypes, (type) =>
      engine.prepare<{ place: number; count: number }>(
        sql`${sql.join(
          this.#counted[type].map(
            ({ rows }, at) => sql`select ${sql.lit(at)} as place, count(*) as count ${rows}`,
          ),
          sql` union all `,
        )}`,
      ),
    )
  }

  /** Those of which there are any, in their order. */
  of(type: MergedType, into: number, from: readonly number[]): Answer<(Counted & { count: number })[]> {
    const values = { into, from: JSON.stringify(from), all: JSON.stringify([into, ...from]) }
    return mapAnswer(this.#counts[type].all(values), (rows) => {
      const byPlace = new Map(rows.map(({ place, count }) => [place, count]))
      return this.#counted[type]
        .map((counted, place) => ({ ...counted, count: byPlace.get(place) ?? 0 }))
        .filter(({ count }) => count > 0)
    })
  }
}

/** Tells what a merge will move, and what it will resolve, before anything is written. */
export class MergePreviews {
  readonly #moves: Counts<(typeof moves)[number]>
  readonly #clashes: Counts<ClashRule>

  constructor(engine: Engine) {
    this.#moves = new Counts(engine, moves)
    this.#clashes = new Counts(engine, clashRules)
  }

  moves(type: MergedType, into: number, from: readonly number[]): Answer<readonly MergeMove[]> {
    return mapAnswer(this.#moves.of(type, into, from), (found) =>
      found.map(({ type: kind, field, count }) => ({ type: kind, field, count })),
    )
  }

  clashes(type: MergedType, into: number, from: readonly number[]): Answer<readonly MergeClash[]> {
    return mapAnswer(this.#clashes.of(type, into, from), (found) =>
      found.map(({ rule, count }) => ({ rule, count })),
    )
  }
}
