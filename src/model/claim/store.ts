import { type RawBuilder, sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, constant } from '../../sql/build.ts'
import { each, inTime, listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { List, type SelectionOfEach } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { thenInstant } from '../conditions/known.ts'
import { type ClaimFilter, selectClaims } from './filter.ts'

export type ClaimRecord = RowOf<typeof claimColumns>

/** How many accepted statements speak to a claim, by how many speakers, and from how many sources. */
export type ClaimCounts = Pick<ClaimRecord, 'id' | 'statementCount' | 'speakerCount' | 'sourceCount'>

export type ClaimRelationRecord = RowOf<typeof relations>

export const claimOrders = {
  STATEMENTS_DESC: { name: 'STATEMENTS_DESC', key: 'c.statement_count', id: 'c.id', direction: 'desc' },
  SPEAKERS_DESC: { name: 'SPEAKERS_DESC', key: 'c.speaker_count', id: 'c.id', direction: 'desc' },
  TEXT: { name: 'TEXT', key: 'c.sort_key', id: 'c.id', direction: 'asc' },
} satisfies Record<string, Order>
/** Where nothing is asked for: as they were written, which no later statement changes. */
export const claimsAsWritten: Order = { name: 'ID', key: null, id: 'c.id', direction: 'asc' }

const claimColumns = (rows: Query) =>
  rows
    .select([constant('CLAIM').as('node'), 'c.id as id', 'c.slug as slug', 'c.text as text'])
    .select(['c.kind as kind', 'c.review as review'])
    .select(['c.subject_id as subjectId', 'c.event_id as eventId', 'c.object_id as objectId'])
    .select(['c.figure_low as figureLow', 'c.figure_high as figureHigh', 'c.figure_unit as figureUnit'])
    .select(['c.standing as standing', 'c.statement_count as statementCount'])
    .select(['c.speaker_count as speakerCount', 'c.source_count as sourceCount'])

const claimsBesideParents = (parents: Query): Query => parents.crossJoin('claim as c')

// Cross joins: relations are few, and each leads to its claims.
const relations = (end: 'from_id' | 'to_id') =>
  build
    .selectFrom('claim_relation as r')
    .crossJoin('claim as f')
    .crossJoin('claim as t')
    .where(`r.${end}`, 'in', listed('ids'))
    .where(sql<boolean>`f.id = r.from_id and t.id = r.to_id`)
    .select(['r.type as type', 'r.from_id as fromId', 'f.review as fromReview'])
    .select(['r.to_id as toId', 't.review as toReview'])

/** Those that start at a claim which was asked for first, by their ends. */
const relationOrder =
  (asked: ReadonlySet<number>) =>
  (a: ClaimRelationRecord, b: ClaimRelationRecord): number => {
    const isOutgoing = asked.has(a.fromId)
    if (isOutgoing !== asked.has(b.fromId)) return isOutgoing ? -1 : 1
    const byType = a.type === b.type ? 0 : a.type < b.type ? -1 : 1
    return isOutgoing
      ? a.fromId - b.fromId || a.toId - b.toId || byType
      : a.toId - b.toId || byType || a.fromId - b.fromId
  }

const countsThen: RawBuilder<ClaimCounts> = sql`
  select s.claim_id as id, count(*) as "statementCount", count(distinct s.speaker_id) as "speakerCount",
    count(distinct s.source_id) as "sourceCount"
  from ${each('ids')} j cross join statement s
  where s.claim_id = j.value and s.review = 'ACCEPTED' and s.known_at <= ${thenInstant} and ${inTime('s.id')}
  group by s.claim_id`

export class ClaimStore {
  readonly #list: List<ClaimRecord>
  readonly #byIds: Prepared<ClaimRecord>
  readonly #relations: Prepared<ClaimRelationRecord>
  readonly #countsThen: Prepared<ClaimCounts>

  constructor(engine: Engine) {
    const claims: Query = build.selectFrom('claim as c')
    this.#list = new List(engine, { beside: claimsBesideParents, id: 'c.id', record: claimColumns })
    this.#byIds = engine.prepare(claimColumns(claims.where('c.id', 'in', listed('ids'))))
    this.#countsThen = engine.prepare(countsThen)
    const incoming = relations('to_id').where('r.from_id', 'not in', listed('ids'))
    this.#relations = engine.prepare(relations('from_id').unionAll(incoming))
  }

  byIds(ids: readonly number[]): Answer<ClaimRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  /** Those that start or end at any of these claims, each once: those that start there first. */
  relations(ids: readonly number[]): Answer<ClaimRelationRecord[]> {
    return sortAnswer(this.#relations.all({ ids: JSON.stringify(ids) }), relationOrder(new Set(ids)))
  }

  /** By what was known at a time; claims to which nothing spoke by then are left out. */
  countsThen(ids: readonly number[], asOf: number): Answer<ClaimCounts[]> {
    return this.#countsThen.all({ ids: JSON.stringify(ids), asOf })
  }

  page(filter: ClaimFilter, order: Order, page: PageRequest): Answer<ClaimRecord[]> {
    return this.#list.page(selectClaims(filter), order, page)
  }

  count(filter: ClaimFilter): Answer<number> {
    return this.#list.count(selectClaims(filter))
  }

  pageOfEvents(events: readonly number[], filter: ClaimFilter, order: Order, page: PageRequest) {
    return this.#list.pageOfEach(this.#ofEvents(events, filter), order, page)
  }

  countOfEvents(events: readonly number[], filter: ClaimFilter): Answer<Map<number, number>> {
    return this.#list.countOfEach(this.#ofEvents(events, filter))
  }

  #ofEvents(parents: readonly number[], filter: ClaimFilter): SelectionOfEach {
    return { ...selectClaims(filter, true), parents }
  }
}
