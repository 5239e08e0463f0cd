import './position-card.css'
import { saidWhen } from '../kit/date.ts'
import type { PositionWords } from '../kit/fragments.ts'
import { Link } from '../kit/link.tsx'
import { actorPath, sourcePath } from '../kit/node-path.ts'
import { actWord } from '../kit/words.ts'
import { type Previous, PreviousMark } from './previous-mark.tsx'
import { TakenMark } from './stance-mark.tsx'
import { Words } from './words.tsx'

interface PositionCardProps {
  readonly position: PositionWords & { readonly previous?: Previous | null }
  /** What is to be said of who takes it. */
  readonly note?: string | false
}

/** Where somebody stands, in the words that say so. */
export function PositionCard({ position, note }: PositionCardProps) {
  const { actor, previous = null, statement } = position
  const { speaker, act, source, span, text, quoteType, id } = statement
  return (
    <article class="position">
      <p class="position-head">
        <Link class="speaker" href={actorPath(actor.slug)}>
          {actor.name}
        </Link>
        {note && <span class="faint">{note}</span>}
        <TakenMark of={position} />
        <PreviousMark previous={previous} />
      </p>
      {speaker.slug !== actor.slug && (
        <p class="faint">
          through <Link href={actorPath(speaker.slug)}>{speaker.name}</Link>
        </p>
      )}
      <Words text={text} quoteType={quoteType} exact={span?.exact} />
      <p class="statement-foot">
        {actWord(act)} · <Link href={`/statement/${id}`}>{saidWhen(statement) ?? 'undated'}</Link> ·{' '}
        <Link href={`${sourcePath(source.slug)}?statement=${id}`}>{source.title}</Link>
      </p>
    </article>
  )
}
