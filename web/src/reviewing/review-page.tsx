import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { sourcePath } from '../kit/node-path.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { Page } from '../page/page.tsx'
import { ReviewDesk } from './review-desk.tsx'
import { reviewQuery } from './review-query.ts'
import { useDecisions } from './use-decisions.ts'

/** The review of one source. */
export function ReviewPage({ slug }: { readonly slug: string }) {
  const decisions = useDecisions()
  const variables = { id: slug, decided: [...decisions.decided.keys()] }
  const answer = useAnswer(reviewQuery, variables)
  return (
    <Page
      title={`Review: ${answer.data?.source?.title ?? slug}`}
      document={reviewQuery}
      variables={variables}
      answer={answer}
      missing={({ source }) => !source && `There is no source “${slug}”.`}
    >
      {({ source, decided }) =>
        source && (
          <>
            <header class="head">
              <p class="eyebrow">
                <Link href="/review">Review</Link>
              </p>
              <h1 dir="auto">{source.title}</h1>
              <p class="faint">
                {[source.publisher?.name, dateText(source.publishedAt)].filter(Boolean).join(', ')}{' '}
                <Link href={sourcePath(source.slug)}>The source and all that is said in it</Link>
              </p>
            </header>
            <ReviewDesk
              source={source}
              decidedNow={decided.flatMap((node) => (node && 'review' in node ? [node] : []))}
              decisions={decisions}
            />
          </>
        )
      }
    </Page>
  )
}
