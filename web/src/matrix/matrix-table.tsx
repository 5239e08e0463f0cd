import { Link } from '../link.tsx'
import { searchOf } from '../location.ts'
import { actorPath, pathOf } from '../node-path.ts'
import { counted } from '../words.ts'
import type { Grid, Head } from './grid.ts'

interface Props {
  readonly grid: Grid
  readonly cell: readonly [string, string] | null
}

const LEVELS = 6

/** A shade grows with the logarithm: a few pairs have most of the statements. */
const levelOf = (count: number, most: number): number =>
  most <= 1 ? 3 : 1 + Math.round(((LEVELS - 1) * Math.log(count)) / Math.log(most))

export const MatrixTable = ({ grid, cell }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard.
  <section class="matrix-scroll" tabIndex={0} aria-label="Matrix">
    <table class="matrix">
      <thead>
        <tr>
          <td />
          {grid.subjects.map((subject) => (
            <th key={subject.slug} scope="col">
              <Link href={pathOf({ __typename: subject.typename, slug: subject.slug })}>{subject.name}</Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.speakers.map((speaker) => (
          <Row key={speaker.slug} grid={grid} speaker={speaker} cell={cell} />
        ))}
      </tbody>
    </table>
  </section>
)

function Row({ grid, speaker, cell }: Props & { readonly speaker: Head }) {
  const params = new URLSearchParams(location.search)
  return (
    <tr>
      <th scope="row">
        <Link href={actorPath(speaker.slug)}>{speaker.name}</Link>
      </th>
      {grid.subjects.map((subject) => {
        const count = grid.count(speaker.slug, subject.slug)
        if (count === 0) return <td key={subject.slug} />
        const isOpen = cell?.[0] === speaker.slug && cell[1] === subject.slug
        return (
          <td key={subject.slug}>
            <Link
              class={`cell level-${levelOf(count, grid.most)}`}
              href={`/matrix${searchOf({ cell: `${speaker.slug}~${subject.slug}` }, params)}#statements`}
              aria-label={`${speaker.name} about ${subject.name}: ${counted(count, 'statement')}`}
              title={`${speaker.name} about ${subject.name}`}
              {...(isOpen && { 'aria-current': 'true' as const })}
            >
              {count}
            </Link>
          </td>
        )
      })}
    </tr>
  )
}
