import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { Windowed } from '../list/windowed.tsx'
import { kindName } from '../node-path.ts'
import { Section } from '../page/section.tsx'
import { StanceMark } from '../statement/stance-mark.tsx'
import type { Domain } from './domain.ts'
import { type Entry, type Happening, hrefOf, titleOf } from './entry.ts'

interface Props {
  readonly entries: readonly Entry[]
  readonly undated: readonly Happening[]
  readonly domain: Domain
}

/** The same as a list: what is in sight, in order, and what has no place in time. */
export function TimelineList({ entries, undated, domain: [from, until] }: Props) {
  const seen = entries
    .filter(({ start, end }) => (start ?? from) <= until && (end ?? until) >= from)
    .toSorted((a, b) => (a.start ?? from) - (b.start ?? from))
  return (
    <div class="split">
      <Section
        title="In this time"
        count={seen.length}
        tools={<ExportLinks name="timeline" rows={() => seen.map(({ node, when }) => rowOf(node, when))} />}
      >
        <Windowed items={seen} class="lines" keyOf={({ node }) => node.id}>
          {({ node, when }) => <Line node={node} when={dateText(when)} />}
        </Windowed>
      </Section>
      <Section
        title="Without a date"
        count={undated.length}
        tools={<ExportLinks name="undated" rows={() => undated.map((node) => rowOf(node, null))} />}
      >
        <Windowed items={undated} class="lines" keyOf={({ id }) => id}>
          {(node) => <Line node={node} when={null} />}
        </Windowed>
      </Section>
    </div>
  )
}

const Line = ({ node, when }: { readonly node: Happening; readonly when: string | null }) => (
  <p>
    {when && <span class="faint">{when} </span>}
    {node.__typename === 'Statement' ? (
      <StanceMark stance={node.stance} bare />
    ) : (
      <span class="tag">event</span>
    )}{' '}
    <Link href={hrefOf(node)}>{titleOf(node)}</Link>
  </p>
)

const rowOf = (node: Happening, when: string | null) => ({
  kind: kindName(node.__typename),
  id: node.id,
  when,
  title: titleOf(node),
})
