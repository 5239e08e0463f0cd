import './statement.css'
import { dateText, saidWhen } from '../kit/date.ts'
import type { StatementFields } from '../kit/fragments.ts'
import { Link } from '../kit/link.tsx'
import { claimPath, sourcePath } from '../kit/node-path.ts'
import { ReviewTag } from '../review/review-tag.tsx'
import { SpeakerLine } from './speaker-line.tsx'
import { lookOf, TakenMark } from './stance-mark.tsx'
import { Words } from './words.tsx'

interface StatementCardProps {
  readonly statement: StatementFields
  /** What the list around it says already. */
  readonly hides?: 'claim' | 'source' | 'stance'
}

/** One statement in a list. */
export function StatementCard({ statement, hides }: StatementCardProps) {
  const { id, speaker, onBehalfOf, act, text, quoteType, span, side, claim, review } = statement
  return (
    <article class={`statement ${side ? lookOf(side) : 'none'} ${review.toLowerCase()}`} id={id}>
      <p class="statement-head">
        <SpeakerLine speaker={speaker} onBehalfOf={onBehalfOf} act={act} />
        <ReviewTag review={review} />
      </p>
      <Words text={text} quoteType={quoteType} exact={span?.exact} />
      {claim && hides !== 'claim' && (
        <p class="on-claim">
          <TakenMark of={statement} /> <Link href={claimPath(claim.slug)}>{claim.text}</Link>
        </p>
      )}
      <StatementFoot statement={statement} hidesSource={hides === 'source'} />
    </article>
  )
}

function StatementFoot({ statement, hidesSource }: { statement: StatementFields; hidesSource: boolean }) {
  const { id, source } = statement
  const said = saidWhen(statement)
  return (
    <p class="statement-foot">
      <Link href={`/statement/${id}`}>{said ? `said ${said}` : 'said on a day not known'}</Link>
      {!hidesSource && (
        <>
          {' · '}
          <Link href={`${sourcePath(source.slug)}?statement=${id}`}>{source.title}</Link>
          {source.publishedAt && `, ${dateText(source.publishedAt)}`}
        </>
      )}
    </p>
  )
}
