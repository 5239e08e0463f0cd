import { askOnce } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Page } from '../page/page.tsx'
import { Entries } from './entries.tsx'
import { revisionsQuery } from './history-query.ts'

const PAGE = 20

interface AllRevisionsProps {
  /** Only one user’s, or of what touched one node. */
  readonly by: string | null
  readonly of: string | null
}

/** All that was ever done, or all that one user did. */
export function AllRevisions({ by, of }: AllRevisionsProps) {
  const variables = { first: PAGE, ...(by && { by }), ...(of && { of }) }
  const answer = useAnswer(revisionsQuery, variables)
  const first = answer.data?.revisions
  const pages = usePages(
    first ?? noPage,
    async (after) => (await askOnce(revisionsQuery, { ...variables, ...(after && { after }) })).revisions,
  )
  const user = by && first?.nodes[0]?.by?.name
  return (
    <Page
      title="History"
      document={revisionsQuery}
      variables={variables}
      answer={answer}
      above={
        <header class="head">
          <h1>History</h1>
          <p class="lead">
            {by || of ? (
              <>
                What {by ? <bdi>{user ?? by}</bdi> : <bdi>became of {of}</bdi>} {by && 'did'}, the latest
                first. <Link href="/history">All of it</Link>
              </>
            ) : (
              'All that was ever done to this graph, the latest first.'
            )}
          </p>
        </header>
      }
    >
      {() => (
        <Entries
          pages={pages}
          entryOf={({ changes, ...revision }) => ({
            revision,
            changes: changes.nodes,
            total: changes.totalCount,
          })}
        />
      )}
    </Page>
  )
}
