import { namedThen } from '../../kit/as-of.ts'
import { Link } from '../../kit/link.tsx'
import { searchOf } from '../../kit/location.ts'
import { actorPath } from '../../kit/node-path.ts'
import { nodeCells } from '../../list/cells.ts'
import { ExportLinks } from '../../list/export-links.tsx'
import type { Row } from '../../list/file.ts'
import { Section } from '../../page/section.tsx'
import { Swatch } from '../drawing/legend.tsx'
import type { Pair } from './agreement-query.ts'
import { type AgreementState, pairName, sortedPairs } from './agreement-state.ts'

interface PairListProps {
  readonly pairs: readonly Pair[]
  readonly state: AgreementState
}

/** The same as the drawing, in figures. */
export function PairList({ pairs, state }: PairListProps) {
  const list = sortedPairs(pairs, state.order)
  return (
    <Section
      title="Pairs"
      count={pairs.length}
      tools={<ExportLinks name={namedThen('agreements', state.asOf)} rows={() => list.map(pairRow)} />}
    >
      <table class="pairs">
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">
              <Swatch type="SAME_SIDE" /> Agree
            </th>
            <th scope="col">
              <Swatch type="OPPOSITE_SIDE" /> Conflict
            </th>
            <th scope="col">On what</th>
          </tr>
        </thead>
        <tbody>
          {list.map((pair) => (
            <PairRow key={pairName(pair)} pair={pair} isOpen={isPair(pair, state.pair)} />
          ))}
        </tbody>
      </table>
      {pairs.length >= state.first && (
        <p class="faint">
          These are the {state.first} with most claims in common. Filters bring others to light.
        </p>
      )}
    </Section>
  )
}

function PairRow({ pair, isOpen }: { readonly pair: Pair; readonly isOpen: boolean }) {
  const { a, b, agree, conflict } = pair
  const params = new URLSearchParams(location.search)
  return (
    <tr>
      <th scope="row">
        <Link href={actorPath(a.slug)}>{a.name}</Link> <span class="faint">and</span>{' '}
        <Link href={actorPath(b.slug)}>{b.name}</Link>
      </th>
      <td>{agree}</td>
      <td>{conflict}</td>
      <td>
        <Link
          href={`/graph${searchOf({ pair: `${a.slug}~${b.slug}` }, params)}#claims`}
          aria-label={`Claims of ${pairName(pair)}`}
          {...(isOpen && { 'aria-current': 'true' as const })}
        >
          claims
        </Link>
      </td>
    </tr>
  )
}

const isPair = ({ a, b }: Pair, pair: AgreementState['pair']): boolean =>
  pair?.[0] === a.slug && pair[1] === b.slug

const pairRow = ({ a, b, agree, conflict }: Pair): Row => ({
  ...nodeCells('actorA', a),
  ...nodeCells('actorB', b),
  agree,
  conflict,
})
