import { nodeTitle } from '../desk/named-node.ts'
import { askOnce } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { pathOf } from '../kit/node-path.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Page } from '../page/page.tsx'
import { AllRevisions } from './all-revisions.tsx'
import { Entries } from './entries.tsx'
import { nodeHistoryQuery } from './history-query.ts'

const PAGE = 20

/** What became of one node; of one that is gone, the revisions that touched it. */
export function NodeHistory({ of }: { readonly of: string }) {
  const variables = { of, first: PAGE }
  const answer = useAnswer(nodeHistoryQuery, variables)
  const node = answer.data?.node
  const pages = usePages(node?.history ?? noPage, async (after) => {
    const { node: later } = await askOnce(nodeHistoryQuery, { ...variables, ...(after && { after }) })
    return later?.history ?? noPage
  })
  if (answer.data && !node) return <AllRevisions by={null} of={of} />
  return (
    <Page
      title={node ? `History of ${nodeTitle(node)}` : 'History'}
      document={nodeHistoryQuery}
      variables={variables}
      answer={answer}
    >
      {() =>
        node && (
          <>
            <header class="head">
              <p class="eyebrow">History</p>
              <h1 dir="auto">{nodeTitle(node)}</h1>
              <p>
                {node.__typename !== 'Assessment' && <Link href={pathOf(node)}>Its page</Link>}{' '}
                <Link href="/history">All of the history</Link>
              </p>
            </header>
            <Entries
              pages={pages}
              namesNodes={false}
              entryOf={({ revision, ...change }) => ({ revision, changes: [change], total: 1 })}
            />
          </>
        )
      }
    </Page>
  )
}
