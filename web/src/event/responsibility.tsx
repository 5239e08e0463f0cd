import { claimRows } from '../claim/claim-rows.ts'
import { asOfAsked, namedThen } from '../kit/as-of.ts'
import { ask } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { claimPath } from '../kit/node-path.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty, Section } from '../page/section.tsx'
import { PositionCard } from '../statement/position-card.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { type ResponsibilityPage, responsibilityQuery } from './event-query.ts'
import type { EventAnswer } from './event-type.ts'

type Claim = ResponsibilityPage['nodes'][number]

interface ResponsibilityProps {
  readonly event: EventAnswer
  readonly asOf: string | null
}

/** Who claims responsibility, who denies it, and whom others hold responsible. */
export function Responsibility({ event: { responsibility, slug }, asOf }: ResponsibilityProps) {
  const asked = { event: [slug], ...asOfAsked(asOf) }
  const pages = usePages(
    responsibility,
    async (after) => (await ask(responsibilityQuery, { ...asked, after })).claims,
  )
  return (
    <Section
      title="Who is responsible: claimed and denied"
      count={responsibility.totalCount}
      tools={
        <ExportLinks
          name={namedThen(`responsibility-for-${slug}`, asOf)}
          rows={() => responsibilityRows(slug, asOf)}
        />
      }
    >
      {pages.nodes.length === 0 && (
        <Empty>
          {asOf
            ? 'Nobody had claimed or denied responsibility.'
            : 'Nobody claims or denies responsibility in this graph.'}
        </Empty>
      )}
      <Windowed items={pages.nodes} class="cards two" keyOf={(claim) => claim.slug}>
        {(claim) => <ResponsibilityCard claim={claim} />}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

function ResponsibilityCard({
  claim: { slug, text, standing, subject, positionPage },
}: {
  readonly claim: Claim
}) {
  const { nodes, totalCount } = positionPage
  return (
    <div class="card">
      <h3>
        <Link href={claimPath(slug)}>{text}</Link> <StandingMark standing={standing} />
      </h3>
      {nodes.map((position) => (
        <PositionCard
          key={position.actor.slug}
          position={position}
          note={position.actor.slug === subject?.slug && 'of itself'}
        />
      ))}
      {totalCount > nodes.length && (
        <p>
          <Link href={claimPath(slug)}>and {(totalCount - nodes.length).toLocaleString('en')} more</Link>
        </p>
      )}
    </div>
  )
}

const responsibilityRows = (slug: string, asOf: string | null) =>
  claimRows({
    filter: { event: [slug], kind: ['RESPONSIBILITY'], ...asOfAsked(asOf) },
    ...asOfAsked(asOf),
  })
