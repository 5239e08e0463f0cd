import './sides.css'
import { ask, askOnce } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import type { VariablesOf } from '../kit/graphql.ts'
import { dateCells, nodeCells, positionCells, sourceCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Rows } from '../list/file.ts'
import { More } from '../list/more.tsx'
import { everyRow, noPage, type PageOf } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import type { ProposedCount } from '../page/proposed-count.tsx'
import { Empty, Section } from '../page/section.tsx'
import { PositionCard } from '../statement/position-card.tsx'
import { positionsQuery } from './claim-query.ts'
import type { ClaimAnswer, TakenPosition } from './claim-type.ts'

const SIDES_IN_ORDER = [
  { name: 'Affirms', note: '', color: 'affirms', side: 'AFFIRMS', page: 'affirms' },
  {
    name: 'Doubts or leaves open',
    note: 'Takes no side, or denies without being certain.',
    color: 'uncommitted',
    side: 'DOUBTS',
    page: 'doubts',
  },
  { name: 'Denies', note: '', color: 'denies', side: 'DENIES', page: 'denies' },
] as const

interface SidesProps {
  readonly claim: ClaimAnswer
  readonly asOf: string | null
  /** Statements on the claim that take no side yet. */
  readonly proposed: ProposedCount
}

/** Who stands where, in columns, each with its latest words. */
export const Sides = ({ claim, asOf, proposed }: SidesProps) => (
  <Section
    proposed={[proposed]}
    title={asOf ? `Who stood where, as of ${dateText(asOf)}` : 'Who stands where'}
    tools={
      <ExportLinks name={`positions-on-${claim.slug}`} rows={() => positionRows({ id: claim.slug, asOf })} />
    }
  >
    <div class="sides">
      {SIDES_IN_ORDER.map(({ name, note, color, side, page }) => (
        <div key={name} class={`side ${color}`}>
          <h3>
            {name}
            <span class="count">{claim[page].totalCount.toLocaleString('en')}</span>
          </h3>
          {note && <p class="faint">{note}</p>}
          <SideColumn page={claim[page]} asked={{ id: claim.slug, side: [side], asOf }} />
        </div>
      ))}
    </div>
  </Section>
)

type PositionsAsked = Pick<VariablesOf<typeof positionsQuery>, 'id' | 'side' | 'asOf'>

function SideColumn({
  page,
  asked,
}: {
  readonly page: PageOf<TakenPosition>
  readonly asked: PositionsAsked
}) {
  const pages = usePages(page, async (after) =>
    pageIn(await ask(positionsQuery, { ...asked, first: 50, after })),
  )
  if (pages.nodes.length === 0) return <Empty>Nobody{asked.asOf ? ' then' : ''}.</Empty>
  return (
    <>
      <Windowed items={pages.nodes} keyOf={({ actor }) => actor.slug}>
        {(position) => <PositionCard position={position} />}
      </Windowed>
      <More of={pages} />
    </>
  )
}

const positionRows = (asked: PositionsAsked): Rows =>
  everyRow(
    async (after) => pageIn(await askOnce(positionsQuery, { ...asked, first: 200, after })),
    ({ changed, statement, ...position }) => ({
      ...positionCells(position),
      changed,
      ...nodeCells('statement', statement),
      ...dateCells('saidAt', statement.saidAt),
      ...sourceCells(statement.source),
    }),
  )

type FoundPositions = { readonly claim: { readonly positionPage: PageOf<TakenPosition> } | null }

const pageIn = ({ claim }: FoundPositions): PageOf<TakenPosition> => claim?.positionPage ?? noPage
