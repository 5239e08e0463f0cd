/**
 * Batch sets. The rows that one level of a query has loaded together share a batch. The first resolver that needs
 * something related to one of them loads it for all of them, with one statement; its siblings find it there. There is
 * no promise and no tick in between, so it works alike under graphql-js and under a compiled query.
 */
class Batch {
  readonly rows: readonly object[]
  readonly loaded = new Map<string, unknown>()

  constructor(rows: readonly object[]) {
    this.rows = rows
  }
}

const batch = Symbol('batch')
type Row = object & { [batch]?: Batch }

/** A store answers at once, or, where its engine is across a network, with a promise. Only this file can tell. */
export type Answer<T> = T | Promise<T>

/** Goes on with an answer, now if it is there. */
export function mapAnswer<T, R>(answer: Answer<T>, go: (value: T) => Answer<R>): Answer<R> {
  return answer instanceof Promise ? answer.then(go) : go(answer)
}

/** Marks rows as loaded together. Each row belongs to one batch: load rows afresh rather than hand them on. */
export function markBatch<T extends object>(rows: readonly T[]): readonly T[] {
  const shared = new Batch(rows)
  for (const row of rows as readonly Row[]) row[batch] = shared
  return rows
}

/** A row that was loaded alone is a batch of its own. */
function batchOf(row: Row): Batch {
  row[batch] ??= new Batch([row])
  return row[batch]
}

/** What is loaded once for all the rows beside this one. `key` names it, and the arguments that it depends on. */
export function shared<T extends object, R>(
  row: T,
  key: string,
  load: (rows: readonly T[]) => Answer<R>,
): Answer<R> {
  const mine = batchOf(row)
  if (mine.loaded.has(key)) return mine.loaded.get(key) as Answer<R>
  const answer = load(mine.rows as readonly T[])
  mine.loaded.set(key, answer)
  return answer
}

/** The node that each row points to, if it does. */
export function loadOne<T extends object, N extends { id: number }>(
  row: T,
  key: string,
  pointer: (row: T) => number | null,
  load: (ids: readonly number[]) => Answer<readonly N[]>,
): Answer<N | null> {
  const id = pointer(row)
  if (id === null) return null
  const nodes = shared(row, key, (rows) =>
    mapAnswer(
      load(distinct(rows.map(pointer))),
      (found) => new Map(markBatch(found).map((node) => [node.id, node])),
    ),
  )
  return mapAnswer(nodes, (byId) => byId.get(id) ?? null)
}

/** The rows under each row, as the store sorted them. */
export function loadMany<T extends object, N extends object>(
  row: T,
  key: string,
  id: (row: T) => number,
  load: (ids: readonly number[]) => Answer<readonly N[]>,
  parent: (found: N) => number,
): Answer<readonly N[]> {
  const groups = shared(row, key, (rows) =>
    mapAnswer(load(distinct(rows.map(id))), (found) => grouped(markBatch(found), parent)),
  )
  return mapAnswer(groups, (byParent) => byParent.get(id(row)) ?? [])
}

export function grouped<T, K>(rows: readonly T[], by: (row: T) => K): Map<K, T[]>
export function grouped<T, K, V>(rows: readonly T[], by: (row: T) => K, value: (row: T) => V): Map<K, V[]>
export function grouped<T, K>(
  rows: readonly T[],
  by: (row: T) => K,
  value: (row: T) => unknown = (row) => row,
) {
  const groups = new Map<K, unknown[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(value(row))
    else groups.set(by(row), [value(row)])
  }
  return groups
}

const distinct = (ids: readonly (number | null)[]): number[] => [...new Set(ids.filter((id) => id !== null))]
