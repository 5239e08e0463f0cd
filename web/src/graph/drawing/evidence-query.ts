import { type FragmentOf, graphql } from '../../kit/graphql.ts'

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
  query SaidAbout($from: ID!, $to: ID!, $asOf: EDTF) {
    statements(filter: { by: [$from], about: [$to], asOf: $asOf }, orderBy: SAID_DESC, first: 10) {
      totalCount
      nodes { ...Evidence }
    }
  }
`,
  [evidenceFields],
)

/** Of the links between two, what each rests on. */
export const tiedQuery = graphql(
  `
  query TiedBy($from: ID!, $to: ID!, $types: [LinkType!]!, $asOf: EDTF) {
    links(from: $from, to: $to, through: $types, asOf: $asOf) {
      type
      role
      agree
      conflict
      evidenceCount
      from { slug }
      to { slug }
      evidence { ...Evidence }
    }
  }
`,
  [evidenceFields],
)
