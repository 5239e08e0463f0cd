import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, constant } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { List, parent, type Selection, type SelectionOfEach } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import { Where } from '../../sql/where.ts'
import type { EventType, ReviewState } from '../../values/vocabulary.ts'
import { isAllAccepted, reviewed } from '../conditions/review.ts'
import { named } from '../conditions/search-text.ts'
import { overlapping, type TimeRange } from '../conditions/time-range.ts'

export type EventRecord = RowOf<typeof eventColumns>

export interface EventFilter {
  readonly types?: readonly EventType[] | null | undefined
  readonly place?: readonly number[] | null | undefined
  readonly participant?: readonly number[] | null | undefined
  readonly when?: TimeRange | null | undefined
  readonly name?: string | null | undefined
  readonly review?: readonly ReviewState[] | null | undefined
}

const byWhen = { key: 'ev.when_order', id: 'ev.id', nullable: true } as const
export const eventOrders = {
  WHEN: { name: 'WHEN', ...byWhen, direction: 'asc' },
  WHEN_DESC: { name: 'WHEN_DESC', ...byWhen, direction: 'desc' },
} satisfies Record<string, Order>

const ownEventColumns = [
  'ev.type as type',
  'ev.mode as mode',
  'ev.when_edtf as when',
  'ev.when_earliest as earliest',
  'ev.when_latest as latest',
  'ev.place_id as placeId',
  'ev.part_of_id as partOfId',
] as const

const eventColumns = (rows: Query) =>
  rows
    .select([constant('EVENT').as('node'), 'e.id as id', 'e.slug as slug', 'e.name as name'])
    .select(['e.description as description', 'ev.review as review', ...ownEventColumns])

const eventRows = (): Query => build.selectFrom('event as ev').innerJoin('entity as e', 'e.id', 'ev.id')
const eventsBesideParents = (parents: Query): Query =>
  parents.crossJoin('event as ev').innerJoin('entity as e', 'e.id', 'ev.id')

function selectEvents(filter: EventFilter, ofEachPlace = false): Selection {
  const where = named(new Where(), filter.name)
    .only('inPlace', ofEachPlace, () => sql`ev.place_id = ${parent}`)
    .oneOf('types', filter.types, (is) => sql`ev.type ${is}`)
    .oneOf('place', filter.place, (is) => sql`ev.place_id ${is}`)
    .oneOf(
      'participant',
      filter.participant,
      (is) => sql`ev.id in (select event_id from participation where actor_id ${is})`,
    )
  overlapping(where, 'when', filter.when, 'ev.when')
  reviewed(where, filter.review, 'ev.review')
  const whole = isAllAccepted(where, 'ev.review') ? 'EVENT' : null
  return {
    shape: where.shape,
    values: where.values,
    id: 'ev.id',
    rows: () => where.applied(eventRows()),
    whole,
  }
}

export class EventStore {
  readonly #list: List<EventRecord>
  readonly #byIds: Prepared<EventRecord>
  readonly #parts: Shapes<EventRecord>

  constructor(engine: Engine) {
    this.#list = new List(engine, { beside: eventsBesideParents, id: 'ev.id', record: eventColumns })
    this.#byIds = engine.prepare(eventColumns(eventRows().where('ev.id', 'in', listed('ids'))))
    this.#parts = new Shapes(engine)
  }

  byIds(ids: readonly number[]): Answer<EventRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  /** The parts of each of these events, in the order of time; what has no date comes last. */
  partsOf(ids: readonly number[], review: EventFilter['review']): Answer<EventRecord[]> {
    const where = reviewed(new Where(), review, 'ev.review')
    const when = (event: EventRecord) => event.earliest ?? event.latest ?? Number.POSITIVE_INFINITY
    const parts = this.#parts
      .of(where.shape, () =>
        eventColumns(where.applied(eventRows().where('ev.part_of_id', 'in', listed('ids')))),
      )
      .all({ ids: JSON.stringify(ids) })
    return sortAnswer(parts, (a, b) => when(a) - when(b) || a.id - b.id)
  }

  page(filter: EventFilter, order: Order, page: PageRequest): Answer<EventRecord[]> {
    return this.#list.page(selectEvents(filter), order, page)
  }

  count(filter: EventFilter): Answer<number> {
    return this.#list.count(selectEvents(filter))
  }

  pageOfPlaces(
    places: readonly number[],
    review: EventFilter['review'],
    order: Order,
    page: PageRequest,
  ): Answer<(EventRecord & { parent: number })[]> {
    return this.#list.pageOfEach(this.#ofPlaces(places, review), order, page)
  }

  countOfPlaces(places: readonly number[], review: EventFilter['review']): Answer<Map<number, number>> {
    return this.#list.countOfEach(this.#ofPlaces(places, review))
  }

  #ofPlaces(parents: readonly number[], review: EventFilter['review']): SelectionOfEach {
    return { ...selectEvents({ review }, true), parents }
  }
}
