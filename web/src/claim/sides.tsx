import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { Windowed } from '../list/windowed.tsx'
import { actorPath, sourcePath } from '../node-path.ts'
import { Empty, Section } from '../page/section.tsx'
import { StanceMark } from '../statement/stance-mark.tsx'
import { Words } from '../statement/words.tsx'
import { actWord } from '../words.ts'
import type { ClaimAnswer } from './claim-type.ts'

type Position = ClaimAnswer['positions'][number]

/** To doubt is to deny without being certain, or not to commit. */
const sides = [
  { name: 'Affirms', class: 'affirms', holds: ({ stance }: Position) => stance === 'AFFIRMS' },
  {
    name: 'Doubts or leaves open',
    class: 'uncommitted',
    holds: ({ stance, certainty }: Position) =>
      stance === 'UNCOMMITTED' || (stance === 'DENIES' && certainty !== 'CERTAIN'),
  },
  {
    name: 'Denies',
    class: 'denies',
    holds: ({ stance, certainty }: Position) => stance === 'DENIES' && certainty === 'CERTAIN',
  },
] as const

interface Props {
  readonly claim: ClaimAnswer
  readonly asOf: string | null
}

/** Who stands where, in columns, each with its latest words. */
export const Sides = ({ claim, asOf }: Props) => (
  <Section
    title={asOf ? `Who stood where, as of ${dateText(asOf)}` : 'Who stands where'}
    tools={<ExportLinks name={`positions-on-${claim.slug}`} rows={() => claim.positions.map(rowOf)} />}
  >
    <div class="sides">
      {sides.map(({ name, class: color, holds }) => {
        const positions = claim.positions.filter(holds)
        return (
          <div key={name} class={`side ${color}`}>
            <h3>
              {name}
              <span class="count">{positions.length}</span>
            </h3>
            {positions.length === 0 && <Empty>Nobody{asOf ? ' then' : ''}.</Empty>}
            <Windowed items={positions} keyOf={({ actor }) => actor.slug}>
              {(position) => <PositionCard position={position} />}
            </Windowed>
          </div>
        )
      })}
    </div>
  </Section>
)

function PositionCard({
  position: { actor, stance, certainty, changed, statement },
}: {
  readonly position: Position
}) {
  const { speaker, act, saidAt, source, span, text, quoteType, id } = statement
  return (
    <article class="position">
      <p class="position-head">
        <Link class="speaker" href={actorPath(actor.slug)}>
          {actor.name}
        </Link>
        <StanceMark stance={stance} certainty={certainty} />
        {changed && <span class="tag changed">changed</span>}
      </p>
      {speaker.slug !== actor.slug && (
        <p class="faint">
          through <Link href={actorPath(speaker.slug)}>{speaker.name}</Link>
        </p>
      )}
      <Words text={text} quoteType={quoteType} exact={span?.exact} />
      <p class="statement-foot">
        {actWord(act)} · <Link href={`/statement/${id}`}>{saidAt ? dateText(saidAt) : 'undated'}</Link> ·{' '}
        <Link href={`${sourcePath(source.slug)}?statement=${id}`}>{source.title}</Link>
      </p>
    </article>
  )
}

const rowOf = ({ actor, stance, certainty, changed, statement }: Position) => ({
  actor: actor.slug,
  stance,
  certainty,
  changed,
  text: statement.text,
  saidAt: statement.saidAt,
  source: statement.source.slug,
  statement: statement.id,
})
