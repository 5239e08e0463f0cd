import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { actorPath, sourcePath } from '../node-path.ts'
import { PreviousMark } from '../statement/previous-mark.tsx'
import { StanceMark } from '../statement/stance-mark.tsx'
import { Words } from '../statement/words.tsx'
import { actWord } from '../words.ts'
import type { TakenPosition } from './claim-type.ts'

/** Where somebody stands, in the words that say so. */
export function PositionCard({
  position: { actor, stance, certainty, previous, statement },
}: {
  readonly position: TakenPosition
}) {
  const { speaker, act, saidAt, source, span, text, quoteType, id } = statement
  return (
    <article class="position">
      <p class="position-head">
        <Link class="speaker" href={actorPath(actor.slug)}>
          {actor.name}
        </Link>
        <StanceMark stance={stance} certainty={certainty} />
        <PreviousMark previous={previous} />
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
