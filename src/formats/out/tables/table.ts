import type { Column } from '../../../values/columns.ts'
import type { Cell } from '../../../values/csv-line.ts'
import type { ExportedGraph } from '../exported-graph.ts'

/** What stands in a column: a `day` is an ISO day such as 2023-05-22, an `edtf` a date as exactly as it is known. */
export type CellType = 'text' | 'integer' | 'number' | 'boolean' | 'day' | 'edtf'

/** A column, as the data dictionary tells it. */
export interface TableColumn {
  readonly name: Column
  readonly type: CellType
  readonly meaning: string
  /** The words that can stand in it, each with its meaning; any text can where they are left out. */
  readonly words?: Readonly<Record<string, string>>
}

/** Columns that are filled together, such as a date and the first and last day that it allows. */
export interface ColumnGroup<Subject> {
  readonly columns: readonly TableColumn[]
  /** The cells of a row in these columns. */
  cells(subject: Subject, graph: ExportedGraph): readonly Cell[]
}

/** A table of an export. Its rows come some hundreds at a time, their cells in the order of its columns. */
export interface Table {
  /** What its file is called, without an ending. */
  readonly name: string
  /** What one row is. */
  readonly meaning: string
  readonly columns: readonly TableColumn[]
  rows(graph: ExportedGraph): Generator<Cell[][]>
}

interface TableParts<Subject> {
  readonly name: string
  readonly meaning: string
  readonly groups: readonly ColumnGroup<Subject>[]
  /** What rows are made of, some hundreds at a time. */
  subjects(graph: ExportedGraph): Generator<readonly Subject[]>
}

export function tableOf<Subject>({ name, meaning, groups, subjects }: TableParts<Subject>): Table {
  return {
    name,
    meaning,
    columns: groups.flatMap(({ columns }) => columns),
    *rows(graph) {
      for (const page of subjects(graph))
        yield page.map((subject) => groups.flatMap((group) => group.cells(subject, graph)))
    },
  }
}
