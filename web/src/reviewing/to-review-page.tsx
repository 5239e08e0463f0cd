import { useMe } from '../desk/me.ts'
import { SignInNotice } from '../desk/sign-in-notice.tsx'
import { ask } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import type { ResultOf } from '../kit/graphql.ts'
import { Link } from '../kit/link.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { counted } from '../kit/words.ts'
import { More } from '../list/more.tsx'
import { usePages } from '../list/use-pages.ts'
import { Page } from '../page/page.tsx'
import { Empty, Section } from '../page/section.tsx'
import { reviewPath } from './review-path.ts'
import { type SourceToReview, toReviewQuery } from './to-review-query.ts'

/** The sources in which something is proposed that nobody has decided about. */
export function ToReviewPage() {
  const me = useMe()
  const answer = useAnswer(toReviewQuery, {})
  return (
    <Page title="Review" document={toReviewQuery} variables={{}} answer={answer}>
      {({ stats, sources }) => (
        <>
          <header class="head">
            <h1>Review</h1>
            <p class="lead">
              {stats.proposals === 0
                ? 'Nothing waits to be decided about.'
                : `${counted(stats.proposals, 'proposed statement')} wait to be accepted or rejected. Until then they count nowhere.`}
            </p>
          </header>
          <SignInNotice me={me} purpose="To review what is proposed" />
          <SourcesToReview sources={sources} />
        </>
      )}
    </Page>
  )
}

type SourcePage = ResultOf<typeof toReviewQuery>['sources']

function SourcesToReview({ sources }: { readonly sources: SourcePage }) {
  const pages = usePages(sources, async (after) => (await ask(toReviewQuery, { after })).sources)
  return (
    <Section title="Sources with proposals" count={pages.total}>
      {pages.total === 0 && (
        <Empty>
          <Link href="/read">Read a report</Link>, and keep it as a source: what it says is proposed then.
        </Empty>
      )}
      <ul class="plain to-review">
        {pages.nodes.map((source) => (
          <li key={source.slug}>
            <ToReview source={source} />
          </li>
        ))}
      </ul>
      <More of={pages} />
    </Section>
  )
}

const ToReview = ({ source }: { readonly source: SourceToReview }) => (
  <>
    <h3>
      <Link href={reviewPath(source.slug)}>{source.title}</Link>
    </h3>
    <p class="faint">
      {source.publisher && <bdi>{source.publisher.name}, </bdi>}
      {dateText(source.publishedAt) ?? 'on a day not known'}
    </p>
    <p>
      <span class="tag proposed">{source.proposed.totalCount.toLocaleString('en')} open</span>{' '}
      <span class="faint">{source.accepted.totalCount.toLocaleString('en')} accepted</span>
    </p>
  </>
)
