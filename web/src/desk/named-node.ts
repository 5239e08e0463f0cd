import { type FragmentOf, graphql } from '../kit/graphql.ts'

/** As much of a node as it is called by, and led to. */
export const namedNode = graphql(`
  fragment NamedNode on Node {
    __typename
    id
    ... on Entity { slug name }
    ... on Claim { slug text }
    ... on Source { slug title }
    ... on Statement { text speaker { name } }
    ... on Assessment { verdict assessor { name } }
  }
`)
export type NamedNode = FragmentOf<typeof namedNode>

export function nodeTitle(node: NamedNode): string {
  switch (node.__typename) {
    case 'Claim':
      return node.text
    case 'Source':
      return node.title
    case 'Statement':
      return `${node.speaker.name}: ${node.text}`
    case 'Assessment':
      return `${node.assessor.name}’s assessment`
    default:
      return node.name
  }
}
