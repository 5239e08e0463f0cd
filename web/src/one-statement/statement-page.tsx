import { NodeDesk } from '../editing/opened/node-desk.tsx'
import { NodeTools } from '../editing/opened/node-tools.tsx'
import { isolated } from '../kit/isolated.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { LiveNotice } from '../live/live-notice.tsx'
import { Page } from '../page/page.tsx'
import { ReviewNotice } from '../review/review-notice.tsx'
import { Chain } from './chain.tsx'
import { StatementFacts } from './statement-facts.tsx'
import { StatementHead } from './statement-head.tsx'
import { statementQuery } from './statement-query.ts'

export function StatementPage({ id }: { readonly id: string }) {
  const variables = { id }
  const answer = useAnswer(statementQuery, variables)
  const speaker = answer.data?.statement?.speaker.name
  return (
    <Page
      title={speaker ? `${isolated(speaker)}: ${answer.data?.statement?.text.slice(0, 60)}` : id}
      document={statementQuery}
      variables={variables}
      answer={answer}
      missing={({ statement }) => !statement && `There is no statement “${id}”.`}
    >
      {({ statement, latest }) =>
        statement && (
          <article class="one-statement">
            <StatementHead statement={statement} />
            <NodeTools id={statement.id} />
            <NodeDesk id={statement.id} />
            <ReviewNotice review={statement.review} noun="statement" />
            <StatementFacts statement={statement} />
            <Chain chain={statement.chain} source={statement.source} />
            <LiveNotice about={statement.id} latest={latest} takeIn={answer.retry} />
          </article>
        )
      }
    </Page>
  )
}
