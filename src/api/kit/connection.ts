import type { OutputRef } from '@pothos/core'
import { type Cursor, formatCursor } from '../../sql/cursor.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import {
  bounded,
  DEFAULT_PAGE,
  LARGEST_PAGE,
  type Order,
  type PageArgs,
  type PageRequest,
  pageRequest,
} from '../../sql/page.ts'
import { grouped } from '../../values/grouped.ts'
import { batchRelation, idsOf, markBatch, type Relation } from './batch.ts'
import { builder, type Context } from './builder.ts'

/** A page of a list, as GraphQL's cursor connections specification has it. */
export interface Page<N> {
  readonly nodes: readonly N[]
  readonly hasNext: boolean
  readonly hasPrevious: boolean
  cursor(node: N): string
  /** Counted only where it is asked for. */
  readonly total: () => Answer<number>
  /** The same, counted no further than one past `most`, where that is quicker. */
  readonly totalUpTo?: ((most: number) => Answer<number>) | undefined
}

/** As far as somebody reads a number, and does not take it for “many”. */
export const COUNTED_UP_TO = 10_000
export const LARGEST_BOUND = 1_000_000

interface BoundedCount {
  readonly count: number
  readonly isExact: boolean
}

const boundedCount = (total: number, most: number): BoundedCount =>
  total > most ? { count: most, isExact: false } : { count: total, isExact: true }

const BoundedCountType = builder.objectRef<BoundedCount>('BoundedCount').implement({
  description: 'How many there are, counted no further than was asked for.',
  fields: (t) => ({
    count: t.exposeInt('count', {
      description: 'How many there are; where there are more than were to be counted, how many were to be.',
    }),
    isExact: t.exposeBoolean('isExact', {
      description: 'Whether `count` is all of them. Where it is false, there are more.',
    }),
  }),
})

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Where a page stands in its list (GraphQL cursor connections specification).',
  fields: (t) => ({
    hasNextPage: t.boolean({
      description: 'Whether more comes after this page. With `last` and `before`: true.',
      resolve: ({ hasNext }) => hasNext,
    }),
    hasPreviousPage: t.boolean({
      description: 'Whether there is more before this page. With `first` and `after`: true.',
      resolve: ({ hasPrevious }) => hasPrevious,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first node of the page, for `before`; null on an empty page.',
      resolve: ({ nodes, cursor }) => (nodes.length > 0 ? cursor(nodes[0]) : null),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last node of the page, for `after`; null on an empty page.',
      resolve: ({ nodes, cursor }) => (nodes.length > 0 ? cursor(nodes.at(-1)) : null),
    }),
  }),
})

/** `StatementConnection` and `StatementEdge`, for `Statement`. */
export function connectionType<N, P extends Page<N> = Page<N>>(name: string, node: OutputRef<N>) {
  const Edge = builder.objectRef<{ page: Page<N>; node: N }>(`${name}Edge`).implement({
    description: `One ${name} of a list, with its cursor.`,
    fields: (t) => ({
      cursor: t.string({
        description:
          'The place of the node in the list, for `after` and `before`. Opaque: do not take it apart.',
        resolve: (edge) => edge.page.cursor(edge.node),
      }),
      node: t.field({
        type: node,
        description: 'What stands at this place of the list.',
        resolve: (edge) => edge.node as never,
      }),
    }),
  })
  return builder.objectRef<P>(`${name}Connection`).implement({
    description:
      'One page of a list. A cursor marks a place in the list and not a number of rows, so that nodes which are added ' +
      'while you page neither repeat nor hide others.',
    fields: (t) => ({
      nodes: t.field({
        type: [node],
        description: 'What is on this page, in the order of the list.',
        resolve: ({ nodes }) => nodes as never,
      }),
      edges: t.field({
        type: [Edge],
        description: 'The same nodes, each with its cursor.',
        resolve: (page: Page<N>) => page.nodes.map((node) => ({ page, node })),
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Whether there is more before and after this page, and the cursors to go on with.',
        resolve: (page) => page,
      }),
      totalCount: t.int({
        description: 'How many there are on all pages together. Counted only if it is asked for.',
        resolve: ({ total }) => total(),
      }),
      boundedCount: t.field({
        type: BoundedCountType,
        description:
          'How many there are on all pages together, counted no further than `upTo`: of a long list of statements or of ' +
          'what a search finds, this is much quicker than totalCount.',
        args: {
          upTo: t.arg.int({
            defaultValue: COUNTED_UP_TO,
            description: `How far to count: 0 to ${LARGEST_BOUND}. BAD_USER_INPUT outside these bounds.`,
          }),
        },
        resolve: ({ total, totalUpTo = total }, { upTo }) => {
          const most = bounded('upTo', upTo ?? COUNTED_UP_TO, 0, LARGEST_BOUND)
          return mapAnswer(totalUpTo(most), (counted) => boundedCount(counted, most))
        },
      }),
    }),
  })
}

