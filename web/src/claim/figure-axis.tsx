import './figures.css'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { Link } from '../kit/link.tsx'
import { actorPath, claimPath } from '../kit/node-path.ts'
import { lookOf, TakenMark } from '../statement/stance-mark.tsx'
import type { FigureClaim } from './claim-type.ts'
import { figureText } from './figure-text.ts'

interface FigureAxisProps {
  readonly claims: readonly FigureClaim[]
  readonly current: string
}

const short = new Intl.NumberFormat('en', { notation: 'compact' })

/** The figures one below the other, each with the last who spoke to it, on one axis that has zero on it. */
export function FigureAxis({ claims, current }: FigureAxisProps) {
  // What has no upper end has somewhere to go to.
  const ends = claims.flatMap(({ figure }) => [figure?.high ?? (figure?.low ?? 0) * 1.5, figure?.low ?? 0])
  const x = scaleLinear()
    .domain([Math.min(...ends, 0), Math.max(...ends, 1)])
    .nice()
    .range([0, 100])
  return (
    <div class="figures">
      <ul class="plain">
        {claims.map((claim) => (
          <li key={claim.slug} class={claim.slug === current ? 'current' : ''}>
            <FigureItem claim={claim} x={x} />
          </li>
        ))}
      </ul>
      <div class="axis" aria-hidden="true">
        {x
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <span key={tick} style={{ left: `${x(tick)}%` }}>
              {short.format(tick)}
            </span>
          ))}
      </div>
    </div>
  )
}

type Scale = ScaleLinear<number, number>

function FigureItem({ claim, x }: { readonly claim: FigureClaim; readonly x: Scale }) {
  const { slug, text, figure, positionPage } = claim
  const { nodes, totalCount } = positionPage
  return (
    <>
      <p class="figure-claim">
        <b class="number">{figure && figureText(figure)}</b> <Link href={claimPath(slug)}>{text}</Link>
      </p>
      {nodes.length === 0 && <p class="faint">Nobody has taken a side.</p>}
      <ul class="plain">
        {nodes.map(({ actor, ...taken }) => (
          <li key={actor.slug} class="figure-row">
            <Link href={actorPath(actor.slug)}>{actor.name}</Link>
            <TakenMark of={taken} />
            <span class="track">
              <FigureBar figure={figure} side={taken.side} x={x} />
            </span>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p>
          <Link href={claimPath(slug)}>and {(totalCount - nodes.length).toLocaleString('en')} more</Link>
        </p>
      )}
    </>
  )
}

interface BarProps {
  readonly figure: FigureClaim['figure']
  readonly side: string
  readonly x: Scale
}

/** An end that nobody gives is the axis's. */
function FigureBar({ figure, side, x }: BarProps) {
  const [low, high] = [x(figure?.low ?? 0), figure?.high == null ? 100 : x(figure.high)]
  const open = figure?.low === null ? 'open-below' : figure?.high === null ? 'open-above' : ''
  return (
    <span class={`figure ${lookOf(side)} ${open}`} style={{ left: `${low}%`, width: `${high - low}%` }} />
  )
}
