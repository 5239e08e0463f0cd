import { NodeTools } from '../editing/opened/node-tools.tsx'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { actorPath, pathOf } from '../kit/node-path.ts'
import { capital, counted, plain } from '../kit/words.ts'
import { StandingMark } from '../statement/standing-mark.tsx'
import type { ClaimAnswer } from './claim-type.ts'

interface ClaimHeadProps {
  readonly claim: ClaimAnswer
  readonly asOf: string | null
}

export const ClaimHead = ({ claim, asOf }: ClaimHeadProps) => (
  <header class="head">
    <p class="eyebrow">{capital(plain(claim.kind))} · claim</p>
    <h1 dir="auto">{claim.text}</h1>
    <p class="lead">
      <StandingMark standing={asOf ? claim.standingThen : claim.standing} />{' '}
      {asOf ? (
        <>
          as of {dateText(asOf)}; now <StandingMark standing={claim.standing} />
        </>
      ) : (
        <>
          {contestedHow(claim)}
          {counted(claim.speakerCount, 'speaker')} in {counted(claim.sourceCount, 'source')}
        </>
      )}
    </p>
    <ClaimFacts claim={claim} />
    <NodeTools
      id={claim.id}
      more={<Link href={`/new/assessment?claim=${claim.slug}`}>Add an assessment</Link>}
    />
  </header>
)

/** What contests it, where nobody stands under those who deny it. */
function contestedHow({ standing, denials, certainDenials }: ClaimAnswer): string | null {
  if (standing !== 'CONTESTED' || certainDenials.totalCount > 0) return null
  // Somebody affirms what cannot be true beside it.
  if (denials.totalCount === 0) return 'by what contradicts it · '
  return 'by who denies it without being certain · '
}

const ClaimFacts = ({ claim: { subject, event, object } }: { readonly claim: ClaimAnswer }) => (
  <dl class="facts">
    {subject && (
      <div>
        <dt>About</dt>
        <dd>
          <Link href={actorPath(subject.slug)}>{subject.name}</Link>
        </dd>
      </div>
    )}
    {object && (
      <div>
        <dt>Object</dt>
        <dd>
          <Link href={pathOf(object)}>{object.name}</Link>
        </dd>
      </div>
    )}
    {event && (
      <div>
        <dt>Event</dt>
        <dd>
          <Link href={`/event/${event.slug}`}>{event.name}</Link>
          {event.when && <span class="faint"> {dateText(event.when)}</span>}
        </dd>
      </div>
    )}
  </dl>
)
