import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, constant } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import type { Answer, Engine, Prepared } from '../../sql/engine.ts'
import { List, type Selection } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Where } from '../../sql/where.ts'
import type { PlacePrecision, ReviewState } from '../../values/vocabulary.ts'
import { isAllAccepted, reviewed } from '../conditions/review.ts'
import { named } from '../conditions/search-text.ts'

export type PlaceRecord = RowOf<typeof placeColumns>

export interface PlaceFilter {
  readonly name?: string | null | undefined
  readonly partOf?: readonly number[] | null | undefined
  readonly precision?: readonly PlacePrecision[] | null | undefined
  readonly review?: readonly ReviewState[] | null | undefined
}

export const placeOrder: Order = { name: 'NAME', key: 'e.sort_key', id: 'e.id', direction: 'asc' }

const ownPlaceColumns = [
  'pl.part_of_id as partOfId',
  'pl.latitude as latitude',
  'pl.longitude as longitude',
  'pl.precision as precision',
  'pl.iso3166_2 as iso3166_2',
] as const

const placeColumns = (rows: Query) =>
  rows
    .select([constant('PLACE').as('node'), 'e.id as id', 'e.slug as slug', 'e.name as name'])
    .select(['e.description as description', 'e.review as review', ...ownPlaceColumns])

const placeRows = (): Query => build.selectFrom('entity as e').innerJoin('place as pl', 'pl.id', 'e.id')

const placesBesideParents = (parents: Query): Query =>
  parents.crossJoin('entity as e').innerJoin('place as pl', 'pl.id', 'e.id')

const selectPlaces = (filter: PlaceFilter): Selection => {
  const where = named(new Where(), filter.name)
    .oneOf('partOf', filter.partOf, (is) => sql`pl.part_of_id ${is}`)
    .oneOf('precision', filter.precision, (is) => sql`pl.precision ${is}`)
  reviewed(where, filter.review, 'e.review')
  return {
    shape: where.shape,
    values: where.values,
    id: 'e.id',
    rows: () => where.applied(placeRows().where('e.kind', '=', sql.lit('PLACE'))),
    whole: isAllAccepted(where, 'e.review') ? 'PLACE' : null,
  }
}

export class PlaceStore {
  readonly #list: List<PlaceRecord>
  readonly #byIds: Prepared<PlaceRecord>

  constructor(engine: Engine) {
    this.#list = new List(engine, { beside: placesBesideParents, id: 'e.id', record: placeColumns })
    this.#byIds = engine.prepare(placeColumns(placeRows().where('e.id', 'in', listed('ids'))))
  }

  byIds(ids: readonly number[]): Answer<PlaceRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  page(filter: PlaceFilter, page: PageRequest): Answer<PlaceRecord[]> {
    return this.#list.page(selectPlaces(filter), placeOrder, page)
  }

  count(filter: PlaceFilter): Answer<number> {
    return this.#list.count(selectPlaces(filter))
  }
}
