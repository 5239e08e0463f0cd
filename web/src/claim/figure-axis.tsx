import { scaleLinear } from 'd3-scale'
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
  const most = Math.max(...claims.flatMap(({ figure }) => [figure?.high ?? 0, figure?.low ?? 0]), 1)
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
                <FigureRow claim={claim} position={position} x={x} most={most} />
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
  readonly x: (value: number) => number
  readonly most: number
}

function FigureRow({ claim: { slug, text, figure }, position, x, most }: RowProps) {
  const { actor, stance, certainty } = position
  const [low, high] = [x(figure?.low ?? figure?.high ?? 0), x(figure?.high ?? most)]
  return (
    <>
      <Link href={actorPath(actor.slug)}>{actor.name}</Link>
      <StanceMark stance={stance} certainty={certainty} />
      <Link class="track" href={claimPath(slug)} aria-label={`${figureText(figure)}: ${text}`}>
        <span
          class={`figure ${stance.toLowerCase()}`}
          style={{ left: `${low}%`, width: `${Math.max(high - low, 0)}%` }}
        />
        <span class={`figure-label ${high > 70 ? 'before' : ''}`} style={labelPlace(low, high)}>
          {figureText(figure)}
        </span>
      </Link>
    </>
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
