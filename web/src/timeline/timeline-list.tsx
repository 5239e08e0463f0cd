import { Link } from '../kit/link.tsx'
import { kindName } from '../kit/node-path.ts'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty, Section } from '../page/section.tsx'
import { Said } from '../statement/said.tsx'
import { TakenMark } from '../statement/stance-mark.tsx'
import { type Entry, type Happening, happeningTitle, hrefOf, whenText } from './entry.ts'

interface TimelineListProps {
  readonly entries: readonly Entry[]
  /** How many there are, fetched or not. */
  readonly total: number
  readonly undated: readonly Happening[]
  readonly undatedTotal: number
  /** Where their query can be seen. */
  readonly undatedLink: string
}

/** The same as a list: what is in sight, in order, and what has no place in time. */
export function TimelineList({ entries, total, undated, undatedTotal, undatedLink }: TimelineListProps) {
  return (
    <div class="split">
      <Section
        title="In this time"
        count={total}
        tools={
          <ExportLinks
            name="timeline"
            rows={() => entries.map(({ node, when }) => happeningRow(node, when))}
          />
        }
      >
        {total === 0 && <Empty>Nothing happened in this time, and nothing was said.</Empty>}
        {entries.length < total && (
          <Some shown={entries.length} total={total} hint="zoom in to see the others" />
        )}
        <Windowed items={entries} class="lines" keyOf={({ node }) => node.id}>
          {({ node, when }) => <HappeningLine node={node} when={whenText(node, when)} />}
        </Windowed>
      </Section>
      <Section
        title="Without a date"
        count={undatedTotal}
        tools={
          <span>
            <a class="text-button" href={undatedLink}>
              GraphiQL
            </a>
            <ExportLinks name="undated" rows={() => undated.map((node) => happeningRow(node, null))} />
          </span>
        }
      >
        {undatedTotal === 0 && <Empty>All of it is dated.</Empty>}
        {undated.length < undatedTotal && (
          <Some shown={undated.length} total={undatedTotal} hint="a filter brings others to light" />
        )}
        <Windowed items={undated} class="lines" keyOf={({ id }) => id}>
          {(node) => <HappeningLine node={node} when={null} />}
        </Windowed>
      </Section>
    </div>
  )
}

const Some = ({
  shown,
  total,
  hint,
}: {
  readonly shown: number
  readonly total: number
  readonly hint: string
}) => (
  <p class="faint">
    {shown.toLocaleString('en')} of {total.toLocaleString('en')} are listed, and in the files: {hint}.
  </p>
)

const HappeningLine = ({ node, when }: { readonly node: Happening; readonly when: string | null }) => (
  <p>
    {when && <span class="faint">{when} </span>}
    {node.__typename === 'Statement' ? <TakenMark of={node} bare /> : <span class="tag">event</span>}{' '}
    {node.__typename === 'Statement' ? (
      <Link href={hrefOf(node)} dir="ltr">
        <Said {...node} />
      </Link>
    ) : (
      <Link href={hrefOf(node)}>{node.name}</Link>
    )}
  </p>
)

const happeningRow = (node: Happening, when: string | null): Row => ({
  nodeType: kindName(node.__typename),
  ...nodeCells('node', { id: node.id, name: happeningTitle(node) }),
  ...dateCells('when', when),
})
