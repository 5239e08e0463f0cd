import { graphql, type ResultOf } from '../../kit/graphql.ts'

/** Events come with the pairs, so that the filter offers only what is spoken about. */
export const agreementQuery = graphql(`
  query Agreements($minClaims: Int!, $filter: ClaimFilter, $asOf: EDTF, $first: Int!) {
    agreements(minClaims: $minClaims, filter: $filter, first: $first) {
      agree
      conflict
      a { __typename slug name }
      b { __typename slug name }
    }
    facets(by: [EVENT], filter: { asOf: $asOf }, first: 50) {
      value
      node { ... on Event { name } }
    }
  }
`)

export type AgreementAnswer = ResultOf<typeof agreementQuery>
export type Pair = AgreementAnswer['agreements'][number]

/** Where each of two stands; on what both have taken a side, they agree or conflict. */
export const sidesQuery = graphql(`
  query Sides($a: ID!, $b: ID!, $asOf: EDTF) {
    a: actor(id: $a) { name ...Sided }
    b: actor(id: $b) { name ...Sided }
  }
  fragment Sided on Actor {
    positions(stance: [AFFIRMS, DENIES], asOf: $asOf, first: 500) {
      nodes { stance certainty side claim { slug text event { slug } } }
      pageInfo { hasNextPage }
    }
  }
`)
export type SidesAnswer = ResultOf<typeof sidesQuery>
