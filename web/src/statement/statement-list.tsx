import { useEffect, useState } from 'preact/hooks'
import { ask } from '../client.ts'
import type { StatementFields, StatementPage } from '../fragments.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty } from '../page/section.tsx'
import { StatementCard } from './statement-card.tsx'
import { type StatementsAsked, statementsQuery } from './statements-query.ts'

interface Props {
  /** The first page, which came with the page's own query. */
  readonly page: StatementPage
  /** What the rest is asked for with. */
  readonly asked: StatementsAsked
  readonly hides?: 'claim' | 'source' | 'stance'
  readonly empty: string
}

/** A list of statements that goes on for as long as there are more. */
export function StatementList({ page, asked, hides, empty }: Props) {
  const { nodes, hasMore, isBusy, failed, more } = usePages(page, asked)
  if (nodes.length === 0) return <Empty>{empty}</Empty>
  return (
    <>
      <Windowed items={nodes} class="statements" keyOf={({ id }) => id}>
        {(statement) => <StatementCard statement={statement} {...(hides && { hides })} />}
      </Windowed>
      {failed && <p role="alert">The next ones could not be fetched.</p>}
      {hasMore && (
        <button type="button" class="button more" disabled={isBusy} onClick={more}>
          Show more of {page.totalCount.toLocaleString('en')}
        </button>
      )}
    </>
  )
}

function usePages(page: StatementPage, asked: StatementsAsked) {
  const [further, setFurther] = useState<StatementPage[]>([])
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => setFurther([]), [page])
  const last = further.at(-1) ?? page
  const more = async () => {
    setBusy(true)
    setFailed(false)
    try {
      const { statements } = await ask(statementsQuery, {
        ...asked,
        first: 50,
        after: last.pageInfo.endCursor,
      })
      setFurther((pages) => [...pages, statements])
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  const nodes: StatementFields[] = [page, ...further].flatMap((each) => each.nodes)
  return { nodes, hasMore: last.pageInfo.hasNextPage, isBusy, failed, more }
}
