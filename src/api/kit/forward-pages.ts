import { type Cursor, formatCursor } from '../../sql/cursor.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { type PageRequest, pageRequest } from '../../sql/page.ts'
import { batchRelation, markBatch, type Relation } from './batch.ts'
import type { Context } from './builder.ts'
import type { Page } from './connection.ts'

interface ForwardArgs {
  first?: number | null | undefined
  after?: string | null | undefined
}

/** A list that is only walked forwards, under each of many parents that no number names, such as nodes of several kinds. */
interface ForwardList<P, N, K> {
  /** The name of its order, by which a cursor of another list is refused. */
  readonly order: string
  readonly cursorOf: (row: N) => Cursor
  readonly parentOf: (parent: P) => K
  /** For each parent its rows in their order, one more than asked for where there are more. */
  load(context: Context, parents: readonly P[], request: PageRequest): Answer<ReadonlyMap<K, readonly N[]>>
  count(context: Context, parents: readonly P[]): Answer<ReadonlyMap<K, number>>
}

/** One statement for the pages of all rows of a batch, and one for their counts if they are asked for. */
export function forwardPages<P extends object, N extends object, K>(
  list: ForwardList<P, N, K>,
): Relation<P, ForwardArgs, Page<N>> {
  const pages = batchRelation(
    (context, parents: readonly P[], args: ForwardArgs) => {
      const request = pageRequest({ name: list.order }, args)
      return mapAnswer(list.load(context, parents, request), (found) => {
        const kept = new Map([...found].map(([parent, rows]) => [parent, rows.slice(0, request.size)]))
        markBatch([...kept.values()].flat())
        return { request, found, kept }
      })
    },
    ({ request, found, kept }, parent) => {
      const key = list.parentOf(parent)
      return {
        nodes: kept.get(key) ?? [],
        hasNext: (found.get(key)?.length ?? 0) > request.size,
        hasPrevious: request.after !== null,
      }
    },
  )
  const counts = batchRelation(
    (context, parents: readonly P[]) => list.count(context, parents),
    (byParent, parent) => byParent.get(list.parentOf(parent)) ?? 0,
  )
  return (parent, args, context) =>
    mapAnswer(pages(parent, args, context), (page) => ({
      ...page,
      cursor: (row: N) => formatCursor(list.order, list.cursorOf(row)),
      total: () => counts(parent, args, context),
    }))
}
