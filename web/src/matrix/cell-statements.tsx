import { graphiqlLink } from '../kit/client.ts'
import { isolated } from '../kit/isolated.ts'
import { setParams } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Loading } from '../page/loading.tsx'
import { ProblemView } from '../page/problem-view.tsx'
import { Section } from '../page/section.tsx'
import type { StatementFilter } from '../statement/filter-in.ts'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows, statementsQuery } from '../statement/statements-query.ts'
import type { GridAnswer } from './matrix-query.ts'

interface CellStatementsProps {
  readonly cell: readonly [string, string]
  readonly filter: StatementFilter
  readonly grid: GridAnswer
}

/** The statements behind a cell. */
export function CellStatements({ cell: [speaker, subject], filter, grid }: CellStatementsProps) {
  const asked: StatementsAsked = {
    filter: { ...filter, by: [speaker], about: [subject] },
    orderBy: 'SAID_DESC',
  }
  const variables = { ...asked, first: 20 }
  const { data, problem, retry } = useAnswer(statementsQuery, variables)
  const speakerName = nameAmong(speaker, grid.speakers)
  const subjectName = nameAmong(subject, grid.subjects)
  return (
    <Section
      id="statements"
      title={`${isolated(speakerName)} about ${isolated(subjectName)}`}
      count={data?.statements.totalCount}
      tools={
        <span>
          <a class="text-button" href={graphiqlLink(statementsQuery, variables)}>
            GraphiQL
          </a>
          <ExportLinks name={`${speaker}-about-${subject}`} rows={() => statementRows(asked)} />
          <button type="button" class="text-button" onClick={() => setParams({ cell: null })}>
            Close
          </button>
        </span>
      }
    >
      {problem && <ProblemView problem={problem} retry={retry} />}
      {data ? (
        <StatementList page={data.statements} asked={asked} empty="No statement is left by these filters." />
      ) : (
        !problem && <Loading />
      )}
    </Section>
  )
}

const nameAmong = (
  slug: string,
  among: readonly { readonly slug: string; readonly name: string }[],
): string => among.find((each) => each.slug === slug)?.name ?? slug
