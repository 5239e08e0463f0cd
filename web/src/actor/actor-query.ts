import { statementPage } from '../fragments.ts'
import { graphql } from '../graphql.ts'

const heldPositions = graphql(`
  fragment HeldPositions on PositionConnection {
    totalCount
    nodes {
      stance
      certainty
      side
      changed
      claim { slug text standing }
      statement { id saidAt source { publishedAt } }
      previous { id stance side saidAt source { publishedAt } }
    }
    pageInfo { hasNextPage endCursor }
  }
`)

export const actorQuery = graphql(
  `
  query Actor($id: ID!, $side: [Side!]) {
    actor(id: $id) {
      __typename
      id
      slug
      name
      description
      labels { lang text preferred }
      links { scheme value url }
      ... on State { iso3166 }
      ... on Organization { kind }
      ... on ArmedGroup { allegiance { slug name } }
      ... on MediaOutlet { reliability }
      affiliations { role title from until organization { slug name } }
      affiliates { role title from until actor { slug name } }
      positions(first: 30, side: $side) { ...HeldPositions }
      speaksAbout(first: 12) { statements entity { __typename slug name } }
      spokenAboutBy(first: 12) { statements actor { __typename slug name } }
      statementsAbout(first: 15, orderBy: SAID_DESC) { ...StatementPage }
    }
    said: statements(filter: { onBehalfOf: [$id] }, first: 15, orderBy: SAID_DESC) { ...StatementPage }
    assessed: claims(filter: { assessor: [$id] }, first: 6) {
      totalCount
      nodes { slug text assessments { id verdict method assessor { slug } } }
    }
    spoken: statements(filter: { by: [$id] }, first: 15, orderBy: SAID_DESC) { ...StatementPage }
  }
`,
  [heldPositions, statementPage],
)

export const heldQuery = graphql(
  `
  query Held($id: ID!, $side: [Side!], $first: Int, $after: String) {
    actor(id: $id) {
      positions(side: $side, first: $first, after: $after) { ...HeldPositions }
    }
  }
`,
  [heldPositions],
)
