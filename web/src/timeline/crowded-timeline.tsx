import { counted } from '../kit/words.ts'
import { Loading } from '../page/loading.tsx'
import { Chart } from './deferred-chart.tsx'
import { DensityLinks, useDensity } from './density.tsx'
import { DensityChart } from './density-chart.tsx'
import type { Domain } from './domain.ts'
import type { TimelineState } from './timeline-state.ts'

interface CrowdedTimelineProps {
  readonly state: TimelineState
  readonly hand: {
    readonly domain: Domain
    readonly show: (domain: Domain) => void
    readonly whole: Domain
    readonly fit: () => void
  }
  /** How many there are in the window. */
  readonly total: number
}

/** A window that holds too many to be shown one by one shows how many there are, and when. */
export function CrowdedTimeline({ state, hand, total }: CrowdedTimelineProps) {
  const { bins, problem, link } = useDensity(state, hand.domain)
  return (
    <>
      <Chart {...hand}>
        {(shown, width) =>
          bins ? <DensityChart bins={bins} domain={shown} width={width} /> : !problem && <Loading />
        }
      </Chart>
      {problem && <p role="alert">How many there are could not be counted: {problem.message}</p>}
      <p class="faint crowded">
        This window holds {counted(total, 'entry', 'entries')}, too many to show one by one: the columns count
        them. Zoom in, or choose a column, to see each. {bins && <DensityLinks bins={bins} link={link} />}
      </p>
    </>
  )
}
