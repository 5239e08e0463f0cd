import { gql, type TypedDocumentNode } from '@urql/core'
import { asOfAsked } from '../../kit/as-of.ts'
import { graphql, type ResultOf } from '../../kit/graphql.ts'

const aroundOne = graphql(`
  query Around($of: ID!, $asOf: EDTF) {
    neighborhood(of: $of, first: 60, asOf: $asOf) {
      truncated
      nodes { __typename slug name }
      links { type role agree conflict evidenceCount from { slug } to { slug } }
    }
  }
`)

export type Around = NonNullable<ResultOf<typeof aroundOne>['neighborhood']>
type AroundDocument = TypedDocumentNode<Record<string, Around>, Record<string, string>>

const documents = new Map<number, AroundDocument>()

/** Of many nodes, less of what lies around each is shown. */
const sizeOf = (count: number): number => Math.min(60, Math.floor(104 / count))

/** What lies around so many nodes, in one request. */
export function aroundDocument(count: number): AroundDocument {
  const known = documents.get(count)
  if (known) return known
  const indexes = Array.from({ length: count }, (_, index) => index)
  const document: AroundDocument =
    gql(`query Graph(${indexes.map((index) => `$of${index}: ID!`).join(', ')}, $asOf: EDTF) {
    ${indexes.map((index) => `around${index}: neighborhood(of: $of${index}, first: ${sizeOf(count)}, asOf: $asOf) { ...Around }`).join('\n')}
  }
  fragment Around on Neighborhood {
    truncated
    nodes { __typename slug name }
    links { type role agree conflict evidenceCount from { slug } to { slug } }
  }`)
  documents.set(count, document)
  return document
}

export const aroundVariables = (slugs: readonly string[], asOf: string | null): Record<string, string> => ({
  ...Object.fromEntries(slugs.map((slug, index) => [`of${index}`, slug])),
  ...asOfAsked(asOf),
})
