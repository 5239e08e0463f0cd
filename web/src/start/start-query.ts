import { positionFields, statementPage } from '../fragments.ts'
import { graphql } from '../graphql.ts'

export const startQuery = graphql(
  `
  query Start {
    stats { actors places events sources claims statements assessments }
    contested: claims(filter: { standing: [CONTESTED] }, orderBy: SPEAKERS_DESC, first: 12) {
      totalCount
      nodes {
        slug
        text
        kind
        standing
        speakerCount
        sourceCount
        event { slug name }
        positions { ...PositionFields }
        relations(type: CONTRADICTS) { claim { slug text } }
      }
    }
    latest: statements(orderBy: SAID_DESC, first: 10) { ...StatementPage }
    events(orderBy: WHEN_DESC, first: 6) { nodes { slug name when } }
    sources(orderBy: PUBLISHED_DESC, first: 6) { nodes { slug title publishedAt } }
  }
`,
  [positionFields, statementPage],
)
