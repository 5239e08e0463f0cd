import type { ComponentChildren } from 'preact'
import { ask } from '../kit/client.ts'
import type { StatementFields } from '../kit/fragments.ts'
import { More } from '../list/more.tsx'
import type { PageOf } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty } from '../page/section.tsx'
import { StatementCard } from './statement-card.tsx'
import { type StatementsAsked, statementsQuery } from './statements-query.ts'

interface StatementListProps {
  /** The first page, which came with the page's own query. */
  readonly page: PageOf<StatementFields>
  /** What the rest is asked for with. */
  readonly asked: StatementsAsked
  readonly hides?: 'claim' | 'source' | 'stance'
  readonly empty: ComponentChildren
}

/** A list of statements that goes on for as long as there are more. */
export function StatementList({ page, asked, hides, empty }: StatementListProps) {
  const pages = usePages(page, (after) => nextStatements(asked, after))
  if (pages.nodes.length === 0) return <Empty>{empty}</Empty>
  return (
    <>
      <Windowed items={pages.nodes} class="statements" keyOf={({ id }) => id}>
        {(statement) => <StatementCard statement={statement} {...(hides && { hides })} />}
      </Windowed>
      <More of={pages} />
    </>
  )
}

const nextStatements = async (asked: StatementsAsked, after: string | null) =>
  (await ask(statementsQuery, { ...asked, first: 50, after })).statements
