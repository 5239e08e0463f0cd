import type { ClaimSides } from '../kit/fragments.ts'
import { NodeLinks } from '../page/node-links.tsx'
import { SideMark } from './stance-mark.tsx'

/** Who stands where on a claim, in a line each: those who affirm first, and on each side who spoke last. */
export function PositionLine({ sides: { affirms, doubts, denies } }: { readonly sides: ClaimSides }) {
  const sides = [
    { side: 'AFFIRMS', ...affirms },
    { side: 'DOUBTS', ...doubts },
    { side: 'DENIES', ...denies },
  ].filter(({ totalCount }) => totalCount > 0)
  if (sides.length === 0) return <p class="positions faint">Nobody has taken a side.</p>
  return (
    <ul class="positions">
      {sides.map(({ side, nodes, totalCount }) => (
        <li key={side}>
          <SideMark side={side} /> <NodeLinks nodes={nodes.map(({ actor }) => actor)} />
          {totalCount > nodes.length && (
            <span class="faint"> and {(totalCount - nodes.length).toLocaleString('en')} more</span>
          )}
        </li>
      ))}
    </ul>
  )
}
