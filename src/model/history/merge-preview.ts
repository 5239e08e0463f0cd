import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { hierarchies, nodeReferences } from '../nodes/references.ts'
import { isMergedType, type MergedType, mergedTypes } from './merge-steps.ts'

/** How many rows of one reference will name the node that stays. */
export interface MergeMove {
  /** The kind of the nodes that name it, and the field in which they do. */
  readonly type: NodeType
  readonly field: string
  readonly count: number
}

/** What would make no sense after a merge, how often, and the rule by which it is resolved. */
export interface MergeClash {
  readonly rule: string
  readonly message: string
  readonly count: number
}

export interface MergePreview {
  readonly moves: readonly MergeMove[]
  readonly clashes: readonly MergeClash[]
}

const [from, into] = [slot<number>('from'), slot<number>('into')]

interface ClashRule {
  readonly types: readonly MergedType[]
  readonly rule: string
  readonly message: string
  readonly rows: RawBuilder<unknown>
}

const crossing = (table: string, one: string, other: string) => sql`from ${sql.table(table)}
  where (${sql.ref(one)} = ${from} and ${sql.ref(other)} = ${into})
    or (${sql.ref(one)} = ${into} and ${sql.ref(other)} = ${from})`

/** Rows that differ in nothing but which of the two they name. */
const twice = (table: string, end: string, others: readonly string[]) => sql`from ${sql.table(table)} f
  where ${sql.ref(`f.${end}`)} = ${from} and exists (select 1 from ${sql.table(table)} o
    where ${sql.ref(`o.${end}`)} = ${into} and ${sql.join(
      others.map((column) => sql`${sql.ref(`o.${column}`)} is not distinct from ${sql.ref(`f.${column}`)}`),
      sql` and `,
    )})`

const ofAffiliation = ['role', 'title', 'from_edtf', 'until_edtf']
const entities: readonly MergedType[] = ['ACTOR', 'PLACE', 'EVENT']

const clashRules: readonly ClashRule[] = [
  {
    types: ['ACTOR'],
    rule: 'SPEAKS_FOR_ITSELF',
    message: 'Where one speaks on behalf of the other, it then speaks for nobody else.',
    rows: crossing('statement', 'speaker_id', 'on_behalf_of_id'),
  },
  {
    types: ['ACTOR'],
    rule: 'ADDRESSES_ITSELF',
    message: 'Where one speaks to the other, the statement then has no addressee.',
    rows: crossing('statement', 'speaker_id', 'addressee_id'),
  },
  {
    types: entities,
    rule: 'ABOUT_TWICE',
    message: 'A statement that is about both is then about one.',
    rows: twice('statement_about', 'entity_id', ['statement_id']),
  },
  {
    types: ['ACTOR'],
    rule: 'AFFILIATED_WITH_ITSELF',
    message: 'An affiliation of one with the other goes.',
    rows: crossing('affiliation', 'actor_id', 'organization_id'),
  },
  {
    types: ['ACTOR'],
    rule: 'AFFILIATED_TWICE',
    message: 'An affiliation that both have counts once.',
    rows: twice('affiliation', 'actor_id', ['organization_id', ...ofAffiliation]),
  },
  {
    types: ['ACTOR'],
    rule: 'AFFILIATE_TWICE',
    message: 'Whoever is affiliated with both in one way is then so once.',
    rows: twice('affiliation', 'organization_id', ['actor_id', ...ofAffiliation]),
  },
  {
    types: ['ACTOR'],
    rule: 'TAKES_PART_TWICE',
    message: 'Where both take part in an event in one role, that counts once.',
    rows: twice('participation', 'actor_id', ['event_id', 'role']),
  },
  {
    types: ['EVENT'],
    rule: 'PARTICIPANT_TWICE',
    message: 'Whoever takes part in both events in one role then does so once.',
    rows: twice('participation', 'event_id', ['actor_id', 'role']),
  },
  {
    types: ['CLAIM'],
    rule: 'RELATED_TO_ITSELF',
    message: 'A relation of one claim to the other goes.',
    rows: crossing('claim_relation', 'from_id', 'to_id'),
  },
  {
    types: ['CLAIM'],
    rule: 'RELATED_TWICE',
    message: 'A relation that both claims have counts once.',
    rows: twice('claim_relation', 'from_id', ['to_id', 'type']),
  },
  {
    types: ['CLAIM'],
    rule: 'REFERRED_TO_TWICE',
    message: 'A claim that is related to both in one way is then so once.',
    rows: twice('claim_relation', 'to_id', ['from_id', 'type']),
  },
  ...hierarchies.flatMap((reference) =>
    isMergedType(reference.from)
      ? [
          {
            types: [reference.from],
            rule: 'PART_OF_ITSELF',
            message: 'The one that stays is a part of the other: the link that leads there goes.',
            rows: sql`from (
              with recursive up (id) as (
                select ${sql.ref(reference.column)} from ${sql.table(reference.table)} where id = ${into}
                union
                select ${sql.ref(`t.${reference.column}`)} from up join ${sql.table(reference.table)} t on t.id = up.id
              ) select id from up where id = ${from}) found`,
          },
        ]
      : [],
  ),
]

interface Counting {
  readonly types: readonly NodeType[]
  readonly count: Prepared<{ count: number }>
}

/** Tells what a merge will move, and what it will resolve, before anything is written. */
export class MergePreviews {
  readonly #moves: readonly (Counting & Omit<MergeMove, 'count'>)[]
  readonly #clashes: readonly (Counting & Omit<MergeClash, 'count'>)[]

  constructor(engine: Engine) {
    const counting = (rows: RawBuilder<unknown>) =>
      engine.prepare<{ count: number }>(sql`select count(*) as count ${rows}`)
    this.#moves = nodeReferences
      .filter(({ to }) => to.some((type) => mergedTypes.some((one) => one === type)))
      .map(({ from: type, field, to, table, column }) => ({
        ...{ type, field, types: to },
        count: counting(sql`from ${sql.table(table)} where ${sql.ref(column)} = ${from}`),
      }))
    this.#clashes = clashRules.map(({ rows, ...rule }) => ({ ...rule, count: counting(rows) }))
  }

  /** Of several that are merged, the sums. */
  of(type: MergedType, intoKey: number, fromKeys: readonly number[]): Answer<MergePreview> {
    const counted = <One extends Counting>(all: readonly One[]) =>
      allAnswers(
        all
          .filter(({ types }) => types.includes(type))
          .map((one) => mapAnswer(this.#sum(one, intoKey, fromKeys), (count) => ({ one, count }))),
      )
    return mapAnswer(counted(this.#moves), (moves) =>
      mapAnswer(counted(this.#clashes), (clashes) => ({
        moves: moves
          .filter(({ count }) => count > 0)
          .map(({ one, count }) => ({ type: one.type, field: one.field, count })),
        clashes: clashes
          .filter(({ count }) => count > 0)
          .map(({ one, count }) => ({ rule: one.rule, message: one.message, count })),
      })),
    )
  }

  #sum({ count }: Counting, intoKey: number, fromKeys: readonly number[]): Answer<number> {
    const counts = fromKeys.map((key) => count.get({ into: intoKey, from: key }))
    return mapAnswer(allAnswers(counts), (rows) => rows.reduce((sum, row) => sum + (row?.count ?? 0), 0))
  }
}
