import { askOnce } from '../kit/client.ts'
import { statementPage } from '../kit/fragments.ts'
import { graphql, type VariablesOf } from '../kit/graphql.ts'
import type { Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'
import { statementRow } from './statement-row.ts'

export const statementsQuery = graphql(
  `
  query Statements($filter: StatementFilter, $orderBy: StatementOrder, $first: Int, $after: String) {
    statements(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ...StatementPage }
  }
`,
  [statementPage],
)

export type StatementsAsked = Pick<VariablesOf<typeof statementsQuery>, 'filter' | 'orderBy'>

const PAGE = 200

/** Every statement that a filter keeps, for a file. */
export const statementRows = (asked: StatementsAsked): Rows =>
  everyRow(
    async (after) => (await askOnce(statementsQuery, { ...asked, first: PAGE, after })).statements,
    statementRow,
  )