/** The arguments of a connection. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `How many, from the beginning or after a cursor: 0 to ${LARGEST_PAGE}; ${DEFAULT_PAGE} if neither first nor last is given. BAD_USER_INPUT outside these bounds.`,
  }),
  after: t.string({
    description:
      'Only what comes after this cursor, such as the endCursor of a page of this list. One of another order, or none of this API, is BAD_USER_INPUT.',
  }),
  last: t.int({
    description: `How many, from the end or before a cursor: 0 to ${LARGEST_PAGE}. BAD_USER_INPUT outside these bounds, or together with first.`,
  }),
  before: t.string({
    description:
      'Only what comes before this cursor, such as the startCursor of a page of this list. One of another order, or none of this API, is BAD_USER_INPUT.',
  }),
}))

type ListOrder = Pick<Order, 'name' | 'direction' | 'nullable'>

interface ListOf<N> {
  readonly order: ListOrder
  readonly cursorOf: (node: N) => Cursor
}

/** A list of the whole graph. */
export function connection<N extends object>(
  list: ListOf<N> & {
    args: PageArgs
    load: (request: PageRequest) => Answer<readonly N[]>
    count: () => Answer<number>
    countUpTo?: (most: number) => Answer<number>
  },
): Answer<Page<N>> {
  const request = pageRequest(list.order, list.args)
  const { size, after, before } = request
  // Of no rows, only whether there are any is of interest, and not which of them would come first.
  if (list.countUpTo && size === 0 && after === null && before === null)
    return mapAnswer(list.countUpTo(0), (found) => ({
      ...pageOfList(list, request, [], found > 0, list.count),
      totalUpTo: list.countUpTo,
    }))
  return mapAnswer(list.load(request), (rows) => {
    const kept = trimmedPage(rows, request)
    markBatch(kept)
    const page = pageOfList(list, request, kept, rows.length > request.size, list.count)
    return { ...page, totalUpTo: list.countUpTo }
  })
}

/** A list under each of many parents. What it is given besides the page decides its order, and what is in it. */
interface ListUnder<N, A> {
  readonly order: (args: A) => ListOrder
  readonly cursorOf: (node: N) => Cursor
  load(
    context: Context,
    parents: readonly number[],
    request: PageRequest,
    args: A,
  ): Answer<readonly (N & { parent: number })[]>
  count(context: Context, parents: readonly number[], args: A): Answer<ReadonlyMap<number, number>>
}

/** A list under each row of a batch: one statement for the pages, and one for the counts if they are asked for. */
export function connectionUnder<P extends { readonly id: number }, N extends object, A extends PageArgs>(
  list: ListUnder<N, A>,
): Relation<P, A, Page<N>> {
  const listOf = (args: A): ListOf<N> => ({ order: list.order(args), cursorOf: list.cursorOf })
  const pages = batchRelation(
    (context, parents: readonly P[], args: A) => {
      const request = pageRequest(list.order(args), args)
      return mapAnswer(list.load(context, idsOf(parents), request, args), (found) =>
        pagesOf(listOf(args), request, found),
      )
    },
    (byParent, { id }) => byParent.get(id) ?? { nodes: [], more: false },
  )
  const counts = batchRelation(
    (context, parents: readonly P[], args: A) => list.count(context, idsOf(parents), args),
    (byParent, { id }) => byParent.get(id) ?? 0,
  )
  return (parent, args, context) => {
    const request = pageRequest(list.order(args), args)
    return mapAnswer(pages(parent, args, context), ({ nodes, more }) =>
      pageOfList(listOf(args), request, nodes, more, () => counts(parent, args, context)),
    )
  }
}

/** Sorts and trims what came for each parent; all that is kept is one batch. */
function pagesOf<N extends object>(
  list: ListOf<N>,
  request: PageRequest,
  found: readonly (N & { parent: number })[],
) {
  const pages = new Map<number, { nodes: readonly N[]; more: boolean }>()
  for (const [parent, rows] of grouped(found, (node) => node.parent)) {
    const sorted = inListOrder(list, rows, request.backwards)
    pages.set(parent, { nodes: trimmedPage(sorted, request), more: rows.length > request.size })
  }
  markBatch([...pages.values()].flatMap(({ nodes }) => nodes))
  return pages
}

/** Rows in the order in which they are walked, which most come in. */
function inListOrder<N>(list: ListOf<N>, rows: readonly N[], backwards: boolean): readonly N[] {
  const placed = rows.map((row) => ({ row, cursor: list.cursorOf(row) }))
  const compare = (a: { cursor: Cursor }, b: { cursor: Cursor }) =>
    backwards ? compared(list, b.cursor, a.cursor) : compared(list, a.cursor, b.cursor)
  const isSorted = placed.every((at, index) => {
    const before = placed[index - 1]
    return before === undefined || compare(before, at) < 0
  })
  return isSorted ? rows : placed.sort(compare).map(({ row }) => row)
}

/** As the index has it: by key, what has no key last, and then by id. */
function compared(list: { order: ListOrder }, a: Cursor, b: Cursor): number {
  const sign = list.order.direction === 'asc' ? 1 : -1
  if (a.key === b.key) return a.id < b.id ? -sign : sign
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1
  return a.key < b.key ? -sign : sign
}

/** The one row more than asked for goes, and a walk backwards is turned round. */
const trimmedPage = <N>(rows: readonly N[], request: PageRequest): readonly N[] => {
  const kept = rows.slice(0, request.size)
  return request.backwards ? kept.reverse() : kept
}

const pageOfList = <N>(
  list: ListOf<N>,
  request: PageRequest,
  nodes: readonly N[],
  more: boolean,
  total: () => Answer<number>,
): Page<N> => ({
  nodes,
  hasNext: request.backwards ? request.before !== null : more,
  hasPrevious: request.backwards ? more : request.after !== null,
  cursor: (node) => formatCursor(list.order.name, list.cursorOf(node)),
  total,
})
