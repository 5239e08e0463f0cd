import { sql } from 'kysely'
import { List, type Selection } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { build, listed, Prepared, Shapes, slot } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import { Where } from '../../sql/where.ts'
import type { Certainty, QuoteType, ReviewState, SpeechAct, Stance } from '../../values/vocabulary.ts'
import { type EntityRecord, entityColumns } from '../entity/store.ts'
import { latestLast } from '../positions/position-rule.ts'
import { type StatementFilter, type StatementParent, selectStatements } from './filter.ts'

/** What most questions ask of a statement: each column costs, and there are many statements on a page. */
export interface StatementRecord {
  node: 'STATEMENT'
  id: number
  sourceId: number
  speakerId: number
  onBehalfOfId: number | null
  claimId: number | null
  viaId: number | null
  act: SpeechAct
  stance: Stance | null
  certainty: Certainty | null
  quoteType: QuoteType
  review: ReviewState
  saidAt: string | null
  saidOrder: number | null
  text: string
}

/** The rest, read when it is asked for. */
export interface StatementDetails {
  id: number
  slug: string | null
  addresseeId: number | null
  language: string | null
  speakerText: string | null
  cue: string | null
  spanStart: number | null
  spanEnd: number | null
  spanExact: string | null
  spanPrefix: string | null
  spanSuffix: string | null
}

/** In the order in which they were said, by whichever table the selection walks. */
const statementOrder = (name: StatementOrder, selection: Selection): Order => ({
  name,
  key: selection.id === 's.id' ? 's.said_order' : 'a.said_order',
  id: selection.id,
  direction: name === 'SAID' ? 'asc' : 'desc',
  nullable: true,
})

export type StatementOrder = 'SAID' | 'SAID_DESC'

const record = (rows: Query): Query =>
  rows
    .select([sql.lit('STATEMENT').as('node'), 's.id as id', 's.source_id as sourceId'])
    .select(['s.speaker_id as speakerId', 's.on_behalf_of_id as onBehalfOfId'])
    .select(['s.claim_id as claimId', 's.via_id as viaId', 's.act as act', 's.stance as stance'])
    .select(['s.certainty as certainty', 's.quote_type as quoteType', 's.review as review'])
    .select(['s.said_edtf as saidAt', 's.said_order as saidOrder', 's.text as text'])

const details = (rows: Query): Query =>
  rows
    .select(['s.id as id', 's.slug as slug', 's.addressee_id as addresseeId'])
    .select(['s.language as language', 's.speaker_text as speakerText', 's.cue as cue'])
    .select(['s.span_start as spanStart', 's.span_end as spanEnd', 's.span_exact as spanExact'])
    .select(['s.span_prefix as spanPrefix', 's.span_suffix as spanSuffix'])

const statements = (): Query => build.selectFrom('statement as s')
const beside = (parents: Query): Query => parents.crossJoin('statement as s')

// Cross joins: the planner, which cannot tell how short chains are, may walk all statements for them.
const chains = (): Query =>
  record(
    build
      .withRecursive('chain(parent, id, depth)', (db) =>
        db
          .selectFrom('statement')
          .where('id', 'in', listed('ids'))
          .select(['id as parent', 'id', sql<number>`0`.as('depth')])
          .unionAll(
            (db.selectFrom('chain' as never) as Query)
              .crossJoin('statement as inner')
              .whereRef('inner.id', '=', 'chain.id')
              .where('inner.via_id', 'is not', null)
              .where('chain.depth', '<', LONGEST_CHAIN)
              .select(['chain.parent', 'inner.via_id', sql<number>`chain.depth + 1`.as('depth')]) as never,
          ),
      )
      .selectFrom('chain')
      .crossJoin('statement as s')
      .whereRef('s.id', '=', 'chain.id') as Query,
  ).select(['chain.parent as parent', 'chain.depth as depth'])

