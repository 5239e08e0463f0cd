import { useRef } from 'preact/hooks'
import { isolated } from '../kit/isolated.ts'
import { followed, Link } from '../kit/link.tsx'
import { searchOf } from '../kit/location.ts'
import { actorPath, pathOf } from '../kit/node-path.ts'
import { counted } from '../kit/words.ts'
import type { Grid, Head } from './grid.ts'
import { useArrowKeys } from './use-arrow-keys.ts'
import { useGradual } from './use-gradual.ts'

interface MatrixTableProps {
  readonly grid: Grid
  readonly cell: readonly [string, string] | null
}

const LEVELS = 6
/** As many rows as a window holds. */
const IN_SIGHT = 10

/** A shade grows with the logarithm: a few pairs have most of the statements. */
const levelOf = (count: number, most: number): number =>
  most <= 1 ? 3 : 1 + Math.round(((LEVELS - 1) * Math.log(count)) / Math.log(most))

/** Its thousands of cells are plain links, which one listener follows. */
export function MatrixTable({ grid, cell }: MatrixTableProps) {
  const rows = useGradual(grid.speakers.length, grid, IN_SIGHT)
  const table = useRef<HTMLTableElement>(null)
  useArrowKeys(table, rows)
  const search = searchOf({ cell: null }, new URLSearchParams(location.search))
  const base = `/matrix${search}${search ? '&' : '?'}cell=`
  return (
    <div class="matrix-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard. */}
      <section class="matrix-scroll" tabIndex={0} aria-label="Matrix">
        <table
          class="matrix"
          ref={table}
          aria-description="The arrow keys go from cell to cell."
          style={{ '--columns': grid.subjects.length, '--digits': String(grid.most).length }}
        >
          <thead>
            <tr>
              <td />
              {grid.subjects.map(({ slug, name, typename }) => (
                <th key={slug} scope="col">
                  <Link href={pathOf({ __typename: typename, slug })} title={name} tabIndex={-1}>
                    {name}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          {/* biome-ignore lint/a11y: the keys that follow a link click it. */}
          <tbody onClick={(event) => followed(event)}>
            {grid.speakers.slice(0, rows).map((speaker, index) => (
              <MatrixRow
                key={speaker.slug}
                grid={grid}
                speaker={speaker}
                counts={grid.rows[index] ?? []}
                base={base}
                cell={cell}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

interface RowProps extends MatrixTableProps {
  readonly speaker: Head
  readonly counts: readonly number[]
  /** The address of a cell, up to its name. */
  readonly base: string
}

function MatrixRow({ grid, speaker, counts, base, cell }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <a href={actorPath(speaker.slug)} title={speaker.name} tabIndex={-1} dir="auto">
          {speaker.name}
        </a>
      </th>
      {grid.subjects.map((subject, column) => {
        const count = counts[column] ?? 0
        if (count === 0) return <td key={subject.slug} />
        const isOpen = cell?.[0] === speaker.slug && cell[1] === subject.slug
        const pair = `${isolated(speaker.name)} about ${isolated(subject.name)}`
        return (
          <td key={subject.slug}>
            <a
              class={`cell level-${levelOf(count, grid.most)}`}
              href={`${base}${encodeURIComponent(`${speaker.slug}~${subject.slug}`)}#statements`}
              aria-label={`${pair}: ${counted(count, 'statement')}`}
              title={pair}
              tabIndex={-1}
              {...(isOpen && { 'aria-current': 'true' as const })}
            >
              {count}
            </a>
          </td>
        )
      })}
    </tr>
  )
}
