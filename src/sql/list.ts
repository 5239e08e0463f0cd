import { type Expression, type RawBuilder, sql } from 'kysely'
import type { NodeType } from '../values/vocabulary.ts'
import type { AliasedColumn } from './aliases.ts'
import { build, constant, slot, type Values } from './build.ts'
import { amongIds, each, inTime, upTo, wholeNumber } from './dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from './engine.ts'
import { KeptAnswers } from './kept-answers.ts'
import { type Order, type PageRequest, paged, pageShape, pageValues, type Query } from './page.ts'
import { replacedReference } from './replaced-reference.ts'
import { Shapes } from './shapes.ts'

/** What a list is of: the rows that a filter keeps. `shape` names the SQL; `values` fill it. */
export interface Selection {
  readonly shape: string
  readonly values: Values
  /** The column that holds the noun's id in `rows`. */
  readonly id: AliasedColumn
  /**
   * The rows, before anything is selected of them; with the noun's own table among them if they are to be read and not
   * only counted. Called once per shape.
   */
  readonly rows: (read: boolean) => Query
  /** The noun, where all of it is kept: how much there is of it is known, and need not be counted. */
  readonly whole?: NodeType | null
}

/** Lists under several parents at once: the same selection for each of them, `parent` standing for the parent's id. */
export interface SelectionOfEach extends Selection {
  readonly parents: readonly number[]
}

/** In a SelectionOfEach, the parent that a row is asked for. */
export const parent = sql.ref<number>('p.value')
const PARENT = { table: 'p', column: 'value' }
/** The slot of the parent, where there is only one. */
const ONLY_PARENT = 'parent'

/** How a noun's rows are read, once it is known which. */
export interface ListQueries<Row> {
  /**
   * Joins the noun's tables to the parents. By cross joins, which keep the parents outermost: without statistics the
   * planner may walk the whole noun instead.
   */
  readonly beside: (parents: Query) => Query
  readonly id: AliasedColumn
  /** Selects the noun's record. */
  readonly record: (rows: Query) => Query<Row>
}

/** Pages and counts of one noun: one statement each, whether for one list or for a list under each of many parents. */
export class List<Row> {
  readonly #reading: ListQueries<Row>
  readonly #sortsMissingFirst: boolean
  readonly #pages: Shapes<Row>
  readonly #pagesOfEach: Shapes<Row & { parent: number }>
  readonly #counts: Shapes<{ count: number }>
  readonly #countsOfEach: Shapes<{ parent: number; count: number | null }>
  readonly #size: Prepared<{ nodes: number }>

  constructor(engine: Engine, reading: ListQueries<Row>) {
    this.#reading = reading
    this.#sortsMissingFirst = engine.sortsMissingFirst
    this.#pages = new Shapes(engine)
    this.#pagesOfEach = new Shapes(engine)
    this.#counts = new Shapes(KeptAnswers.of(engine))
    this.#countsOfEach = new Shapes(engine)
    this.#size = engine.prepare(sizeQuery(slot<NodeType>('type')))
  }

  page(selection: Selection, order: Order, page: PageRequest): Answer<Row[]> {
    const shape = `${selection.shape} | ${pageShape(order, page)}`
    const query = () => this.#paged(this.#reading.record(timed(selection, true)), order, page)
    return this.#pages.of(shape, query).all({ ...selection.values, ...pageValues(page) })
  }

  /** Each row names its parent; rows come in no order. */
  pageOfEach(
    selection: SelectionOfEach,
    order: Order,
    page: PageRequest,
  ): Answer<(Row & { parent: number })[]> {
    const { shape, values, parents } = selection
    const [only] = parents
    const form = `${shape} | ${pageShape(order, page)}`
    // What is under one parent is a page like any other, of which the rows need not be found by their ids first.
    if (parents.length === 1 && only !== undefined)
      return this.#pagesOfEach
        .of(`one ${form}`, () => this.#ofOne(selection, order, page))
        .all({ ...values, ...pageValues(page), [ONLY_PARENT]: only })
    return this.#pagesOfEach
      .of(form, () => this.#ofEach(selection, order, page))
      .all({ ...values, ...pageValues(page), parents: JSON.stringify(parents) })
  }

  count(selection: Selection): Answer<number> {
    if (selection.whole)
      return mapAnswer(this.#size.get({ type: selection.whole }), (size) => size?.nodes ?? 0)
    const query = () => timed(selection, false).select(rowCount.as('count'))
    const counted = this.#counts.of(selection.shape, query).get(selection.values)
    return mapAnswer(counted, (row) => row?.count ?? 0)
  }

  /** The same, but no further than one past `most`. */
  countUpTo(selection: Selection, most: number): Answer<number> {
    if (selection.whole) return this.count(selection)
    const query = () =>
      build
        .selectFrom(timed(selection, false).select(constant(1).as('one')).limit(upTo('limit')).as('some'))
        .select(rowCount.as('count'))
    const counted = this.#counts.of(`up to ${selection.shape}`, query)
    return mapAnswer(counted.get({ ...selection.values, limit: most + 1 }), (row) => row?.count ?? 0)
  }

  countOfEach(selection: SelectionOfEach): Answer<Map<number, number>> {
    const query = () =>
      eachParent().select([
        parent.as('parent'),
        timed(selection, false).select(rowCount.as('count')).as('count'),
      ])
    const values = { ...selection.values, parents: JSON.stringify(selection.parents) }
    const counts = this.#countsOfEach.of(selection.shape, query).all(values)
    return mapAnswer(counts, (rows) => new Map(rows.map(({ parent, count }) => [parent, count ?? 0])))
  }

  #ofEach(selection: Selection, order: Order, page: PageRequest): Query<Row & { parent: number }> {
    const { beside, id, record } = this.#reading
    const ids = this.#paged(
      timed(selection, false).select(sql.ref<number>(selection.id).as('id')),
      order,
      page,
    )
    return record(beside(eachParent()).where(amongIds(id, ids))).select(parent.as('parent'))
  }

  #ofOne(selection: Selection, order: Order, page: PageRequest): Expression<Row & { parent: number }> {
    const rows = this.#reading.record(timed(selection, true)).select(parent.as('parent'))
    return replacedReference(this.#paged(rows, order, page), PARENT, wholeNumber(ONLY_PARENT))
  }

  #paged<R>(rows: Query<R>, order: Order, page: PageRequest): Query<R> {
    return paged(rows, order, page, this.#sortsMissingFirst)
  }
}

/** How much there is of a noun, as it is maintained; of statements, the accepted ones. */
export const sizeQuery = (type: RawBuilder<NodeType>) =>
  build.selectFrom('size').select('nodes').where('type', '=', type)

const rowCount = sql<number>`count(*)`
const eachParent = (): Query => build.selectFrom(each('parents').as('p'))
const timed = (selection: Selection, read: boolean): Query => selection.rows(read).where(inTime(selection.id))
