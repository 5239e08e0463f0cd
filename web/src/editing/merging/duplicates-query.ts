import { namedNode } from '../../desk/named-node.ts'
import { graphql, type ResultOf } from '../../kit/graphql.ts'

export const duplicatesQuery = graphql(
  `
  query Duplicates($type: NodeType!, $of: ID, $first: Int) {
    duplicates(type: $type, of: $of, first: $first) {
      a { ...NamedNode }
      b { ...NamedNode }
      score
      reasons
    }
  }
`,
  [namedNode],
)
export type DuplicatePair = ResultOf<typeof duplicatesQuery>['duplicates'][number]
