import { namedNode } from '../../desk/named-node.ts'
import { writeProblem } from '../../desk/write-problem.ts'
import { graphql } from '../../kit/graphql.ts'

export const mergeEntities = graphql(
  `
  mutation MergeEntities($into: ID!, $from: [ID!]!, $note: String) {
    done: mergeEntities(into: $into, from: $from, note: $note) {
      node { ...NamedNode }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [namedNode, writeProblem],
)

export const mergeClaims = graphql(
  `
  mutation MergeClaims($into: ID!, $from: [ID!]!, $note: String) {
    done: mergeClaims(into: $into, from: $from, note: $note) {
      node { ...NamedNode }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [namedNode, writeProblem],
)
