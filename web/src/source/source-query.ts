import { statementFields } from '../kit/fragments.ts'
import { type FragmentOf, graphql, type ResultOf } from '../kit/graphql.ts'

const readStatement = graphql(
  `
  fragment ReadStatement on Statement { ...StatementFields span { start end } }
`,
  [statementFields],
)
export type SourceStatement = FragmentOf<typeof readStatement>

const readPage = graphql(
  `
  fragment ReadPage on StatementConnection {
    totalCount
    nodes { ...ReadStatement }
    pageInfo { hasNextPage endCursor }
  }
`,
  [readStatement],
)

/** The chosen statement comes with it, wherever in the list it stands. */
export const sourceQuery = graphql(
  `
  query Source($id: ID!, $stance: [Stance!], $review: [ReviewState!]!, $chosen: ID!, $hasChosen: Boolean!) {
    chosen: statement(id: $chosen) @include(if: $hasChosen) { ...ReadStatement source { slug } }
    latest: revisions(first: 1) { nodes { id } }
    source(id: $id) {
      id
      slug
      title
      kind
      author
      url
      archivedUrl
      language
      publishedAt
      retrievedAt
      reliability
      text
      publisher { slug name }
      versionOf { slug title publishedAt }
      laterVersion { slug title publishedAt }
      copyOf { slug title publisher { name } }
      statements(filter: { review: $review, stance: $stance }, first: 100) { ...ReadPage }
      accepted: statements(filter: { stance: $stance }, first: 0) { totalCount }
      proposed: statements(filter: { review: [PROPOSED], stance: $stance }, first: 0) { totalCount }
    }
  }
`,
  [readPage, readStatement],
)

export const furtherQuery = graphql(
  `
  query SourceStatements($id: ID!, $stance: [Stance!], $review: [ReviewState!]!, $after: String) {
    source(id: $id) {
      statements(filter: { review: $review, stance: $stance }, first: 100, after: $after) { ...ReadPage }
    }
  }
`,
  [readPage],
)

export type SourceAnswer = NonNullable<ResultOf<typeof sourceQuery>['source']>
export type SourceStatementPage = SourceAnswer['statements']
