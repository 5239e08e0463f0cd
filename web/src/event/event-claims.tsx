import './event-claims.css'
import { asOfAsked, namedThen } from '../kit/as-of.ts'
import { ask, askOnce } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { searchOf } from '../kit/location.ts'
import { claimPath } from '../kit/node-path.ts'
import { capital, plain } from '../kit/words.ts'
import { figureCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { More } from '../list/more.tsx'
import { everyRow } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { Empty, Section } from '../page/section.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { claimedQuery } from './event-query.ts'
import type { EventAnswer } from './event-type.ts'

type Claimed = EventAnswer['claims']['nodes'][number]

interface EventClaimsProps {
  readonly event: EventAnswer
  readonly asOf: string | null
}

/** Everything that is claimed of it, by kind. */
export function EventClaims({ event: { claims, proposedClaims, slug }, asOf }: EventClaimsProps) {
  const asked = { event: [slug], first: 100, ...asOfAsked(asOf) }
  const pages = usePages(claims, async (after) => (await ask(claimedQuery, { ...asked, after })).claims)
  const kinds = [...new Set(pages.nodes.map(({ kind }) => kind))]
  return (
    <Section
      title="What is claimed of it"
      count={claims.totalCount}
      proposed={[proposedCountIn('/claims', { event: slug }, proposedClaims)]}
      tools={
        <span>
          <Link class="text-button" href={`/claims${searchOf({ event: slug })}`}>
            With what they rest on
          </Link>
          <ExportLinks
            name={namedThen(`claims-about-${slug}`, asOf)}
            rows={() =>
              everyRow(
                async (after) => (await askOnce(claimedQuery, { ...asked, after })).claims,
                eventClaimRow,
              )
            }
          />
        </span>
      }
    >
      {kinds.length === 0 && (
        <Empty>{asOf ? 'Nothing had been claimed of it.' : 'No claim is about it.'}</Empty>
      )}
      {kinds.map((kind) => (
        <div key={kind} class="kind-group">
          <h3>{capital(plain(kind))}</h3>
          <Windowed
            items={pages.nodes.filter((claim) => claim.kind === kind)}
            class="lines"
            keyOf={(claim) => claim.slug}
          >
            {(claim) => (
              <>
                <Link href={claimPath(claim.slug)}>{claim.text}</Link>{' '}
                <StandingMark standing={claim.standing} />
              </>
            )}
          </Windowed>
        </div>
      ))}
      <More of={pages} />
    </Section>
  )
}

const eventClaimRow = ({ kind, standing, figure, speakerCount, review, ...claim }: Claimed): Row => ({
  ...nodeCells('claim', claim),
  claimKind: kind,
  standing,
  ...figureCells(figure),
  speakers: speakerCount,
  review,
})
