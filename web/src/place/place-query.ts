import { statementPage } from '../kit/fragments.ts'
import { graphql } from '../kit/graphql.ts'

const eventsHere = graphql(`
  fragment EventsHere on EventConnection {
    totalCount
    nodes { slug name when }
    pageInfo { hasNextPage endCursor }
  }
`)

export const placeQuery = graphql(
  `
  query Place($id: ID!) {
    latest: revisions(first: 1) { nodes { id } }
    place(id: $id) {
      id
      slug
      name
      review
      description
      labels { text }
      links { scheme value url }
      latitude
      longitude
      precision
      partOf { slug name }
      events(first: 50) { ...EventsHere }
      proposedEvents: events(first: 0, review: [PROPOSED]) { totalCount }
      statementsAbout(first: 20, orderBy: SAID_DESC) { ...StatementPage }
    }
    proposedAbout: statements(filter: { about: [$id], review: [PROPOSED] }, first: 0) { totalCount }
  }
`,
  [eventsHere, statementPage],
)

export const eventsHereQuery = graphql(
  `
  query EventsHere($id: ID!, $after: String) {
    place(id: $id) { events(first: 100, after: $after) { ...EventsHere } }
  }
`,
  [eventsHere],
)
