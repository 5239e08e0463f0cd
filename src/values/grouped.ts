/** Rows by what they have in common, in their order. */
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
