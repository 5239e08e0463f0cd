import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, constant } from '../../sql/build.ts'
import { each, eachTuple, listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { List, type Selection } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import { Where } from '../../sql/where.ts'
import { entityColumns } from '../entity/store.ts'
import { latestLast } from '../positions/position-rule.ts'
import { type StatementFilter, type StatementParent, selectStatements } from './filter.ts'

/** What most questions ask of a statement: each column costs, and there are many statements on a page. */
export type StatementRecord = RowOf<typeof statementRecordColumns>

/** The rest, read when it is asked for. */
export type StatementDetails = RowOf<typeof details>

/** In the order in which they were said, by whichever table the selection walks. */
const statementOrder = (name: StatementOrder, selection: Selection): Order => ({
  name,
  key: selection.id === 's.id' ? 's.said_order' : 'a.said_order',
  id: selection.id,
  direction: name === 'SAID' ? 'asc' : 'desc',
  nullable: true,
})

export type StatementOrder = 'SAID' | 'SAID_DESC'

const statementRecordColumns = (rows: Query) =>
  rows
    .select([constant('STATEMENT').as('node'), 's.id as id', 's.source_id as sourceId'])
    .select(['s.speaker_id as speakerId', 's.on_behalf_of_id as onBehalfOfId'])
    .select(['s.claim_id as claimId', 's.via_id as viaId', 's.act as act', 's.stance as stance'])
    .select(['s.certainty as certainty', 's.quote_type as quoteType', 's.review as review'])
    .select(['s.said_edtf as saidAt', 's.said_order as saidOrder', 's.text as text'])

const details = (rows: Query) =>
  rows
    .select(['s.id as id', 's.slug as slug', 's.addressee_id as addresseeId'])
    .select(['s.language as language', 's.speaker_text as speakerText', 's.cue as cue'])
    .select(['s.span_start as spanStart', 's.span_end as spanEnd', 's.span_exact as spanExact'])
    .select(['s.span_prefix as spanPrefix', 's.span_suffix as spanSuffix'])

const statementRows = (): Query => build.selectFrom('statement as s')
const statementsBesideParents = (parents: Query): Query => parents.crossJoin('statement as s')

// Cross joins: the planner, which cannot tell how short chains are, may walk all statements for them.
const chains = () =>
  statementRecordColumns(
    build
      .withRecursive('chain(parent, id, depth)', (db) =>
        db
          .selectFrom('statement')
          .where('id', 'in', listed('ids'))
          .select(['id as parent', 'id', sql<number>`0`.as('depth')])
          .unionAll(
            db
              .selectFrom('chain')
              .crossJoin('statement as quoted')
              .whereRef('quoted.id', '=', 'chain.id')
              .where('quoted.via_id', 'is not', null)
              .where('chain.depth', '<', LONGEST_CHAIN)
              .select([
                'chain.parent',
                sql.ref<number>('quoted.via_id').as('id'),
                sql<number>`chain.depth + 1`.as('depth'),
              ]),
          ),
      )
      .selectFrom('chain')
      .crossJoin('statement as s')
      .whereRef('s.id', '=', 'chain.id'),
  ).select(['chain.parent as parent', 'chain.depth as depth'])

const ofPositions = (where: Where) =>
  statementRecordColumns(
    where.applied(
      build
        .selectFrom(eachTuple('pairs', { claim: 'number', actor: 'number' }).as('pair'))
        .crossJoin('statement as s')
        .where(sql<boolean>`s.claim_id = pair.claim and s.principal_id = pair.actor`)
        .where(sql<boolean>`s.stance is not null and s.review = 'ACCEPTED'`),
    ),
  ).select(['s.principal_id as principalId', 's.known_at as knownAt'])

/** A chain that an importer let through as a ring would never end. */
const LONGEST_CHAIN = 50

// Cross joins again: what few statements are about is looked up, and not found among all that statements are about.
const aboutEntityRows = () =>
  build
    .selectFrom(each('ids').as('j'))
    .crossJoin('statement_about as a')
    .crossJoin('entity as e')
    .leftJoin('actor as ac', 'ac.id', 'e.id')
    .whereRef('a.statement_id', '=', 'j.value')
    .whereRef('e.id', '=', 'a.entity_id')
    .select(['a.statement_id as statementId', ...entityColumns])

export type AboutRecord = RowOf<typeof aboutEntityRows>
type OfParent = StatementRecord & { parent: number }
export type OfPosition = RowOf<typeof ofPositions>

export class StatementStore {
  readonly #list: List<StatementRecord>
  readonly #byIds: Prepared<StatementRecord>
  readonly #details: Prepared<StatementDetails>
  readonly #about: Prepared<AboutRecord>
  readonly #chains: Prepared<RowOf<typeof chains>>
  readonly #ofPositions: Shapes<OfPosition>
  readonly #kept: Shapes<StatementRecord>

  constructor(engine: Engine) {
    this.#list = new List(engine, {
      beside: statementsBesideParents,
      id: 's.id',
      record: statementRecordColumns,
    })
    this.#byIds = engine.prepare(statementRecordColumns(statementRows().where('s.id', 'in', listed('ids'))))
    this.#details = engine.prepare(details(statementRows().where('s.id', 'in', listed('ids'))))
    this.#about = engine.prepare(aboutEntityRows())
    this.#chains = engine.prepare(chains())
    this.#ofPositions = new Shapes(engine)
    this.#kept = new Shapes(engine)
  }

  byIds(ids: readonly number[]): Answer<StatementRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  /** Those of these that a filter keeps. */
  keptAmong(ids: readonly number[], filter: StatementFilter): Answer<StatementRecord[]> {
    const { shape, values, id, rows } = selectStatements(filter)
    const query = () => statementRecordColumns(rows(true).where(sql.ref(id), 'in', listed('ids')))
    return this.#kept.of(shape, query).all({ ...values, ids: JSON.stringify(ids) })
  }

  details(ids: readonly number[]): Answer<StatementDetails[]> {
    return this.#details.all({ ids: JSON.stringify(ids) })
  }

  /** What these statements are about, as it was written down: an entity once for each of them. */
  about(ids: readonly number[]): Answer<AboutRecord[]> {
    return sortAnswer(this.#about.all({ ids: JSON.stringify(ids) }), (a, b) => a.id - b.id)
  }

  /** From each of these statements (`parent`) outwards, itself first. */
  chains(ids: readonly number[]): Answer<OfParent[]> {
    return sortAnswer(this.#chains.all({ ids: JSON.stringify(ids) }), (a, b) => a.depth - b.depth)
  }

  /** The statements that set positions, given as pairs of claim and actor, oldest first. */
  ofPositions(pairs: readonly (readonly [number, number])[], asOf: number | null): Answer<OfPosition[]> {
    const where = new Where().value('asOf', asOf, (at) => sql`s.known_at <= ${at}`)
    return sortAnswer(
      this.#ofPositions
        .of(where.shape, () => ofPositions(where))
        .all({ ...where.values, pairs: JSON.stringify(pairs) }),
      latestLast,
    )
  }

  page(filter: StatementFilter, order: StatementOrder, page: PageRequest): Answer<StatementRecord[]> {
    const selection = selectStatements(filter)
    return this.#list.page(selection, statementOrder(order, selection), page)
  }

  count(filter: StatementFilter): Answer<number> {
    return this.#list.count(selectStatements(filter))
  }

  countUpTo(filter: StatementFilter, most: number): Answer<number> {
    return this.#list.countUpTo(selectStatements(filter), most)
  }

  pageOfEach(
    parent: StatementParent,
    parents: readonly number[],
    filter: StatementFilter,
    order: StatementOrder,
    page: PageRequest,
  ): Answer<OfParent[]> {
    const selection = selectStatements(filter, parent)
    return this.#list.pageOfEach({ ...selection, parents }, statementOrder(order, selection), page)
  }

  countOfEach(
    parent: StatementParent,
    parents: readonly number[],
    filter: StatementFilter,
  ): Answer<Map<number, number>> {
    return this.#list.countOfEach({ ...selectStatements(filter, parent), parents })
  }
}
