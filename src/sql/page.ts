import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { UserError } from '../values/errors.ts'
import type { Aliased, AliasedColumn, Aliases } from './aliases.ts'
import { build, slot, type Values } from './build.ts'
import { type Cursor, parseCursor } from './cursor.ts'
import { upTo } from './dialect.ts'

/** A list's order: by a key and then by id, both the same way. Nodes without a key come last, either way. */
export interface Order {
  readonly name: string
  readonly key: AliasedColumn | null
  readonly id: AliasedColumn
  readonly direction: 'asc' | 'desc'
  /** Whether a node may lack the key. Such a key is a number. */
  readonly nullable?: boolean
}

/** The arguments of a connection, as GraphQL's cursor connections specification has them. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** A page that has been asked for: how many, from where, and which way the index is walked. */
export interface PageRequest {
  readonly size: number
  readonly backwards: boolean
  readonly after: Cursor | null
  readonly before: Cursor | null
}

export const DEFAULT_PAGE = 20
export const LARGEST_PAGE = 500

/** Below every instant that can be stored: an index range that leaves out what has no date. */
export const FLOOR = -9e15

export function pageRequest(order: Pick<Order, 'name'>, args: PageArgs): PageRequest {
  if (args.first != null && args.last != null)
    throw new UserError('Give first or last, not both: a page is walked one way.', ['last'])
  return {
    size: pageSize(args.last ?? args.first ?? DEFAULT_PAGE, args.last != null ? 'last' : 'first'),
    backwards: args.last != null,
    after: args.after == null ? null : parseCursor(order.name, args.after, 'after'),
    before: args.before == null ? null : parseCursor(order.name, args.before, 'before'),
  }
}

/** A size that a list may be asked for: 0 to 500. */
export function pageSize(size: number, argument = 'first'): number {
  return bounded(argument, size, 0, LARGEST_PAGE)
}

/** A number that must lie within the bounds that its argument's description names. */
export function bounded(argument: string, value: number, least: number, most: number): number {
  if (value < least || value > most)
    throw new UserError(`${argument} is ${value}; it must be from ${least} to ${most}.`, [argument])
  return value
}

/** A number that must be as large as its argument's description says, or larger. */
export function atLeast(argument: string, value: number, least: number): number {
  if (value < least) throw new UserError(`${argument} is ${value}; it must be ${least} or more.`, [argument])
  return value
}

/** What of a request changes the SQL, rather than its values. */
export const pageShape = (order: Order, page: PageRequest): string =>
  [order.name, page.backwards ? 'back' : 'on', cursorShape(page.after), cursorShape(page.before)].join(' ')

const cursorShape = (cursor: Cursor | null) =>
  cursor === null ? '-' : cursor.key === null ? 'undated' : 'keyed'

export const pageValues = (page: PageRequest): Values => ({
  limit: page.size + 1,
  afterKey: page.after?.key ?? null,
  afterId: page.after?.id ?? null,
  beforeKey: page.before?.key ?? null,
  beforeId: page.before?.id ?? null,
})

/** A query that others add to, for whom its tables have the aliases that all queries give them. */
export type Query<Row = unknown> = SelectQueryBuilder<Aliased, keyof Aliases, Row>

/**
 * One page of `query`, one row more than asked for. Two index walks stand one behind the other where the key may be
 * missing, so that neither a sort nor a scan past the missing ones is needed; one where the index itself has them last.
 *
 * @param sortsMissingFirst Whether indexes of the engine have rows without a key before all others.
 */
export function paged<Row>(
  query: Query<Row>,
  order: Order,
  page: PageRequest,
  sortsMissingFirst = false,
): Query<Row> {
  if (order.key && sortsMissingFirst && order.direction === 'desc' && !page.after && !page.before)
    return inWalkOrder(query, order, page, sql.ref(order.key))
  const parts = order.nullable
    ? [keyedRows(query, order, page), keylessRows(query, order, page)]
    : [keyedRows(query, order, page)]
  const walks = (page.backwards ? parts.reverse() : parts).filter((part) => part !== null)
  const [head, ...rest] = walks
  if (!head) return query.where(sql<boolean>`false`)
  if (rest.length === 0) return head
  const whole = (part: Query<Row>): Query<Row> => build.selectFrom(part.as('walk')).selectAll().$castTo<Row>()
  return rest.reduce((all, part) => all.unionAll(whole(part)), whole(head)).limit(upTo('limit'))
}

function keyedRows<Row>(query: Query<Row>, order: Order, page: PageRequest): Query<Row> | null {
  if (order.nullable && page.after !== null && page.after.key === null) return null
  const key = order.key === null ? null : sql.ref(order.key)
  const id = sql.ref(order.id)
  const place = key ? sql`(${key}, ${id})` : id
  const at = (cursor: string) =>
    key ? sql`(${slot(`${cursor}Key`)}, ${slot(`${cursor}Id`)})` : slot(`${cursor}Id`)
  const [later, earlier] = comparisons(order)
  let part = query
  if (page.after) part = part.where(sql<boolean>`${place} ${later} ${at('after')}`)
  if (page.before && (!order.nullable || page.before.key !== null))
    part = part.where(sql<boolean>`${place} ${earlier} ${at('before')}`)
  // A cursor bounds the index as well; a second bound would only tempt the planner to take the looser one.
  if (order.nullable && key && !page.after && (page.before?.key ?? null) === null)
    part = part.where(sql<boolean>`${key} > ${sql.lit(FLOOR)}`)
  return inWalkOrder(part, order, page, key)
}

function keylessRows<Row>(query: Query<Row>, order: Order, page: PageRequest): Query<Row> | null {
  if (order.key === null) return null
  if (page.before !== null && page.before.key !== null) return null
  const id = sql.ref(order.id)
  const [later, earlier] = comparisons(order)
  let part = query.where(sql.ref(order.key), 'is', null)
  if (page.after && page.after.key === null)
    part = part.where(sql<boolean>`${id} ${later} ${slot('afterId')}`)
  if (page.before) part = part.where(sql<boolean>`${id} ${earlier} ${slot('beforeId')}`)
  return inWalkOrder(part, order, page, null)
}

const comparisons = ({ direction }: Order) => (direction === 'asc' ? [sql`>`, sql`<`] : [sql`<`, sql`>`])

function inWalkOrder<Row>(
  query: Query<Row>,
  order: Order,
  page: PageRequest,
  key: RawBuilder<unknown> | null,
): Query<Row> {
  const direction = (order.direction === 'asc') === page.backwards ? 'desc' : 'asc'
  const sorted = key ? query.orderBy(key, direction) : query
  return sorted.orderBy(sql.ref(order.id), direction).limit(upTo('limit'))
}
