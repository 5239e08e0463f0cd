import { useId, useMemo } from 'preact/hooks'
import { graphiqlLink } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import { searchOf, setParams } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { counted } from '../kit/words.ts'
import { dateCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { HeadingId } from '../page/section.tsx'
import { type Bin, binned, densityQuery, edgesIn } from './density-query.ts'
import { type Domain, stamp } from './domain.ts'
import { choiceOf, type TimelineState, windowParams } from './timeline-state.ts'
import type { TimelineType } from './timeline-type.ts'

/** How many there are in each stretch of a window that holds too many to show one by one. */
export function useDensity(state: TimelineState, domain: Domain) {
  // By the width of the browser's window and not the chart's, which is only known when it is there.
  const edges = useMemo(() => edgesIn(domain, innerWidth), [domain.join()])
  const variables = { ...choiceOf(state), edges: edges.map(stamp) }
  const { data, problem } = useAnswer(densityQuery, variables)
  const bins = useMemo(() => data && binned(edges, data.timelineHistogram), [data])
  return { bins, problem, link: graphiqlLink(densityQuery, variables) }
}

interface DensityProps {
  readonly bins: readonly Bin[]
  readonly domain: Domain
  readonly width: number
  readonly type: TimelineType
  /** Where the columns stand, and whether they grow up or down from there. */
  readonly base: number
  readonly height: number
  readonly isUpwards: boolean
}

const COLUMN_WORDS = { EVENT: 'event', STATEMENT: 'statement' } as const
const COUNT_WORDS = { EVENT: 'events', STATEMENT: 'statements' } as const

/** Below each column, in the axis: what is too low to be seen beside the highest is there all the same. */
const FOOT = 2

/** A column for each stretch that has any, as high as its count; a click anywhere above or below its foot zooms to it. */
export function Density({ bins, domain: [from, until], width, type, base, height, isUpwards }: DensityProps) {
  const countOf = (bin: Bin) => bin[COUNT_WORDS[type]]
  const columns = bins.filter((bin) => countOf(bin) > 0)
  const most = Math.max(...bins.map(countOf), 1)
  const x = (time: number) => ((time - from) / (until - from)) * width
  return (
    <g>
      {columns.map((bin) => {
        const { domain } = bin
        const count = countOf(bin)
        const size = (count / most) * height
        const left = x(domain[0]) + 1
        const across = Math.max(x(domain[1]) - x(domain[0]) - 2, 1)
        const text = `${counted(count, COLUMN_WORDS[type])}: ${spanText(domain)}`
        return (
          <a
            key={domain[0]}
            class={`column ${type.toLowerCase()}`}
            href={`/timeline${searchOf(windowParams(domain), new URLSearchParams(location.search))}`}
            aria-label={`Zoom to ${text}`}
            onClick={(event) => {
              event.preventDefault()
              setParams(windowParams(domain))
            }}
          >
            <title>{text}</title>
            <rect
              class="reach"
              x={left}
              y={isUpwards ? base - height : base}
              width={across}
              height={height}
            />
            <rect class="foot" x={left} y={isUpwards ? base : base - FOOT} width={across} height={FOOT} />
            <rect class="size" x={left} y={isUpwards ? base - size : base} width={across} height={size} />
          </a>
        )
      })}
      <text class="most" x={6} y={isUpwards ? base - height - 6 : base + height + 16}>
        up to {counted(most, COLUMN_WORDS[type])}
      </text>
    </g>
  )
}

const spanText = ([from, until]: Domain): string => `${dateText(stamp(from))} to ${dateText(stamp(until))}`

interface LinksProps {
  readonly bins: readonly Bin[]
  readonly link: string
}

/** The columns as figures. */
export function DensityLinks({ bins, link }: LinksProps) {
  const name = useId()
  return (
    <HeadingId.Provider value={name}>
      <span id={name} class="visually-hidden">
        How many there are, by time
      </span>{' '}
      <a class="text-button" href={link}>
        GraphiQL
      </a>
      <ExportLinks
        name="density"
        rows={() =>
          bins.map(({ domain, events, statements }) => ({
            ...dateCells('since', stamp(domain[0])),
            ...dateCells('until', stamp(domain[1])),
            events,
            statements,
          }))
        }
      />
    </HeadingId.Provider>
  )
}
