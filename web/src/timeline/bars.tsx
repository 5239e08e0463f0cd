import { dateText } from '../date.ts'
import { go } from '../location.ts'
import { hrefOf, titleOf } from './entry.ts'
import type { Placed } from './lanes.ts'

interface Props {
  readonly placed: readonly Placed[]
  readonly y: (lane: number) => number
}

/** Each from when to when it may have been; an end that is open, or out of sight, fades. */
export const Bars = ({ placed, y }: Props) => (
  <g>
    {placed.map((each) => (
      <Bar key={each.entry.node.id} placed={each} y={y(each.lane)} />
    ))}
  </g>
)

function Bar({
  placed: { entry, x, width, openLeft, openRight },
  y,
}: {
  readonly placed: Placed
  readonly y: number
}) {
  const { node, when } = entry
  const title = titleOf(node)
  const kind = node.__typename === 'Event' ? 'event' : `said ${(node.stance ?? 'none').toLowerCase()}`
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(hrefOf(node))
  }
  return (
    <a href={hrefOf(node)} class={`bar-link ${kind}`} onClick={follow} draggable={false}>
      <title>{`${title}\n${dateText(when) ?? ''}`}</title>
      <rect class="span" x={x} y={y + 2} width={width} height={20} rx={openLeft || openRight ? 0 : 4} />
      <rect class="edge" x={x} y={y + 2} width={3} height={20} opacity={openLeft ? 0 : 1} />
      <text x={x + 9} y={y + 16}>
        {title.length > 38 ? `${title.slice(0, 37)}…` : title}
      </text>
    </a>
  )
}
