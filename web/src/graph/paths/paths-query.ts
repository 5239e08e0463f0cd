import { graphql, type ResultOf, type VariablesOf } from '../../kit/graphql.ts'
import { evidenceFields } from '../drawing/evidence-query.ts'

/** The ends have names even where nothing joins them. */
export const pathsQuery = graphql(
  `
  query Paths($from: ID!, $to: ID!, $through: [LinkType!], $maxLength: Int!, $first: Int!, $asOf: EDTF) {
    from: actor(id: $from) { __typename slug name }
    to: actor(id: $to) { __typename slug name }
    paths(from: $from, to: $to, through: $through, maxLength: $maxLength, first: $first, asOf: $asOf) {
      length
      nodes { __typename slug name }
      links {
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
  }
`,
  [evidenceFields],
)

export type PathsAnswer = ResultOf<typeof pathsQuery>
export type PathsAsked = VariablesOf<typeof pathsQuery>
export type Path = PathsAnswer['paths'][number]
export type Hop = Path['links'][number]

/** One of them is chosen, and the other is not yet. */
export const endsQuery = graphql(`
  query PathEnds($ids: [ID!]!) {
    ends: nodes(ids: $ids) { ... on Entity { slug name } }
  }
`)
