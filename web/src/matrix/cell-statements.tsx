import { graphiqlLink } from '../client.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { setParams } from '../location.ts'
import { Loading } from '../page/loading.tsx'
import { ProblemView } from '../page/problem-view.tsx'
import { Section } from '../page/section.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { statementRow } from '../statement/statement-row.ts'
import { allStatements, type StatementsAsked, statementsQuery } from '../statement/statements-query.ts'
import { useAnswer } from '../use-answer.ts'
import type { Tally } from './matrix-query.ts'
import type { Filter } from './matrix-state.ts'

interface Props {
  readonly cell: readonly [string, string]
  readonly filter: Filter
  readonly matrix: readonly Tally[]
}

/** The statements behind a cell. */
export function CellStatements({ cell: [speaker, subject], filter, matrix }: Props) {
  const asked: StatementsAsked = {
    filter: { ...filter, by: [speaker], about: [subject] },
    orderBy: 'SAID_DESC',
  }
  const variables = { ...asked, first: 20 }
  const { data, problem, retry } = useAnswer(statementsQuery, variables)
  const speakerName = matrix.find(({ actor }) => actor.slug === speaker)?.actor.name ?? speaker
  const subjectName = matrix.find(({ entity }) => entity.slug === subject)?.entity.name ?? subject
  return (
    <Section
      id="statements"
      title={`${speakerName} about ${subjectName}`}
      count={data?.statements.totalCount}
      tools={
        <span>
          <a class="text-button" href={graphiqlLink(statementsQuery, variables)}>
            GraphiQL
          </a>
          <ExportLinks
            name={`${speaker}-about-${subject}`}
            rows={async () => (await allStatements(asked)).map(statementRow)}
          />
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
