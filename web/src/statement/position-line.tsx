import type { PositionFields } from '../fragments.ts'
import { Link } from '../link.tsx'
import { actorPath } from '../node-path.ts'
import { StanceMark } from './stance-mark.tsx'

const ORDER = ['AFFIRMS', 'UNCOMMITTED', 'DENIES']
const SHOWN = 8

/** Who stands where on a claim, in a line: those who affirm first. */
export function PositionLine({ positions }: { readonly positions: readonly PositionFields[] }) {
  const sides = ORDER.map((stance) => positions.filter((it) => it.stance === stance)).filter(
    ({ length }) => length > 0,
  )
  if (sides.length === 0) return <p class="positions faint">Nobody has taken a side.</p>
  return (
    <ul class="positions">
      {sides.map((side) => (
        <li key={side[0]?.stance}>
          <StanceMark stance={side[0]?.stance ?? null} />{' '}
          {side.slice(0, SHOWN).map(({ actor }, index) => (
            <span key={actor.slug}>
              {index > 0 && ', '}
              <Link href={actorPath(actor.slug)}>{actor.name}</Link>
            </span>
          ))}
          {side.length > SHOWN && <span class="faint"> and {side.length - SHOWN} more</span>}
        </li>
      ))}
    </ul>
  )
}
