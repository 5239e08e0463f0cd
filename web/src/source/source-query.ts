import { statementFields } from '../fragments.ts'
import { type FragmentOf, graphql, type ResultOf } from '../graphql.ts'

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
  query Source($id: ID!, $stance: [Stance!], $chosen: ID!, $hasChosen: Boolean!) {
    chosen: statement(id: $chosen) @include(if: $hasChosen) { ...ReadStatement source { slug } }
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
      statements(filter: { review: [ACCEPTED, PROPOSED], stance: $stance }, first: 100) { ...ReadPage }
    }
  }
`,
  [readPage, readStatement],
)

export const furtherQuery = graphql(
  `
  query SourceStatements($id: ID!, $stance: [Stance!], $after: String) {
    source(id: $id) {
      statements(filter: { review: [ACCEPTED, PROPOSED], stance: $stance }, first: 100, after: $after) { ...ReadPage }
    }
  }
`,
  [readPage],
)

export type SourceAnswer = NonNullable<ResultOf<typeof sourceQuery>['source']>
export type ReadPage = SourceAnswer['statements']
