import { useMe } from '../desk/me.ts'
import { askOnce } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { More } from '../list/more.tsx'
import { noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Page } from '../page/page.tsx'
import { revisionQuery } from './history-query.ts'
import { RevisionView } from './revision-view.tsx'
import { useNames } from './use-names.ts'

const PAGE = 50

/** One revision with all that it changed. */
export function OneRevision({ id }: { readonly id: string }) {
  const variables = { id, first: PAGE }
  const answer = useAnswer(revisionQuery, variables)
  const { mayWrite } = useMe()
  const pages = usePages(answer.data?.revision?.changes ?? noPage, async (after) => {
    const { revision } = await askOnce(revisionQuery, { ...variables, ...(after && { after }) })
    return revision?.changes ?? noPage
  })
  const names = useNames(pages.nodes)
  return (
    <Page
      title={id}
      document={revisionQuery}
      variables={variables}
      answer={answer}
      missing={({ revision }) => !revision && `There is no ${id}.`}
      above={
        <header class="head">
          <p class="eyebrow">
            <Link href="/history">History</Link>
          </p>
          <h1>One revision</h1>
        </header>
      }
    >
      {({ revision }) =>
        revision && (
          <div class="history">
            <RevisionView
              entry={{ revision, changes: pages.nodes, total: pages.nodes.length }}
              names={names}
              mayWrite={mayWrite}
              namesNodes
            />
            <More of={pages} />
          </div>
        )
      }
    </Page>
  )
}
