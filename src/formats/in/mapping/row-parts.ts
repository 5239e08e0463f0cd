import type { MakerKit } from './made-value.ts'
import type { MappedRow } from './mapped-row.ts'

/** The rows that an item is made of, of one row whose cells have several parts. */
export type RowParts = (row: MappedRow) => readonly MappedRow[]

/** @param each Columns, and what stands between the parts of their cells. */
export function rowParts(each: Readonly<Record<string, string>>, kit: MakerKit): RowParts {
  const columns = Object.entries(each).flatMap(([name, mark]) => {
    const at = kit.columnAt(name)
    return at === undefined ? [] : [{ at, mark }]
  })
  const [first] = columns
  if (!first) return (row) => [row]
  return (row) => {
    const parts = columns.map(({ at, mark }) => ({ at, texts: textsIn(row.textAt(at), mark) }))
    const most = Math.max(...parts.map(({ texts }) => texts.length))
    if (parts.some(({ texts }) => texts.length !== most)) {
      row.fault(
        first.at,
        `has another number of parts than ${columns
          .slice(1)
          .map(({ at }) => row.notes.columns.name(at))
          .join(' and ')}`,
      )
      return []
    }
    if (most <= 1) return [row]
    return Array.from({ length: most }, (_, index) =>
      row.withCells(new Map(parts.map(({ at, texts }) => [at, texts[index] ?? '']))),
    )
  }
}

const textsIn = (cell: string, mark: string): string[] =>
  cell
    .split(mark)
    .map((text) => text.trim())
    .filter((text) => text !== '')
