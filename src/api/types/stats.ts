import type { NodeType } from '../../values/vocabulary.ts'
import { builder } from '../kit/builder.ts'

const Stats = builder.objectRef<ReadonlyMap<NodeType, number>>('Stats').implement({
  description: 'How much there is in the graph, as far as it is accepted.',
  fields: (t) => {
    const size = (type: NodeType, description: string) =>
      t.int({ description, resolve: (sizes) => sizes.get(type) ?? 0 })
    return {
      actors: size('ACTOR', 'How many actors, of all five types.'),
      places: size('PLACE', 'How many places.'),
      events: size('EVENT', 'How many events.'),
      sources: size('SOURCE', 'How many sources.'),
      claims: size('CLAIM', 'How many claims.'),
      statements: size('STATEMENT', 'How many accepted statements.'),
      assessments: size('ASSESSMENT', 'How many assessments.'),
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
