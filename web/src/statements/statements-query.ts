import { statementPage } from '../kit/fragments.ts'
import { graphql } from '../kit/graphql.ts'

/** With what its filter names is called; of sources and events, which may share a slug, each by itself. */
export const statementListQuery = graphql(
  `
  query StatementList(
    $filter: StatementFilter
    $orderBy: StatementOrder!
    $proposed: StatementFilter!
    $named: [ID!]!
    $sources: [ID!]!
  ) {
    statements(filter: $filter, orderBy: $orderBy, first: 20) { ...StatementPage }
    proposed: statements(filter: $proposed, first: 0) { totalCount }
    named: nodes(ids: $named) { ... on Entity { slug name } ... on Claim { slug text } }
    sources: nodes(ids: $sources) { ... on Source { slug title } }
  }
`,
  [statementPage],
)
