import { claimInShort, statementPage } from '../kit/fragments.ts'
import { graphql } from '../kit/graphql.ts'

const contestedPage = graphql(
  `
  fragment ContestedPage on ClaimConnection {
    totalCount
    nodes { ...ClaimInShort }
    pageInfo { hasNextPage endCursor }
  }
`,
  [claimInShort],
)

export const startQuery = graphql(
  `
  query Start {
    stats { actors places events sources claims statements assessments }
    waiting: stats { proposals }
    withProposals: sources(filter: { withProposals: true }, first: 0) { totalCount }
    contested: claims(filter: { standing: [CONTESTED] }, orderBy: SPEAKERS_DESC, first: 12) { ...ContestedPage }
    latest: statements(orderBy: SAID_DESC, first: 10) { ...StatementPage }
    events(orderBy: WHEN_DESC, first: 6) { nodes { slug name when } }
    sources(orderBy: PUBLISHED_DESC, first: 6) { nodes { slug title publishedAt } }
  }
`,
  [contestedPage, statementPage],
)

export const contestedQuery = graphql(
  `
  query Contested($after: String) {
    claims(filter: { standing: [CONTESTED] }, orderBy: SPEAKERS_DESC, first: 24, after: $after) { ...ContestedPage }
  }
`,
  [contestedPage],
)
