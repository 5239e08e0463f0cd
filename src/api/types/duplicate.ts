import type { LikelyDuplicate } from '../../model/overviews/duplicate-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { pageSize } from '../../sql/page.ts'
import { markBatch, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { firstText } from '../kit/descriptions.ts'
import { NodeTypeEnum } from '../kit/enum.ts'
import { kindsAmong } from './kinds.ts'
import { Node, nodeOf } from './node.ts'

const MOST_LIKELY = 20

const Duplicate = builder.objectRef<LikelyDuplicate>('Duplicate').implement({
  description: 'Two nodes that may be one and the same. Nothing follows from it until somebody merges them.',
  fields: (t) => ({
    a: t.field({
      type: Node,
      description: 'The one node: of `of`, if that is given, that node itself.',
      resolve: required(nodeOf(({ a }: LikelyDuplicate) => a)),
    }),
    b: t.field({
      type: Node,
      description: 'The other node.',
      resolve: required(nodeOf(({ b }: LikelyDuplicate) => b)),
    }),
    score: t.exposeFloat('score', { description: 'How likely it is, from 0 to 1.' }),
    reasons: t.stringList({
      description:
        'Why, in plain sentences, such as a name that both have; what speaks against it begins with “But”.',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
})

builder.queryField('duplicates', (t) =>
  t.field({
    type: [Duplicate],
    description: 'Pairs of nodes that may be one and the same, with why and how likely; the likeliest first.',
    args: {
      type: t.arg({
        type: NodeTypeEnum,
        required: true,
        description: 'Pairs of this kind: ACTOR, PLACE, EVENT or CLAIM. BAD_USER_INPUT for another.',
      }),
      of: t.arg.id({ description: 'Only pairs with this node. NOT_FOUND if there is none of the type.' }),
      first: t.arg.int({ defaultValue: MOST_LIKELY, description: firstText }),
    },
    resolve: (_, { type: asked, of, first }, { graph }) => {
      const [type] = kindsAmong('type', [asked], ['ACTOR', 'PLACE', 'EVENT', 'CLAIM'], 'A duplicate')
      if (!type) return []
      const given = of == null ? null : graph.lookup.key([type], of, ['of'])
      return mapAnswer(given, (key) =>
        mapAnswer(
          graph.duplicates.likely({ type, of: key, first: pageSize(first ?? MOST_LIKELY) }),
          markBatch,
        ),
      )
    },
  }),
)
