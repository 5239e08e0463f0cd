import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { claimPath } from '../node-path.ts'
import { Empty, Section } from '../page/section.tsx'
import { type Stance, StanceFilter } from '../statement/stance-filter.tsx'
import { StanceMark } from '../statement/stance-mark.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import type { ActorAnswer } from './actor-type.ts'

interface Props {
  readonly actor: ActorAnswer
  readonly stance: readonly Stance[]
}

/** Where it stands on each claim; what it once said otherwise is marked. */
export function Positions({ actor, stance }: Props) {
  const { nodes, totalCount } = actor.positions
  return (
    <Section
      title="Positions"
      count={totalCount}
      tools={<ExportLinks name={`positions-of-${actor.slug}`} rows={() => nodes.map(rowOf)} />}
    >
      <StanceFilter stance={stance} />
      {nodes.length === 0 && <Empty>It has taken no such position.</Empty>}
      <ul class="plain rows">
        {nodes.map(({ stance: side, certainty, changed, claim, statement }) => (
          <li key={claim.slug}>
            <StanceMark stance={side} certainty={certainty} />
            <span>
              <Link href={claimPath(claim.slug)}>{claim.text}</Link>{' '}
              <StandingMark standing={claim.standing} />
              {changed && <span class="tag changed">changed its position</span>}
            </span>
            <Link class="when" href={`/statement/${statement.id}`}>
              {dateText(statement.saidAt) ?? 'undated'}
            </Link>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p class="faint">
          The first {nodes.length} of {totalCount.toLocaleString('en')}.
        </p>
      )}
    </Section>
  )
}

const rowOf = ({
  stance,
  certainty,
  changed,
  claim,
  statement,
}: ActorAnswer['positions']['nodes'][number]) => ({
  claim: claim.slug,
  text: claim.text,
  stance,
  certainty,
  changed,
  saidAt: statement.saidAt,
  statement: statement.id,
})
