import { scaleLinear } from 'd3-scale'
import { Link } from '../link.tsx'
import { actorPath, claimPath } from '../node-path.ts'
import { StanceMark } from '../statement/stance-mark.tsx'
import type { FigureClaim } from './claim-type.ts'

interface Props {
  readonly claims: readonly FigureClaim[]
  readonly current: string
}

/** One row for each speaker and figure, all on one axis from zero. */
export function FigureAxis({ claims, current }: Props) {
  const most = Math.max(...claims.flatMap(({ figure }) => [figure?.high ?? 0, figure?.low ?? 0]), 1)
  const x = scaleLinear().domain([0, most]).nice().range([0, 100])
  const rows = claims.flatMap((claim) => claim.positions.map((position) => ({ claim, position })))
  return (
    <div class="figures">
      <ul class="plain">
        {rows.map(({ claim: { slug, text, figure }, position: { actor, stance, certainty } }) => {
          const low = figure?.low ?? figure?.high ?? 0
          const high = figure?.high ?? most
          return (
            <li key={slug + actor.slug} class={slug === current ? 'current' : ''}>
              <Link href={actorPath(actor.slug)}>{actor.name}</Link>
              <StanceMark stance={stance} certainty={certainty} />
              <Link class="track" href={claimPath(slug)} aria-label={`${figureText(figure)}: ${text}`}>
                <span
                  class={`figure ${stance.toLowerCase()}`}
                  style={{ left: `${x(low)}%`, width: `${Math.max(x(high) - x(low), 0)}%` }}
                />
                <span
                  class={`figure-label ${x(high) > 70 ? 'before' : ''}`}
                  style={labelPlace(x(low), x(high))}
                >
                  {figureText(figure)}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      <div class="axis" aria-hidden="true">
        {x.ticks(5).map((tick) => (
          <span key={tick} style={{ left: `${x(tick)}%` }}>
            {tick.toLocaleString('en')}
          </span>
        ))}
      </div>
    </div>
  )
}

const labelPlace = (low: number, high: number) =>
  high > 70 ? { right: `${100 - low}%` } : { left: `${high}%` }

function figureText(figure: FigureClaim['figure']): string {
  if (!figure) return ''
  const { low, high, unit } = figure
  if (low === high) return `${low?.toLocaleString('en')} ${unit}`
  if (low === null) return `up to ${high?.toLocaleString('en')} ${unit}`
  if (high === null) return `at least ${low.toLocaleString('en')} ${unit}`
  return `${low.toLocaleString('en')}–${high.toLocaleString('en')} ${unit}`
}
