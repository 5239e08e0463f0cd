import { type MergePreview, mergePreview } from '../../edits/merge.ts'
import { mergeClashText, mergeMoveText, mergePreviewText, mergeRuleMeaning } from '../../meaning/merging.ts'
import type { MergeClash, MergeMove } from '../../model/history/merge-preview.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { entityTypes } from '../../values/node-kinds.ts'
import { builder, type Context } from '../kit/builder.ts'
import { MergeRuleEnum, NodeTypeEnum } from '../kit/enum.ts'
import { Node, nodesInOrder } from '../types/node.ts'
import { mergeArgs } from './merge.ts'
import { ProblemInterface } from './problem.ts'

const MergeMoveType = builder.objectRef<MergeMove>('MergeMove').implement({
  description: 'What would name the node that stays, of one kind and in one field.',
  fields: (t) => ({
    type: t.expose('type', { type: NodeTypeEnum, description: mergeMoveText.type }),
    field: t.exposeString('field', { description: mergeMoveText.field }),
    count: t.exposeInt('count', { description: mergeMoveText.count }),
  }),
})

const MergeClashType = builder.objectRef<MergeClash>('MergeClash').implement({
  description: 'What would make no sense after a merge, and how it would be resolved.',
  fields: (t) => ({
    rule: t.expose('rule', { type: MergeRuleEnum, description: mergeClashText.rule }),
    message: t.string({
      description: mergeClashText.message,
      resolve: ({ rule }) => mergeRuleMeaning.words[rule],
    }),
    count: t.exposeInt('count', { description: mergeClashText.count }),
  }),
})

/** Nodes of a merge that nothing stands in the way of, by their keys. */
const nodesOf = ({ draft }: MergePreview, keys: readonly number[], { graph }: Context) =>
  draft === null
    ? []
    : mapAnswer(
        nodesInOrder(
          keys.map((key) => ({ type: draft.type, key })),
          graph,
        ),
        (nodes) => nodes.filter((node) => node !== null),
      )

const MergePreviewType = builder.objectRef<MergePreview>('MergePreview').implement({
  description: 'What would become of a merge.',
  fields: (t) => ({
    node: t.field({
      type: Node,
      nullable: true,
      description: mergePreviewText.node,
      resolve: (preview, _, context) =>
        mapAnswer(
          nodesOf(preview, preview.draft ? [preview.draft.into] : [], context),
          ([node]) => node ?? null,
        ),
    }),
    from: t.field({
      type: [Node],
      description: mergePreviewText.from,
      resolve: (preview, _, context) => nodesOf(preview, preview.draft?.from ?? [], context),
    }),
    moves: t.field({
      type: [MergeMoveType],
      description: mergePreviewText.moves,
      resolve: ({ moves }) => moves,
    }),
    clashes: t.field({
      type: [MergeClashType],
      description: mergePreviewText.clashes,
      resolve: ({ clashes }) => clashes,
    }),
    problems: t.field({
      type: [ProblemInterface],
      description: mergePreviewText.problems,
      resolve: ({ problems }) => problems,
    }),
  }),
})

builder.queryField('mergePreview', (t) =>
  t.field({
    type: MergePreviewType,
    description:
      'What mergeEntities or mergeClaims would do: what would name the node that stays, what would clash and how that would be ' +
      'resolved, and what stands in the way. Nothing is written.',
    args: mergeArgs,
    resolve: (_, { into, from }, { graph }) =>
      mapAnswer(isClaim(into, graph), (ofClaims) =>
        mergePreview(graph.engine, { of: ofClaims ? 'CLAIM' : 'ENTITY', into, from }),
      ),
  }),
)

/** A slug may be that of a claim and of an entity: then the entity is meant, as everywhere. */
const isClaim = (reference: string, { lookup }: Context['graph']): Answer<boolean> =>
  mapAnswer(lookup.find([...entityTypes, 'CLAIM'], reference), (found) => found?.type === 'CLAIM')
