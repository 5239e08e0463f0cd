import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, constant, slot } from '../../sql/build.ts'
import { inTime, listed, matching } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { List, parent, type Selection, type SelectionOfEach } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Where } from '../../sql/where.ts'
import type { SourceKind } from '../../values/vocabulary.ts'
import { matchingText } from '../conditions/search-text.ts'
import { overlapping, type TimeRange } from '../conditions/time-range.ts'

export type SourceRecord = RowOf<typeof sourceColumns>

export interface SourceFilter {
  readonly publisher?: readonly number[] | null | undefined
  readonly kind?: readonly SourceKind[] | null | undefined
  readonly published?: TimeRange | null | undefined
  readonly text?: string | null | undefined
  readonly versionOf?: readonly number[] | null | undefined
  readonly copyOf?: readonly number[] | null | undefined
  /** Whether a statement in it is proposed. */
  readonly withProposals?: boolean | null | undefined
}

const byPublished = { key: 'so.published_order', id: 'so.id', nullable: true } as const
export const sourceOrders = {
  PUBLISHED: { name: 'PUBLISHED', ...byPublished, direction: 'asc' },
  PUBLISHED_DESC: { name: 'PUBLISHED_DESC', ...byPublished, direction: 'desc' },
} satisfies Record<string, Order>

/** All but the text, which may be long and is read when it is asked for. */
const sourceColumns = (rows: Query) =>
  rows
    .select([
      constant('SOURCE').as('node'),
      'so.id as id',
      'so.slug as slug',
      'so.title as title',
      'so.kind as kind',
    ])
    .select(['so.publisher_id as publisherId', 'so.author as author', 'so.url as url'])
    .select(['so.archived_url as archivedUrl', 'so.language as language', 'so.published_edtf as publishedAt'])
    .select([
      'so.published_order as publishedOrder',
      'so.retrieved_at as retrievedAt',
      'so.reliability as reliability',
      'so.version_of_id as versionOfId',
      'so.copy_of_id as copyOfId',
    ])

const sourceRows = (): Query => build.selectFrom('source as so')
const sourcesBesideParents = (parents: Query): Query => parents.crossJoin('source as so')

const proposing = sql`(select source_id from statement where review = 'PROPOSED' and ${inTime('id')})`

function selectSources(filter: SourceFilter, ofEachPublisher = false): Selection {
  const where = new Where()
    .only('ofPublisher', ofEachPublisher, () => sql`so.publisher_id = ${parent}`)
    .oneOf('publisher', filter.publisher, (is) => sql`so.publisher_id ${is}`)
    .oneOf('kind', filter.kind, (is) => sql`so.kind ${is}`)
    .oneOf('versionOf', filter.versionOf, (is) => sql`so.version_of_id ${is}`)
    .oneOf('copyOf', filter.copyOf, (is) => sql`so.copy_of_id ${is}`)
    .only('proposals', filter.withProposals === true, () => sql`so.id in ${proposing}`)
    .only('no proposals', filter.withProposals === false, () => sql`so.id not in ${proposing}`)
  overlapping(where, 'published', filter.published, 'so.published')
  matchingText(where, 'text', filter.text, (query) => {
    return sql`so.id in (select id from ${matching('source_text', query)} as found where ${inTime('found.id')})`
  })
  const whole = where.shape === '' ? 'SOURCE' : null
  return {
    shape: where.shape,
    values: where.values,
    id: 'so.id',
    rows: () => where.applied(sourceRows()),
    whole,
  }
}

export class SourceStore {
  readonly #list: List<SourceRecord>
  readonly #byIds: Prepared<SourceRecord>
  readonly #laterVersions: Prepared<SourceRecord>
  readonly #texts: Prepared<{ id: number; text: string | null }>
  readonly #byHash: Prepared<{ id: number; slug: string }>

  constructor(engine: Engine) {
    this.#list = new List(engine, { beside: sourcesBesideParents, id: 'so.id', record: sourceColumns })
    this.#byIds = engine.prepare(sourceColumns(sourceRows().where('so.id', 'in', listed('ids'))))
    this.#laterVersions = engine.prepare(
      sourceColumns(sourceRows().where('so.version_of_id', 'in', listed('ids')).orderBy('so.id')),
    )
    this.#texts = engine.prepare(
      sourceRows().where('so.id', 'in', listed('ids')).select(['so.id', 'so.text']),
    )
    this.#byHash = engine.prepare(
      sourceRows().where('so.sha256', '=', slot<string>('hash')).select(['so.id', 'so.slug']),
    )
  }

  byIds(ids: readonly number[]): Answer<SourceRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  /** The versions that came right after each, the first first. */
  laterVersions(ids: readonly number[]): Answer<SourceRecord[]> {
    return this.#laterVersions.all({ ids: JSON.stringify(ids) })
  }

  /** The source whose text this is, by its hash. */
  byHash(hash: string): Answer<{ id: number; slug: string } | undefined> {
    return this.#byHash.get({ hash })
  }

  texts(ids: readonly number[]): Answer<Map<number, string | null>> {
    return mapAnswer(
      this.#texts.all({ ids: JSON.stringify(ids) }),
      (rows) => new Map(rows.map(({ id, text }) => [id, text])),
    )
  }

  page(filter: SourceFilter, order: Order, page: PageRequest): Answer<SourceRecord[]> {
    return this.#list.page(selectSources(filter), order, page)
  }

  count(filter: SourceFilter): Answer<number> {
    return this.#list.count(selectSources(filter))
  }

  pageOfPublishers(publishers: readonly number[], order: Order, page: PageRequest) {
    return this.#list.pageOfEach(this.#ofPublishers(publishers), order, page)
  }

  countOfPublishers(publishers: readonly number[]): Answer<Map<number, number>> {
    return this.#list.countOfEach(this.#ofPublishers(publishers))
  }

  #ofPublishers(parents: readonly number[]): SelectionOfEach {
    return { ...selectSources({}, true), parents }
  }
}
