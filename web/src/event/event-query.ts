import { positionWords, statementPage } from '../fragments.ts'
import { type FragmentOf, graphql } from '../graphql.ts'

const responsibilityPage = graphql(
  `
  fragment ResponsibilityPage on ClaimConnection {
    totalCount
    nodes {
      slug
      text
      standing
      subject { slug name }
      positionPage(first: 4) { totalCount nodes { ...PositionWords } }
    }
    pageInfo { hasNextPage endCursor }
  }
`,
  [positionWords],
)
export type ResponsibilityPage = FragmentOf<typeof responsibilityPage>

const claimedPage = graphql(`
  fragment ClaimedPage on ClaimConnection {
    totalCount
    nodes { slug text kind standing speakerCount }
    pageInfo { hasNextPage endCursor }
  }
`)

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
      responsibility: claims(filter: { kind: [RESPONSIBILITY] }, first: 10) { ...ResponsibilityPage }
      claims(first: 40) { ...ClaimedPage }
      statementsAbout(first: 20, orderBy: SAID) { ...StatementPage }
    }
  }
`,
  [responsibilityPage, claimedPage, statementPage],
)

/** What is claimed of an event, as its own list has it. */
export const responsibilityQuery = graphql(
  `
  query Responsibility($event: [ID!], $after: String) {
    claims(filter: { event: $event, kind: [RESPONSIBILITY] }, first: 20, after: $after) { ...ResponsibilityPage }
  }
`,
  [responsibilityPage],
)

export const claimedQuery = graphql(
  `
  query Claimed($event: [ID!], $first: Int, $after: String) {
    claims(filter: { event: $event }, first: $first, after: $after) { ...ClaimedPage }
  }
`,
  [claimedPage],
)
