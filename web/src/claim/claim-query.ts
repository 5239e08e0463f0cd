import { positionWords, sideLine } from '../kit/fragments.ts'
import { graphql } from '../kit/graphql.ts'

/** What was said before is asked only where the list is short: on one claim. */
const takenPositions = graphql(
  `
  fragment TakenPositions on PositionConnection {
    totalCount
    nodes { ...PositionWords previous { id stance side saidAt source { publishedAt } } }
    pageInfo { hasNextPage endCursor }
  }
`,
  [positionWords],
)

export const claimQuery = graphql(
  `
  query Claim($id: ID!, $asOf: EDTF) {
    latest: revisions(first: 1) { nodes { id } }
    claim(id: $id) {
      id
      slug
      text
      kind
      review
      standing
      standingThen: standing(asOf: $asOf)
      speakerCount
      sourceCount
      knownOn
      subject { slug name }
      event { slug name when }
      object { __typename slug name }
      figure { low high unit }
      affirms: positionPage(side: [AFFIRMS], asOf: $asOf, first: 20) { ...TakenPositions }
      doubts: positionPage(side: [DOUBTS], asOf: $asOf, first: 20) { ...TakenPositions }
      denies: positionPage(side: [DENIES], asOf: $asOf, first: 20) { ...TakenPositions }
      denials: positionPage(stance: [DENIES], first: 0) { totalCount }
      certainDenials: positionPage(side: [DENIES], first: 0) { totalCount }
      relations {
        type
        from { slug }
        claim {
          slug
          text
          standing(asOf: $asOf)
          affirms: positionPage(side: [AFFIRMS], asOf: $asOf, first: 8) { ...SideLine }
          doubts: positionPage(side: [DOUBTS], asOf: $asOf, first: 8) { ...SideLine }
          denies: positionPage(side: [DENIES], asOf: $asOf, first: 8) { ...SideLine }
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
    }
    proposed: statements(filter: { claim: [$id], review: [PROPOSED] }, first: 0) { totalCount }
  }
`,
  [takenPositions, sideLine],
)

export const positionsQuery = graphql(
  `
  query Positions($id: ID!, $side: [Side!], $asOf: EDTF, $first: Int!, $after: String) {
    claim(id: $id) {
      positionPage(side: $side, asOf: $asOf, first: $first, after: $after) { ...TakenPositions }
    }
  }
`,
  [takenPositions],
)

/** Those spoken to most, first. */
export const figuresQuery = graphql(`
  query Figures($filter: ClaimFilter, $asOf: EDTF, $after: String) {
    claims(filter: $filter, orderBy: SPEAKERS_DESC, first: 20, after: $after) {
      totalCount
      nodes {
        slug
        text
        figure { low high unit }
        positionPage(asOf: $asOf, first: 6) {
          totalCount
          nodes { stance certainty side actor { slug name } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`)
