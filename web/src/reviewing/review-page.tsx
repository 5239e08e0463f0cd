import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { sourcePath } from '../kit/node-path.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { Page } from '../page/page.tsx'
import { OtherForm } from './other-form.tsx'
import { ReviewDesk } from './review-desk.tsx'
import { reviewQuery } from './review-query.ts'
import { useDecisions } from './use-decisions.ts'
import { useSeen } from './use-seen.ts'

/** The review of one source. */
export function ReviewPage({ slug }: { readonly slug: string }) {
  const decisions = useDecisions()
  const { closed, takeIn, useClosed } = useSeen()
  const variables = { id: slug, decided: [...closed] }
  const answer = useAnswer(reviewQuery, variables)
  useClosed(answer.data)
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
            <OtherForm source={source} />
            <ReviewDesk
              source={source}
              statements={takeIn([
                ...decisions.decided.values(),
                ...source.proposed.nodes,
                ...decided.flatMap((node) => (node && 'review' in node ? [node] : [])),
              ])}
              decisions={decisions}
            />
          </>
        )
      }
    </Page>
  )
}
