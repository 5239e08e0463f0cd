import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { actorPath, claimPath } from '../node-path.ts'
import { Empty, Section } from '../page/section.tsx'
import { StanceMark } from '../statement/stance-mark.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { Words } from '../statement/words.tsx'
import { actWord } from '../words.ts'
import type { EventAnswer } from './event-type.ts'

type Claim = EventAnswer['responsibility']['nodes'][number]
type Position = Claim['positions'][number]

/** Who claims responsibility, who denies it, and whom others hold responsible. */
export const Responsibility = ({ event: { responsibility, slug } }: { readonly event: EventAnswer }) => (
  <Section
    title="Who is responsible: claimed and denied"
    count={responsibility.nodes.length}
    tools={
      <ExportLinks name={`responsibility-for-${slug}`} rows={() => responsibility.nodes.flatMap(rowsOf)} />
    }
  >
    {responsibility.nodes.length === 0 && (
      <Empty>Nobody claims or denies responsibility in this graph.</Empty>
    )}
    <ul class="plain cards two">
      {responsibility.nodes.map((claim) => (
        <li key={claim.slug} class="card">
          <h3>
            <Link href={claimPath(claim.slug)}>{claim.text}</Link> <StandingMark standing={claim.standing} />
          </h3>
          {claim.positions.map((position) => (
            <PositionWords key={position.actor.slug} position={position} subject={claim.subject?.slug} />
          ))}
        </li>
      ))}
    </ul>
  </Section>
)

function PositionWords({
  position,
  subject,
}: {
  readonly position: Position
  readonly subject: string | undefined
}) {
  const { actor, stance, certainty, statement } = position
  return (
    <div class="position">
      <p class="position-head">
        <Link class="speaker" href={actorPath(actor.slug)}>
          {actor.name}
        </Link>
        {actor.slug === subject && <span class="faint">of itself</span>}
        <StanceMark stance={stance} certainty={certainty} />
      </p>
      <Words text={statement.text} quoteType={statement.quoteType} exact={statement.span?.exact} />
      <p class="statement-foot">
        {actWord(statement.act)} ·{' '}
        <Link href={`/statement/${statement.id}`}>{dateText(statement.saidAt) ?? 'undated'}</Link> ·{' '}
        {statement.source.title}
      </p>
    </div>
  )
}

const rowsOf = ({ slug, subject, positions }: Claim) =>
  positions.map(({ actor, stance, certainty, statement }) => ({
    claim: slug,
    subject: subject?.slug,
    actor: actor.slug,
    stance,
    certainty,
    text: statement.text,
    saidAt: statement.saidAt,
    source: statement.source.slug,
  }))
