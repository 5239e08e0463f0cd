import { asOfAsked, namedThen } from '../kit/as-of.ts'
import { ask, askOnce } from '../kit/client.ts'
import { saidWhen } from '../kit/date.ts'
import type { ResultOf } from '../kit/graphql.ts'
import { isolated } from '../kit/isolated.ts'
import { Link } from '../kit/link.tsx'
import { claimPath } from '../kit/node-path.ts'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { More } from '../list/more.tsx'
import { everyRow, noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty, Section } from '../page/section.tsx'
import { PreviousMark } from '../statement/previous-mark.tsx'
import { type Side, SideFilter } from '../statement/side-filter.tsx'
import { TakenMark } from '../statement/stance-mark.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { heldQuery } from './actor-query.ts'
import type { ActorAnswer } from './actor-type.ts'

interface ActorPositionsProps {
  readonly actor: ActorAnswer
  readonly side: readonly Side[]
  readonly asOf: string | null
}

type HeldPositions = ActorAnswer['positions']
type HeldPosition = HeldPositions['nodes'][number]

/** Where it stands on each claim; what it once said otherwise is marked. */
export function ActorPositions({ actor, side, asOf }: ActorPositionsProps) {
  const { slug, positions } = actor
  const asked = { id: slug, ...(side.length > 0 && { side: [...side] }), ...asOfAsked(asOf) }
  const pages = usePages(positions, async (after) =>
    held(await ask(heldQuery, { ...asked, first: 100, after })),
  )
  return (
    <Section
      title="Positions"
      count={positions.totalCount}
      tools={
        <ExportLinks
          name={namedThen(`positions-of-${slug}`, asOf)}
          rows={() =>
            everyRow(
              async (after) => held(await askOnce(heldQuery, { ...asked, first: 200, after })),
              positionRow,
            )
          }
        />
      }
    >
      <SideFilter side={side} />
      {pages.nodes.length === 0 && <Empty>{noPositionsText(actor, side, asOf)}</Empty>}
      <Windowed items={pages.nodes} class="rows" keyOf={({ claim }) => claim.slug}>
        {(position) => <PositionRow position={position} />}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

/** Who speaks for others takes their positions. */
const noPositionsText = ({ name }: ActorAnswer, side: readonly Side[], asOf: string | null): string =>
  asOf
    ? `${isolated(name)} had taken no ${side.length > 0 ? 'such ' : ''}position yet.`
    : side.length > 0
      ? `${isolated(name)} has taken no such position.`
      : `No position is ${isolated(name)}’s own: what is said on another’s behalf counts as the other’s.`

function PositionRow({ position }: { readonly position: HeldPosition }) {
  const { previous, claim, statement } = position
  return (
    <div class="row">
      <TakenMark of={position} />
      <span>
        <Link href={claimPath(claim.slug)}>{claim.text}</Link> <StandingMark standing={claim.standing} />
        <PreviousMark previous={previous} />
      </span>
      <Link class="when" href={`/statement/${statement.id}`}>
        {saidWhen(statement) ?? 'undated'}
      </Link>
    </div>
  )
}

const held = ({ actor }: ResultOf<typeof heldQuery>): HeldPositions => actor?.positions ?? noPage

const positionRow = ({ side, stance, certainty, changed, claim, statement }: HeldPosition): Row => ({
  ...nodeCells('claim', claim),
  standing: claim.standing,
  side,
  stance,
  certainty,
  changed,
  ...dateCells('saidAt', statement.saidAt),
  ...dateCells('publishedAt', statement.source.publishedAt),
  statement: statement.id,
})
