import { statementPage } from '../kit/fragments.ts'
import { graphql } from '../kit/graphql.ts'

const heldPositions = graphql(`
  fragment HeldPositions on PositionConnection {
    totalCount
    nodes {
      stance
      certainty
      side
      changed
      claim { slug text standing(asOf: $asOf) }
      statement { id saidAt source { publishedAt } }
      previous { id stance side saidAt source { publishedAt } }
    }
    pageInfo { hasNextPage endCursor }
  }
`)

const tookPart = graphql(`
  fragment TookPart on ParticipationConnection {
    totalCount
    nodes { role event { slug name when } }
    pageInfo { hasNextPage endCursor }
  }
`)

export const actorQuery = graphql(
  `
  query Actor($id: ID!, $side: [Side!], $asOf: EDTF) {
    actor(id: $id) {
      __typename
      id
      slug
      name
      unnamed
      review
      description
      labels { lang text preferred }
      links { scheme value url }
      ... on State { iso3166 }
      ... on Organization { kind }
      ... on ArmedGroup { allegiance { slug name } }
      ... on MediaOutlet { reliability }
      affiliations { role title from until organization { slug name } }
      affiliates { role title from until actor { slug name } }
      positions(first: 30, side: $side, asOf: $asOf) { ...HeldPositions }
      participations(first: 20) { ...TookPart }
      proposedParticipations: participations(first: 0, review: [PROPOSED]) { totalCount }
      proposedAffiliates: affiliates(review: [PROPOSED]) { actor { slug } }
      statementCounts(asOf: $asOf) { itself forOthers byOthers }
      speaksAbout(first: 12, asOf: $asOf) { statements entity { __typename slug name } }
      spokenForAbout: speaksAbout(first: 12, voice: ON_BEHALF, asOf: $asOf) {
        statements
        entity { __typename slug name }
      }
      spokenAboutBy(first: 12, asOf: $asOf) { statements actor { __typename slug name } }
      statementsAbout(filter: { asOf: $asOf }, first: 15, orderBy: SAID_DESC) { ...StatementPage }
    }
    latest: revisions(first: 1) { nodes { id } }
    said: statements(filter: { onBehalfOf: [$id], asOf: $asOf }, first: 15, orderBy: SAID_DESC) { ...StatementPage }
    assessed: claims(filter: { assessor: [$id], asOf: $asOf }, first: 6) {
      totalCount
      nodes { slug text assessments(asOf: $asOf) { id verdict method assessor { slug } } }
    }
    told: statements(filter: { addressee: [$id], asOf: $asOf }, first: 15, orderBy: SAID_DESC) { ...StatementPage }
    published: sources(
      filter: { publisher: [$id], published: { until: $asOf } }
      first: 6
      orderBy: PUBLISHED_DESC
    ) {
      totalCount
      nodes { slug title kind publishedAt }
    }
    spoken: statements(filter: { by: [$id], asOf: $asOf }, first: 15, orderBy: SAID_DESC) { ...StatementPage }
    proposedBy: statements(filter: { by: [$id], review: [PROPOSED] }, first: 0) { totalCount }
    proposedFor: statements(filter: { onBehalfOf: [$id], review: [PROPOSED] }, first: 0) { totalCount }
    proposedForItself: statements(filter: { by: [$id], onBehalfOf: [$id], review: [PROPOSED] }, first: 0) { totalCount }
    proposedAbout: statements(filter: { about: [$id], review: [PROPOSED] }, first: 0) { totalCount }
    proposedTold: statements(filter: { addressee: [$id], review: [PROPOSED] }, first: 0) { totalCount }
  }
`,
  [heldPositions, tookPart, statementPage],
)

export const heldQuery = graphql(
  `
  query Held($id: ID!, $side: [Side!], $asOf: EDTF, $first: Int, $after: String) {
    actor(id: $id) {
      positions(side: $side, asOf: $asOf, first: $first, after: $after) { ...HeldPositions }
    }
  }
`,
  [heldPositions],
)

export const tookPartQuery = graphql(
  `
  query TookPart($id: ID!, $first: Int, $after: String) {
    actor(id: $id) {
      participations(first: $first, after: $after) { ...TookPart }
    }
  }
`,
  [tookPart],
)
