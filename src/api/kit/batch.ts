import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { batchSlot } from '../../values/batch-slot.ts'
import { grouped } from '../../values/grouped.ts'
import type { Context } from './builder.ts'

/**
 * Batch sets. The rows that one level of a query has loaded together share a batch. The first resolver that needs
 * something related to one of them loads it for all of them, with one statement; its siblings find it there. There is
 * no promise and no tick in between, so it works alike under graphql-js and under a compiled query.
 */
class Batch {
  readonly rows: readonly object[]
  /** By the relation, and then by its arguments. */
  readonly #loaded = new Map<object, Map<string, unknown>>()

  constructor(rows: readonly object[]) {
    this.rows = rows
  }

  /** What each relation has loaded; only the relation itself knows of what type that is. */
  loadedBy(relation: object): Map<string, unknown> {
    const known = this.#loaded.get(relation)
    if (known) return known
    const loaded = new Map<string, unknown>()
    this.#loaded.set(relation, loaded)
    return loaded
  }
}

type BatchRow = object & { [batchSlot]?: Batch }

/** Marks rows as loaded together. Each row belongs to one batch: load rows afresh rather than hand them on. */
export function markBatch<T extends object>(rows: readonly T[]): readonly T[] {
  const shared = new Batch(rows)
  for (const row of rows as readonly BatchRow[]) row[batchSlot] = shared
  return rows
}

/** A row that was loaded alone is a batch of its own. */
function batchOf(row: BatchRow): Batch {
  row[batchSlot] ??= new Batch([row])
  return row[batchSlot]
}

/**
 * What belongs to a row. It is called as a resolver is, so that it can be one: `resolve: textOf`. Make each once, where
 * the type is defined, and not in a resolver: the batch knows by the relation itself what it has loaded.
 */
export type Relation<T, A, R> = (row: T, args: A, context: Context) => Answer<R>

/** The arguments of a relation that has none, such as `labelsOf(actor, noArguments, context)`. */
export const noArguments = Object.freeze({})

/**
 * What is loaded for all rows of a batch with one call of `load` for each set of arguments, and what of it is one row's.
 *
 *     const textOf = batchRelation(
 *       ({ graph }, sources: readonly SourceRecord[]) => graph.sources.texts(idsOf(sources)),
 *       (texts, { id }) => texts.get(id) ?? null,
 *     )
 */
export function batchRelation<T extends object, A extends object, L, R>(
  load: (context: Context, rows: readonly T[], args: A) => Answer<L>,
  pick: (loaded: L, row: T) => R,
): Relation<T, A, R> {
  return (row, args, context) => {
    const shared = batchOf(row)
    const loaded = shared.loadedBy(load)
    const key = args === noArguments ? '{}' : JSON.stringify(args)
    if (!loaded.has(key)) keep(loaded, key, load(context, shared.rows as readonly T[], args))
    return mapAnswer(loaded.get(key) as Answer<L>, (found) => pick(found, row))
  }
}

/** Keeps what was loaded, and in place of a promise what was promised, once it is there: who asks then need not wait. */
function keep(loaded: Map<string, unknown>, key: string, answer: unknown): void {
  loaded.set(key, answer)
  if (answer instanceof Promise)
    answer.then(
      (value) => loaded.set(key, value),
      () => undefined,
    )
}

/** The node that a row points to, if it does. Arguments make no difference to it. */
export function relationToOne<T extends object, N extends { readonly id: number }>(
  pointer: (row: T) => number | null,
  load: (context: Context, ids: readonly number[]) => Answer<readonly N[]>,
): Relation<T, object, N | null> {
  const nodeOf = batchRelation(
    (context, rows: readonly T[]) =>
      mapAnswer(load(context, distinct(rows.map(pointer).filter((id) => id !== null))), (found) =>
        byId(markBatch(found)),
      ),
    (nodes, row) => nodes.get(pointer(row) ?? 0) ?? null,
  )
  return (row, _, context) => (pointer(row) === null ? null : nodeOf(row, noArguments, context))
}

/** The rows under a node, as the store sorted them; `parent` tells the node's id. */
export const relationToMany = <T extends { readonly id: number }, A extends object, N extends object>(
  load: (context: Context, ids: readonly number[], args: A) => Answer<readonly N[]>,
  parent: (found: N) => number | null,
): Relation<T, A, readonly N[]> =>
  batchRelation(
    (context, rows: readonly T[], args: A) =>
      mapAnswer(load(context, idsOf(rows), args), (found) => grouped(markBatch(found), parent)),
    (byParent, { id }) => byParent.get(id) ?? [],
  )

/** A relation to what is always there, such as the speaker of a statement. */
export const required = <T, A, R>(optional: Relation<T, A, R | null>): Relation<T, A, R> =>
  andThen(optional, presentValue)

/** What must be there, or there is a mistake of ours. */
export function presentValue<R>(found: R | null | undefined): R {
  if (found == null) throw new Error('Something is missing that must be there.')
  return found
}

/** Goes on from what belongs to a row, such as from an event's whole record to its place. */
export const andThen =
  <T, A, M, R>(
    first: Relation<T, A, M>,
    next: (found: M, args: A, context: Context) => Answer<R>,
  ): Relation<T, A, R> =>
  (row, args, context) =>
    mapAnswer(first(row, args, context), (found) => next(found, args, context))

export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** The ids of rows, each once. */
export const idsOf = (rows: readonly { readonly id: number }[]): number[] =>
  distinct(rows.map(({ id }) => id))

export const byId = <N extends { readonly id: number }>(nodes: readonly N[]): ReadonlyMap<number, N> =>
  new Map(nodes.map((node) => [node.id, node]))
