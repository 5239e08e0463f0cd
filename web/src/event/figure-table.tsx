import './figure-table.css'
import { figureText } from '../claim/figure-text.ts'
import { saidWhen } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { actorPath, claimPath } from '../kit/node-path.ts'
import { capital } from '../kit/words.ts'
import { TakenMark } from '../statement/stance-mark.tsx'
import { type FigureColumn, type FigureRow, verdictsOf } from './figure-rows.ts'

interface FigureTableProps {
  readonly rows: readonly FigureRow[]
  /** What they are sorted by; null: as they were written down. */
  readonly column: FigureColumn | null
  readonly isDown: boolean
  readonly choose: (column: FigureColumn) => void
}

const heads: readonly (readonly [FigureColumn, string])[] = [
  ['speaker', 'Speaker'],
  ['figure', 'Figure'],
  ['unit', 'Of what'],
  ['stance', 'Stance'],
  ['verdict', 'Verdict'],
  ['date', 'Said'],
]

/** A line for each who speaks to a figure. On a narrow screen each line is a card, its cells called by their columns. */
export const FigureTable = ({ rows, column, isDown, choose }: FigureTableProps) => (
  <table class="records">
    <thead>
      <tr>
        {heads.map(([one, name]) => (
          <th key={one} scope="col" aria-sort={one !== column ? 'none' : isDown ? 'descending' : 'ascending'}>
            <button type="button" class="sort" onClick={() => choose(one)}>
              {name}
              <span aria-hidden="true">{one !== column ? '' : isDown ? ' ↓' : ' ↑'}</span>
            </button>
          </th>
        ))}
        <th scope="col">Claim</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <FigureTableRow key={`${row.claim.slug} ${row.position?.actor.slug}`} row={row} />
      ))}
    </tbody>
  </table>
)

function FigureTableRow({ row: { claim, figure, position, others } }: { readonly row: FigureRow }) {
  const verdicts = verdictsOf(claim)
  return (
    <tr>
      <td data-name="Speaker">
        {position ? (
          <Link href={actorPath(position.actor.slug)}>{position.actor.name}</Link>
        ) : (
          <Others claim={claim.slug} count={others} />
        )}
      </td>
      <td data-name="Figure" class="number">
        {figureText(figure)}
      </td>
      <td data-name="Of what">
        <bdi>{figure.unit}</bdi>
      </td>
      <td data-name="Stance">{position && <TakenMark of={position} />}</td>
      <td data-name="Verdict">{verdicts ? capital(verdicts) : <span class="faint">never assessed</span>}</td>
      <td data-name="Said">
        {position && (
          <Link href={`/statement/${position.statement.id}`}>
            {saidWhen(position.statement) ?? 'undated'}
          </Link>
        )}
      </td>
      <td data-name="Claim">
        <Link href={claimPath(claim.slug)}>{claim.text}</Link>
      </td>
    </tr>
  )
}

const Others = ({ claim, count }: { readonly claim: string; readonly count: number }) =>
  count === 0 ? (
    <span class="faint">nobody yet</span>
  ) : (
    <Link href={claimPath(claim)}>and {count.toLocaleString('en')} more</Link>
  )
