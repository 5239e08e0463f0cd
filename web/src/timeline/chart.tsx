import { scaleUtc } from 'd3-scale'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Bars } from './bars.tsx'
import { type Domain, moved, zoomed } from './domain.ts'
import type { Entry } from './entry.ts'
import { titleOf } from './entry.ts'
import { lanesOf } from './lanes.ts'
import { useDrag } from './use-drag.ts'

interface Props {
  readonly entries: readonly Entry[]
  readonly domain: Domain
  readonly show: (domain: Domain) => void
  readonly whole: Domain
  readonly isPartial: boolean
}

const LANE = 24
const AXIS = 34
const MOST_EVENTS = 14
const MOST_STATEMENTS = 30

/** Events grow upwards from the axis, statements downwards. */
export function Chart({ entries, domain: given, show, whole, isPartial }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const { domain, handlers } = useDrag(given, width, show)
  const isEvent = ({ node }: Entry) => node.__typename === 'Event'
  const label = ({ node }: Entry) => titleOf(node)
  const above = lanesOf(entries.filter(isEvent), domain, width, MOST_EVENTS, label)
  const below = lanesOf(
    entries.filter((entry) => !isEvent(entry)),
    domain,
    width,
    MOST_STATEMENTS,
    label,
  )
  const middle = Math.max(above.lanes, 1) * LANE + 8
  const height = middle + AXIS + Math.max(below.lanes, 1) * LANE + 8
  return (
    <div class="timeline" ref={frame}>
      <Controls domain={domain} show={show} whole={whole} />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-label="Timeline"
        {...handlers}
      >
        <Ticks domain={domain} width={width} y={middle} height={height} />
        <Bars placed={above.placed} y={(lane) => middle - (lane + 1) * LANE} />
        <Bars placed={below.placed} y={(lane) => middle + AXIS + lane * LANE} />
      </svg>
      {above.hidden + below.hidden > 0 && (
        <p class="faint">{above.hidden + below.hidden} more have no room here: zoom in, or see the list.</p>
      )}
      {isPartial && (
        <p class="faint">Only the first 300 of this time have been fetched: zoom in to see the others.</p>
      )}
    </div>
  )
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(960)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(entry.contentRect.width, 240)),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return width
}

function Ticks({ domain, width, y, height }: { domain: Domain; width: number; y: number; height: number }) {
  const scale = scaleUtc([new Date(domain[0]), new Date(domain[1])], [0, width])
  const format = scale.tickFormat()
  return (
    <g class="ticks">
      <rect class="axis-band" x={0} y={y} width={width} height={26} />
      {scale.ticks(Math.max(2, Math.floor(width / 110))).map((tick) => (
        <g key={+tick}>
          <line x1={scale(tick)} x2={scale(tick)} y1={0} y2={height} />
          <text x={scale(tick) + 4} y={y + 18}>
            {tickText(tick, format)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** d3 would write 06 PM. */
const tickText = (tick: Date, format: (tick: Date) => string): string =>
  tick.getUTCHours() + tick.getUTCMinutes() > 0 ? tick.toISOString().slice(11, 16) : format(tick)

const Controls = ({ domain, show, whole }: Pick<Props, 'domain' | 'show' | 'whole'>) => (
  <fieldset class="chips">
    <legend class="visually-hidden">Move and zoom</legend>
    <button type="button" class="chip" onClick={() => show(moved(domain, -0.4))} aria-label="Earlier">
      ←
    </button>
    <button type="button" class="chip" onClick={() => show(moved(domain, 0.4))} aria-label="Later">
      →
    </button>
    <button type="button" class="chip" onClick={() => show(zoomed(domain, 0.5))}>
      Zoom in
    </button>
    <button type="button" class="chip" onClick={() => show(zoomed(domain, 2))}>
      Zoom out
    </button>
    <button type="button" class="chip" onClick={() => show(whole)}>
      All
    </button>
    <span class="faint">Drag to move; Ctrl and the wheel to zoom. Times are UTC.</span>
  </fieldset>
)
