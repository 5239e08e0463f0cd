import { positionFields, statementFields } from '../fragments.ts'
import { graphql } from '../graphql.ts'

export const claimQuery = graphql(
  `
  query Claim($id: ID!, $asOf: EDTF) {
    claim(id: $id) {
      id
      slug
      text
      kind
      standing
      standingThen: standing(asOf: $asOf)
      speakerCount
      sourceCount
      statementCount
      subject { slug name }
      event { slug name when }
      object { __typename slug name }
      figure { low high unit }
      positions(asOf: $asOf) {
        stance
        certainty
        changed
        actor { slug name }
        statement { ...StatementFields }
      }
      relations {
        type
        from { slug }
        claim {
          slug
          text
          standing(asOf: $asOf)
          positions(asOf: $asOf) { ...PositionFields }
        }
      }
      assessments {
        id
        verdict
        credibility
        method
        date
        assessor { slug name }
        evidence { slug title }
      }
      statements(first: 100, orderBy: SAID) {
        totalCount
        nodes { saidAt source { publishedAt } }
      }
    }
  }
`,
  [positionFields, statementFields],
)

export const figuresQuery = graphql(
  `
  query Figures($event: [ID!], $kind: [ClaimKind!]) {
    claims(filter: { event: $event, kind: $kind }, first: 60) {
      nodes {
        slug
        text
        standing
        figure { low high unit }
        positions { ...PositionFields }
      }
    }
  }
`,
  [positionFields],
)
