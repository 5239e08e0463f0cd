import { graphiqlLink } from '../client.ts'
import { dateText } from '../date.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { setParams } from '../location.ts'
import { useAnswer } from '../use-answer.ts'
import { counted } from '../words.ts'
import { type Bin, binned, binsIn, boundsOf, densityDocument } from './density-query.ts'
import { type Domain, stamp } from './domain.ts'
import { choiceOf, type TimelineState, type TimelineType, windowParams } from './timeline-state.ts'

/** How many there are in each stretch of a window that holds too many to show one by one. */
export function useDensity(state: TimelineState, domain: Domain, total: number) {
  const bins = binsIn(domain, total)
  const document = densityDocument(bins.length)
  const { about } = choiceOf(state)
  const variables = { ...(about && { about }), ...boundsOf(bins) }
  const { data, problem } = useAnswer(document, variables)
  return { bins: data && binned(bins, data, state.types), problem, link: graphiqlLink(document, variables) }
}

interface Props {
  readonly bins: readonly Bin[]
  readonly domain: Domain
  readonly width: number
  readonly type: TimelineType
  /** Where the columns stand, and whether they grow up or down from there. */
  readonly base: number
  readonly height: number
  readonly isUpwards: boolean
}

const WORDS = { EVENT: 'event', STATEMENT: 'statement' } as const

/** A column for each stretch; a click zooms to it. */
export function Density({ bins, domain: [from, until], width, type, base, height, isUpwards }: Props) {
  const most = Math.max(...bins.map(({ counts }) => counts[type]), 1)
  const x = (time: number) => ((time - from) / (until - from)) * width
  return (
    <g>
      {bins.map(({ domain, counts }) => {
        const size = counts[type] && Math.max((counts[type] / most) * height, 2)
        const text = `${counted(counts[type], WORDS[type])}: ${spanText(domain)}`
        return (
          <a
            key={domain[0]}
            class={`column ${type.toLowerCase()}`}
            href={`/timeline?${new URLSearchParams(windowParams(domain))}`}
            aria-label={`Zoom to ${text}`}
            onClick={(event) => {
              event.preventDefault()
              setParams(windowParams(domain))
            }}
          >
            <title>{text}</title>
            <rect
              x={x(domain[0]) + 1}
              y={isUpwards ? base - size : base}
              width={Math.max(x(domain[1]) - x(domain[0]) - 2, 1)}
              height={size}
            />
          </a>
        )
      })}
      <text class="most" x={6} y={isUpwards ? base - height - 6 : base + height + 16}>
        up to {counted(most, WORDS[type])}
      </text>
    </g>
  )
}

const spanText = ([from, until]: Domain): string => `${dateText(stamp(from))} to ${dateText(stamp(until))}`

/** The columns as figures. */
export const DensityLinks = ({ bins, link }: { readonly bins: readonly Bin[]; readonly link: string }) => (
  <span>
    <a class="text-button" href={link}>
      GraphiQL
    </a>
    <ExportLinks
      name="density"
      rows={() =>
        bins.map(({ domain, counts }) => ({
          from: stamp(domain[0]),
          until: stamp(domain[1]),
          events: counts.EVENT,
          statements: counts.STATEMENT,
        }))
      }
    />
  </span>
)
