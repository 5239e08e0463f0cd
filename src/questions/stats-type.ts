import { builder } from '../graphql/builder.ts'
import type { NodeType } from '../vocabulary.ts'

const Stats = builder.objectRef<ReadonlyMap<NodeType, number>>('Stats').implement({
  description: 'How much there is in the graph.',
  fields: (t) => {
    const size = (type: NodeType) => t.int({ resolve: (sizes) => sizes.get(type) ?? 0 })
    return {
      actors: size('ACTOR'),
      places: size('PLACE'),
      events: size('EVENT'),
      sources: size('SOURCE'),
      claims: size('CLAIM'),
      statements: t.int({
        description: 'Accepted ones only.',
        resolve: (sizes) => sizes.get('STATEMENT') ?? 0,
      }),
      assessments: size('ASSESSMENT'),
    }
  },
})

builder.queryField('stats', (t) => t.field({ type: Stats, resolve: (_, __, { graph }) => graph.sizes.all() }))
