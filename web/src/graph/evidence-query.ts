import { type FragmentOf, graphql } from '../graphql.ts'

/** A node on which a link rests. */
export const evidenceFields = graphql(`
  fragment Evidence on Node {
    __typename
    id
    ... on Entity { slug name }
    ... on Claim { slug text }
    ... on Statement { text speaker { name } }
  }
`)
export type Evidence = FragmentOf<typeof evidenceFields>

/** How many statements there are, the API says only of these. */
export const saidQuery = graphql(
  `
  query SaidAbout($from: ID!, $to: ID!) {
    statements(filter: { by: [$from], about: [$to] }, orderBy: SAID_DESC, first: 10) {
      totalCount
      nodes { ...Evidence }
    }
  }
`,
  [evidenceFields],
)

/** The link itself is the shortest way between its ends. */
export const tiedQuery = graphql(
  `
  query TiedBy($from: ID!, $to: ID!, $type: LinkType!) {
    paths(from: $from, to: $to, through: [$type], maxLength: 1, first: 1) {
      links { evidence { ...Evidence } }
    }
  }
`,
  [evidenceFields],
)
