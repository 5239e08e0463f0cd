import { positionFields, statementPage } from '../fragments.ts'
import { graphql } from '../graphql.ts'

export const eventQuery = graphql(
  `
  query Event($id: ID!) {
    event(id: $id) {
      id
      slug
      name
      description
      type
      mode
      when
      earliest
      latest
      labels { lang text preferred }
      links { scheme value url }
      place { slug name latitude longitude precision partOf { slug name } }
      partOf { slug name }
      parts { slug name when type }
      participants { role actor { slug name } }
      responsibility: claims(filter: { kind: [RESPONSIBILITY] }, first: 20) {
        nodes {
          slug
          text
          standing
          subject { slug name }
          positions {
            ...PositionFields
            statement { id text quoteType act saidAt source { slug title } speaker { slug name } span { exact } }
          }
        }
      }
      claims(first: 40) {
        totalCount
        nodes { slug text kind standing speakerCount }
      }
      statementsAbout(first: 20, orderBy: SAID) { ...StatementPage }
    }
  }
`,
  [positionFields, statementPage],
)
