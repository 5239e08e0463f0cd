import { scaleUtc } from 'd3-scale'
import type { Domain } from './domain.ts'

interface Props {
  readonly domain: Domain
  readonly width: number
  /** Where the axis is. */
  readonly y: number
  readonly height: number
}

const APART = 110
/** A word that would be cut off is not begun. */
const ROOM = 54

const scaleOf = ([from, until]: Domain, width = 1) => scaleUtc([new Date(from), new Date(until)], [0, width])

/** The years, days or hours at which about so many ticks stand. */
export const ticksOf = (domain: Domain, count: number): number[] => scaleOf(domain).ticks(count).map(Number)

export function Ticks({ domain, width, y, height }: Props) {
  const scale = scaleOf(domain, width)
  const format = scale.tickFormat()
  return (
    <g class="ticks">
      <rect class="axis-band" x={0} y={y} width={width} height={26} />
      {scale.ticks(Math.max(2, Math.floor(width / APART))).map((tick) => (
        <g key={+tick}>
          <line x1={scale(tick)} x2={scale(tick)} y1={0} y2={height} />
          {scale(tick) < width - ROOM && (
            <text x={scale(tick) + 4} y={y + 18}>
              {tickText(tick, format)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** d3 would write 06 PM. */
const tickText = (tick: Date, format: (tick: Date) => string): string =>
  tick.getUTCHours() + tick.getUTCMinutes() > 0 ? tick.toISOString().slice(11, 16) : format(tick)
