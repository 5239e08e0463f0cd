import { Link } from '../kit/link.tsx'
import { actorPath } from '../kit/node-path.ts'
import { plain } from '../kit/words.ts'
import { SpeakerLine } from '../statement/speaker-line.tsx'
import type { StatementAnswer } from './statement-query.ts'

/** What is said and who says it, to whom, and the words as they stand in the source. */
export const StatementHead = ({ statement }: { readonly statement: StatementAnswer }) => {
  const { review, language, text, addressee, span } = statement
  return (
    <>
      <p class="eyebrow">
        Statement{' '}
        {review !== 'ACCEPTED' && <span class={`tag ${review.toLowerCase()}`}>{plain(review)}</span>}
      </p>
      <h1 class="quote" dir="auto" {...(language && { lang: language })}>
        {text}
      </h1>
      <p class="lead">
        <SpeakerLine {...statement} />
        {addressee && (
          <>
            {' '}
            to <Link href={actorPath(addressee.slug)}>{addressee.name}</Link>
          </>
        )}
      </p>
      {span?.exact && (
        <blockquote class="in-source" dir="auto">
          <span class="faint">{span.prefix}</span>
          <mark>{span.exact}</mark>
          <span class="faint">{span.suffix}</span>
        </blockquote>
      )}
    </>
  )
}
