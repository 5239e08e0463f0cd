import { go } from '../kit/location.ts'
import { lookOf } from '../statement/stance-mark.tsx'
import { drawnTitle, hrefOf, whenText } from './entry.ts'
import { EDGE, LEAST_BAR, type Placed } from './lanes.ts'

interface BarsProps {
  readonly placed: readonly Placed[]
  readonly y: (lane: number) => number
}

/**
 * Each from when to when it may have been, dashed where that is approximate; an open end, or one out of sight, has no edge.
 * What was said by a day fades towards the past, and has its edge where it is known to have been said.
 */
export const Bars = ({ placed, y }: BarsProps) => (
  <g>
    {placed.map((each) => (
      <TimelineBar key={each.entry.node.id} placed={each} y={y(each.lane)} />
    ))}
  </g>
)

function TimelineBar({ placed, y }: { readonly placed: Placed; readonly y: number }) {
  const { entry, x, width, label, labelX, anchor, openLeft, openRight } = placed
  const { node, when } = entry
  const kind = node.__typename === 'Event' ? 'event' : `said ${node.side ? lookOf(node.side) : 'none'}`
  const isAbout = /[~?%]/.test(when ?? '')
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(hrefOf(node))
  }
  return (
    <a href={hrefOf(node)} class={`bar-link ${kind}`} onClick={follow} draggable={false}>
      <title>{`${drawnTitle(node)}\n${whenText(node, when) ?? ''}`}</title>
      <rect class="reach" x={x} y={y + 2} width={Math.max(width, LEAST_BAR)} height={20} />
      <rect
        class={['span', isAbout && 'about', entry.isSaidBy && 'by'].filter(Boolean).join(' ')}
        x={x}
        y={y + 2}
        width={width}
        height={20}
        rx={openLeft || openRight ? 0 : 4}
      />
      {entry.isSaidBy ? (
        <rect class="edge" x={x + width - EDGE} y={y + 2} width={EDGE} height={20} />
      ) : (
        !openLeft && <rect class="edge" x={x} y={y + 2} width={EDGE} height={20} />
      )}
      <text x={labelX} y={y + 16} text-anchor={anchor}>
        {label}
      </text>
    </a>
  )
}
