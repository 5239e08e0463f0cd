import { statementFields } from '../fragments.ts'
import { graphql, type ResultOf } from '../graphql.ts'

export const sourceQuery = graphql(
  `
  query Source($id: ID!, $stance: [Stance!]) {
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
      statements(filter: { review: [ACCEPTED, PROPOSED], stance: $stance }, first: 200) {
        totalCount
        nodes { ...StatementFields span { start end } }
      }
    }
  }
`,
  [statementFields],
)

export type SourceAnswer = NonNullable<ResultOf<typeof sourceQuery>['source']>
export type SourceStatement = SourceAnswer['statements']['nodes'][number]
