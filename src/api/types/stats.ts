import { nodeKinds } from '../../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { builder } from '../kit/builder.ts'

const sizeTexts: Partial<Record<NodeType, string>> = {
  ACTOR: 'How many actors, of all five types.',
  STATEMENT: 'How many accepted statements.',
}

const Stats = builder.objectRef<ReadonlyMap<NodeType, number>>('Stats').implement({
  description: 'How much there is in the graph, as far as it is accepted.',
  fields: (t) => {
    const size = (type: NodeType, description: string) =>
      t.int({ description, resolve: (sizes) => sizes.get(type) ?? 0 })
    const sizes = nodeTypes.map((type) => {
      const { many } = nodeKinds[type]
      return [many, size(type, sizeTexts[type] ?? `How many ${many}.`)]
    })
    return {
      ...Object.fromEntries(sizes),
      proposals: t.int({
        description: 'How many statements are proposed, and count nowhere until somebody accepts them.',
        resolve: (_, __, { graph }) => graph.sizes.proposals(),
      }),
    }
  },
})

builder.queryField('stats', (t) =>
  t.field({
    type: Stats,
    description: 'How many nodes of each kind the graph has.',
    resolve: (_, __, { graph }) => graph.sizes.all(),
  }),
)
