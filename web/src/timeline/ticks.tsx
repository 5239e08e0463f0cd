import { scaleUtc } from 'd3-scale'
import { instantOf } from '../../../src/values/calendar.ts'
import { yearText } from '../kit/date.ts'
import { DAY, type Domain } from './domain.ts'

interface TicksProps {
  readonly domain: Domain
  readonly width: number
  /** Where the axis is. */
  readonly y: number
  readonly height: number
}

const TICKS_APART = 110
/** A word that would be cut off is not begun. */
const ROOM_OF_TICK = 54
const FEW_YEARS = 4.5 * 365 * DAY

const timeScale = ([from, until]: Domain, width = 1) =>
  scaleUtc([new Date(from), new Date(until)], [0, width])

/** The years, days or hours at which about so many ticks stand. */
export function ticksOf(domain: Domain, count: number): number[] {
  const ticks = timeScale(domain).ticks(count)
  const [first, second] = ticks
  const isOfYears = first && second && +second - +first > FEW_YEARS
  return ticks.map((tick) => (isOfYears ? roundYear(tick.getUTCFullYear()) : +tick))
}

/** The year -40 is 41 BC: before Christ the round years are those of its count. */
const roundYear = (year: number): number => instantOf(year > 0 ? year : year + 1, 1, 1)

export function Ticks({ domain, width, y, height }: TicksProps) {
  const scale = timeScale(domain, width)
  const format = scale.tickFormat()
  return (
    <g class="ticks">
      <rect class="axis-band" x={0} y={y} width={width} height={26} />
      {ticksOf(domain, Math.max(2, Math.floor(width / TICKS_APART))).map((tick) => (
        <g key={tick}>
          <line x1={scale(tick)} x2={scale(tick)} y1={0} y2={height} />
          {scale(tick) < width - ROOM_OF_TICK && (
            <text x={scale(tick) + 4} y={y + 18}>
              {tickText(new Date(tick), format)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** d3 would write 06 PM, and -044 for 45 BC. */
function tickText(tick: Date, format: (tick: Date) => string): string {
  if (tick.getUTCHours() + tick.getUTCMinutes() > 0) return tick.toISOString().slice(-13, -8)
  const isYear = tick.getUTCMonth() === 0 && tick.getUTCDate() === 1
  return isYear ? yearText(tick.getUTCFullYear()) : format(tick)
}
