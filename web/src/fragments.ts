import { type FragmentOf, graphql } from './graphql.ts'

export const statementFields = graphql(`
  fragment StatementFields on Statement {
    id
    text
    quoteType
    cue
    act
    stance
    certainty
    saidAt
    review
    speaker { slug name }
    onBehalfOf { slug name }
    claim { slug text }
    source { slug title publishedAt }
    span { exact }
  }
`)
export type StatementFields = FragmentOf<typeof statementFields>

export const statementPage = graphql(
  `
  fragment StatementPage on StatementConnection {
    totalCount
    nodes { ...StatementFields }
    pageInfo { hasNextPage endCursor }
  }
`,
  [statementFields],
)
export type StatementPage = FragmentOf<typeof statementPage>

export const positionFields = graphql(`
  fragment PositionFields on Position {
    stance
    certainty
    changed
    actor { slug name }
  }
`)
export type PositionFields = FragmentOf<typeof positionFields>
