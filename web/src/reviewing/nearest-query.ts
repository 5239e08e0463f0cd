import { namedNode } from '../desk/named-node.ts'
import { graphql } from '../kit/graphql.ts'
import { hitPage } from '../search/hit.ts'

/** Whom a new actor may be: what the graph takes for the same, and who has the same words. */
export const nearestActorsQuery = graphql(
  `
  query NearestActors($of: ID!, $words: String!) {
    duplicates(type: ACTOR, of: $of, first: 5) { score reasons a { ...NamedNode } b { ...NamedNode } }
    search(text: $words, types: [ACTOR], first: 5) { ...HitPage }
  }
`,
  [namedNode, hitPage],
)

/** Which claim may be meant, as reading the report anew finds it, and as the graph compares claims. */
export const nearestClaimsQuery = graphql(
  `
  query NearestClaims($text: String!, $published: EDTF, $claim: ID!, $hasClaim: Boolean!) {
    extract(text: $text, published: $published) {
      span { start end }
      claimCandidates { score claim { slug text } }
    }
    duplicates(type: CLAIM, of: $claim, first: 5) @include(if: $hasClaim) {
      score
      reasons
      a { ...NamedNode }
      b { ...NamedNode }
    }
  }
`,
  [namedNode],
)
