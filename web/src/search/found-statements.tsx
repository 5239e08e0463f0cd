import { ExportLinks } from '../list/export-links.tsx'
import type { ProposedCount } from '../page/proposed-count.tsx'
import { Section } from '../page/section.tsx'
import type { FacetValue } from '../statement/facet-choices.tsx'
import type { StatementFilter } from '../statement/filter-in.ts'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import { FilterChips } from './filter-chips.tsx'
import type { Nearest } from './nearest.ts'
import { NothingFound } from './nothing-found.tsx'
import type { FoundStatementPage } from './search-query.ts'

interface FoundStatementsProps {
  readonly page: FoundStatementPage
  readonly proposed: ProposedCount | undefined
  readonly facets: readonly FacetValue[]
  readonly text: string
  readonly nearest: Nearest
  readonly filter: StatementFilter
}

/** The statements that have the words, the latest first, as far as they are not narrowed. */
export function FoundStatements({ page, proposed, facets, text, nearest, filter }: FoundStatementsProps) {
  const asked: StatementsAsked = { filter, orderBy: 'SAID_DESC' }
  const isNarrowed = Object.keys(filter).length > 1
  return (
    <Section
      title="Statements"
      count={page.totalCount}
      proposed={proposed ? [proposed] : []}
      tools={<ExportLinks name="statements-found" rows={() => statementRows(asked)} />}
    >
      <FilterChips filter={filter} facets={facets} />
      <StatementList
        page={page}
        asked={asked}
        empty={
          isNarrowed ? 'No such statement has these words.' : <NothingFound text={text} nearest={nearest} />
        }
      />
    </Section>
  )
}
