import { useMemo } from 'preact/hooks'
import { listCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Empty, Section } from '../page/section.tsx'
import { type Grid, gridOf } from './grid.ts'
import type { GridAnswer } from './matrix-query.ts'
import type { MatrixState } from './matrix-state.ts'
import { MatrixTable } from './matrix-table.tsx'

interface MatrixViewProps {
  readonly answer: GridAnswer
  readonly state: MatrixState
}

/** The table with what it holds as files. */
export function MatrixView({ answer, state: { order, min, cell } }: MatrixViewProps) {
  const grid = useMemo(() => gridOf(answer, order, min), [answer, order, min])
  return (
    <Section
      title={`${grid.speakers.length} speakers by ${grid.subjects.length} subjects`}
      tools={<ExportLinks name="who-about-whom" rows={() => cellRows(grid)} />}
    >
      {grid.speakers.length === 0 ? (
        <Empty>No statements are left by these filters.</Empty>
      ) : (
        <MatrixTable grid={grid} cell={cell} />
      )}
      {grid.isFull && (
        <p class="faint">
          The 50 who say most, by the 50 of whom most is said. Filters bring others to light.
        </p>
      )}
    </Section>
  )
}

/** A line for each cell that is not empty. */
const cellRows = ({ speakers, subjects, rows }: Grid) =>
  speakers.flatMap((speaker, row) =>
    subjects.flatMap((subject, column) => {
      const statements = rows[row]?.[column] ?? 0
      return statements > 0
        ? { ...nodeCells('speaker', speaker), ...listCells('about', [[subject]]), statements }
        : []
    }),
  )
