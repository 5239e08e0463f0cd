import { ask } from '../client.ts'
import { type StatementFields, statementPage } from '../fragments.ts'
import { graphql, type VariablesOf } from '../graphql.ts'

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
const MOST = 20_000

/** Every statement that a filter keeps, page after page, for a file; 20,000 at most. */
export async function allStatements(asked: StatementsAsked): Promise<StatementFields[]> {
  const all: StatementFields[] = []
  let after: string | null = null
  do {
    const {
      statements,
    }: {
      statements: { nodes: StatementFields[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
    } = await ask(statementsQuery, { ...asked, first: PAGE, after })
    all.push(...statements.nodes)
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null
  } while (after && all.length < MOST)
  return all
}