const ofPositions = (where: Where): Query =>
  record(
    where.applied(
      (build.selectFrom(sql<{ value: string }>`json_each(${slot('pairs')})`.as('pair')) as Query)
        .crossJoin('statement as s')
        .where(sql<boolean>`s.claim_id = pair.value ->> 0 and s.principal_id = pair.value ->> 1`)
        .where(sql<boolean>`s.stance is not null and s.review = 'ACCEPTED'`),
    ),
  ).select(['s.principal_id as principalId', 's.known_at as knownAt'])

/** A chain that an importer let through as a ring would never end. */
const LONGEST_CHAIN = 50

// Cross joins again: what few statements are about is looked up, and not found among all that statements are about.
const about = (): Query =>
  (build.selectFrom(sql<{ value: number }>`json_each(${slot('ids')})`.as('j')) as Query)
    .crossJoin('statement_about as a')
    .crossJoin('entity as e')
    .leftJoin('actor as ac', 'ac.id', 'e.id')
    .whereRef('a.statement_id', '=', 'j.value')
    .whereRef('e.id', '=', 'a.entity_id')
    .select(['a.statement_id as statementId', ...entityColumns])

export type AboutRecord = EntityRecord & { statementId: number }
type OfParent = StatementRecord & { parent: number }
export type OfPosition = StatementRecord & { principalId: number; knownAt: number | null }

export class StatementStore {
  readonly #list: List<StatementRecord>
  readonly #byIds: Prepared<StatementRecord>
  readonly #details: Prepared<StatementDetails>
  readonly #about: Prepared<AboutRecord>
  readonly #chains: Prepared<OfParent & { depth: number }>
  readonly #ofPositions: Shapes<OfPosition>

  constructor(connection: Connection) {
    this.#list = new List(connection, { beside, id: 's.id', record })
    this.#byIds = new Prepared(connection, record(statements().where('s.id', 'in', listed('ids'))))
    this.#details = new Prepared(connection, details(statements().where('s.id', 'in', listed('ids'))))
    this.#about = new Prepared(connection, about())
    this.#chains = new Prepared(connection, chains())
    this.#ofPositions = new Shapes(connection)
  }

  byIds(ids: readonly number[]): StatementRecord[] {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  details(ids: readonly number[]): StatementDetails[] {
    return this.#details.all({ ids: JSON.stringify(ids) })
  }

  /** What these statements are about: an entity once for each of them. */
  about(ids: readonly number[]): AboutRecord[] {
    return this.#about.all({ ids: JSON.stringify(ids) })
  }

  /** From each of these statements (`parent`) outwards, itself first. */
  chains(ids: readonly number[]): OfParent[] {
    return this.#chains.all({ ids: JSON.stringify(ids) }).sort((a, b) => a.depth - b.depth)
  }

  /** The statements that set positions, given as pairs of claim and actor, oldest first. */
  ofPositions(pairs: readonly (readonly [number, number])[], asOf: number | null): OfPosition[] {
    const where = new Where().value('asOf', asOf, (at) => sql`s.known_at <= ${at}`)
    return this.#ofPositions
      .of(where.shape, () => ofPositions(where))
      .all({ ...where.values, pairs: JSON.stringify(pairs) })
      .sort(latestLast)
  }

  page(filter: StatementFilter, order: StatementOrder, page: PageRequest): StatementRecord[] {
    const selection = selectStatements(filter)
    return this.#list.page(selection, statementOrder(order, selection), page)
  }

  count(filter: StatementFilter): number {
    return this.#list.count(selectStatements(filter))
  }

  pageOfEach(
    parent: StatementParent,
    parents: readonly number[],
    filter: StatementFilter,
    order: StatementOrder,
    page: PageRequest,
  ): OfParent[] {
    const selection = selectStatements(filter, parent)
    return this.#list.pageOfEach({ ...selection, parents }, statementOrder(order, selection), page)
  }

  countOfEach(
    parent: StatementParent,
    parents: readonly number[],
    filter: StatementFilter,
  ): Map<number, number> {
    return this.#list.countOfEach({ ...selectStatements(filter, parent), parents })
  }
}
