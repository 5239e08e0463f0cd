import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { Link } from '../link.tsx'
import { actorPath, claimPath } from '../node-path.ts'
import { StanceMark } from '../statement/stance-mark.tsx'
import type { FigureClaim } from './claim-type.ts'

interface Props {
  readonly claims: readonly FigureClaim[]
  readonly current: string
}

/** A row for each figure and each of the last who spoke to it, all on one axis from zero. */
export function FigureAxis({ claims, current }: Props) {
  // What has no upper end has somewhere to go to.
  const ends = claims.flatMap(({ figure }) => [figure?.high ?? (figure?.low ?? 0) * 1.5, figure?.low ?? 0])
  const most = Math.max(...ends, 1)
  const x = scaleLinear().domain([0, most]).nice().range([0, 100])
  return (
    <div class="figures">
      <ul class="plain">
        {claims.flatMap((claim) => {
          const name = claim.slug === current ? 'current' : ''
          const { nodes, totalCount } = claim.positionPage
          return [
            ...nodes.map((position) => (
              <li key={claim.slug + position.actor.slug} class={name}>
                <FigureRow claim={claim} position={position} x={x} />
              </li>
            )),
            totalCount > nodes.length && (
              <li key={claim.slug} class={name}>
                <Link href={claimPath(claim.slug)}>
                  and {(totalCount - nodes.length).toLocaleString('en')} more
                </Link>
              </li>
            ),
          ]
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

interface RowProps {
  readonly claim: FigureClaim
  readonly position: FigureClaim['positionPage']['nodes'][number]
  readonly x: ScaleLinear<number, number>
}

/** An end that nobody gives is the axis's. */
function FigureRow({ claim: { slug, text, figure }, position, x }: RowProps) {
  const { actor, stance, certainty } = position
  const [low, high] = [x(figure?.low ?? 0), figure?.high == null ? 100 : x(figure.high)]
  const open = figure?.low === null ? 'open-below' : figure?.high === null ? 'open-above' : ''
  return (
    <>
      <Link href={actorPath(actor.slug)}>{actor.name}</Link>
      <StanceMark stance={stance} certainty={certainty} />
      <span class="number">{figureText(figure)}</span>
      <Link class="track" href={claimPath(slug)} aria-label={text}>
        <span
          class={`figure ${stance.toLowerCase()} ${open}`}
          style={{ left: `${low}%`, width: `calc(${high - low}% + 0.9rem)` }}
        />
      </Link>
    </>
  )
}

function figureText(figure: FigureClaim['figure']): string {
  const low = figure?.low?.toLocaleString('en')
  const high = figure?.high?.toLocaleString('en')
  if (low === undefined) return `up to ${high}`
  if (high === undefined) return `at least ${low}`
  return low === high ? low : `${low}–${high}`
}
