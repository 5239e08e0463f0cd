import { Density } from './density.tsx'
import type { Bin } from './density-query.ts'
import type { Domain } from './domain.ts'
import { AXIS } from './entries-chart.tsx'
import { Ticks } from './ticks.tsx'

interface DensityChartProps {
  readonly bins: readonly Bin[]
  readonly domain: Domain
  readonly width: number
}

const ABOVE = 90
const BELOW = 150
const ROOM_ABOVE_COLUMNS = 24

/** How many there are of each, where they are too many to be shown one by one. */
export function DensityChart({ bins, domain, width }: DensityChartProps) {
  const middle = ABOVE + ROOM_ABOVE_COLUMNS
  const height = middle + AXIS + BELOW + ROOM_ABOVE_COLUMNS
  const common = { bins, domain, width }
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-label="How many there are, by time"
    >
      <Ticks domain={domain} width={width} y={middle} height={height} />
      <Density {...common} type="EVENT" base={middle} height={ABOVE} isUpwards />
      <Density {...common} type="STATEMENT" base={middle + AXIS - 8} height={BELOW} isUpwards={false} />
    </svg>
  )
}
