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
          const low = figure?.low ?? 0
          const high = figure?.high ?? x.domain()[1] ?? most
          const open = figure?.low === null ? 'open-below' : figure?.high === null ? 'open-above' : ''
          return (
            <li key={slug + actor.slug} class={slug === current ? 'current' : ''}>
              <Link href={actorPath(actor.slug)}>{actor.name}</Link>
              <StanceMark stance={stance} certainty={certainty} />
              <span class="number">{figureText(figure)}</span>
              <Link class="track" href={claimPath(slug)} aria-label={text}>
                <span
                  class={`figure ${stance.toLowerCase()} ${open}`}
                  style={{ left: `${x(low)}%`, width: `calc(${x(high) - x(low)}% + 0.9rem)` }}
                />
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

function figureText(figure: FigureClaim['figure']): string {
  const low = figure?.low?.toLocaleString('en')
  const high = figure?.high?.toLocaleString('en')
  if (low === undefined) return `up to ${high}`
  if (high === undefined) return `at least ${low}`
  return low === high ? low : `${low}–${high}`
}
