import { Bars } from './bars.tsx'
import type { Domain } from './domain.ts'
import type { Entry } from './entry.ts'
import { lanesOf } from './lanes.ts'
import { Ticks } from './ticks.tsx'

interface EntriesChartProps {
  readonly entries: readonly Entry[]
  readonly domain: Domain
  readonly width: number
}

const LANE = 24
export const AXIS = 34
const MOST_EVENTS = 10
const MOST_STATEMENTS = 16

/** Events grow upwards from the axis, statements downwards. */
export function EntriesChart({ entries, domain, width }: EntriesChartProps) {
  const isEvent = ({ node }: Entry) => node.__typename === 'Event'
  const events = entries.filter(isEvent)
  const statements = entries.filter((entry) => !isEvent(entry))
  const above = lanesOf(events, domain, width, MOST_EVENTS)
  const below = lanesOf(statements, domain, width, MOST_STATEMENTS)
  const middle = Math.max(above.lanes, 2) * LANE + 8
  const height = middle + AXIS + Math.max(below.lanes, 2) * LANE + 8
  const hidden = above.hidden + below.hidden
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-label="Events and statements"
      >
        <Ticks domain={domain} width={width} y={middle} height={height} />
        <Bars placed={above.placed} y={(lane) => middle - (lane + 1) * LANE} />
        <Bars placed={below.placed} y={(lane) => middle + AXIS + lane * LANE} />
      </svg>
      {hidden > 0 && <p class="faint">{hidden} more have no room here: zoom in, or see the list.</p>}
    </>
  )
}
