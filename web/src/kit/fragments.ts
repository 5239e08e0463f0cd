import { type FragmentOf, graphql } from './graphql.ts'

export const statementFields = graphql(`
  fragment StatementFields on Statement {
    id
    text
    quoteType
    act
    stance
    certainty
    side
    saidAt
    review
    speaker { slug name }
    onBehalfOf { slug name }
    claim { slug text }
    source { slug title publishedAt }
    span { exact }
  }
`)
export type StatementFields = FragmentOf<typeof statementFields>

export const statementPage = graphql(
  `
  fragment StatementPage on StatementConnection {
    totalCount
    nodes { ...StatementFields }
    pageInfo { hasNextPage endCursor }
  }
`,
  [statementFields],
)
export type PageOfStatements = FragmentOf<typeof statementPage>

/** Who stands on one side: the last few, and how many there are. */
export const sideLine = graphql(`
  fragment SideLine on PositionConnection {
    totalCount
    nodes { actor { slug name } }
  }
`)

/** Who stands where on a claim, in short. */
export const claimSides = graphql(
  `
  fragment ClaimSides on Claim {
    affirms: positionPage(side: [AFFIRMS], first: 8) { ...SideLine }
    doubts: positionPage(side: [DOUBTS], first: 8) { ...SideLine }
    denies: positionPage(side: [DENIES], first: 8) { ...SideLine }
  }
`,
  [sideLine],
)
export type ClaimSides = FragmentOf<typeof claimSides>

/** A claim as it stands in a list, with what it stands against. */
export const claimInShort = graphql(
  `
  fragment ClaimInShort on Claim {
    slug
    text
    ...ClaimSides
    relations(type: CONTRADICTS) { claim { slug text } }
  }
`,
  [claimSides],
)
export type ClaimInShort = FragmentOf<typeof claimInShort>

/** A position and the words that took it. */
export const positionWords = graphql(`
  fragment PositionWords on Position {
    stance
    certainty
    side
    changed
    actor { slug name }
    statement {
      id
      text
      quoteType
      act
      saidAt
      speaker { slug name }
      source { slug title publishedAt }
      span { exact }
    }
  }
`)
export type PositionWords = FragmentOf<typeof positionWords>
