import {
  changeText,
  fieldChangeText,
  nodeHistoryText,
  nodeRevisionText,
  revisionText,
} from '../../meaning/history.ts'
import { type ChangeRecord, changeCursor, historyCursor } from '../../model/history/change-store.ts'
import type { FieldDifference } from '../../model/history/field-difference.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { formatId } from '../../values/id.ts'
import { batchRelation, markBatch, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connectionType } from '../kit/connection.ts'
import { forwardArgs } from '../kit/descriptions.ts'
import { ChangeKindEnum } from '../kit/enum.ts'
import { forwardPages } from '../kit/forward-pages.ts'
import { Node, type NodeRecord, nodeOf } from './node.ts'
import { Revision, revisionOf } from './revision.ts'

export const FieldChange = builder.objectRef<FieldDifference>('FieldChange').implement({
  description: 'One field of a node that was changed.',
  fields: (t) => ({
    path: t.exposeString('path', { description: fieldChangeText.path }),
    before: t.exposeString('before', { nullable: true, description: fieldChangeText.before }),
    after: t.exposeString('after', { nullable: true, description: fieldChangeText.after }),
  }),
})

const Change = builder.objectRef<ChangeRecord>('Change').implement({
  description: 'What a revision did to one node.',
  fields: (t) => ({
    revision: t.field({
      type: Revision,
      description: changeText.revision,
      resolve: required(revisionOf(({ revisionId }) => revisionId)),
    }),
    kind: t.expose('kind', { type: ChangeKindEnum, description: changeText.kind }),
    node: t.field({
      type: Node,
      nullable: true,
      description: changeText.node,
      resolve: nodeOf(({ type, key }) => ({ type, key })),
    }),
    nodeId: t.id({ description: changeText.nodeId, resolve: ({ type, key }) => formatId(type, key) }),
    fields: t.field({
      type: [FieldChange],
      description: changeText.fields,
      resolve: batchRelation(
        ({ graph }, changes: readonly ChangeRecord[]) => graph.fieldChanges.of(changes),
        (found, change) => found.get(change) ?? [],
      ),
    }),
  }),
})

const ChangeConnection = connectionType('Change', Change)

builder.objectField(Revision, 'changes', (t) =>
  t.field({
    type: ChangeConnection,
    description: revisionText.changes,
    args: { ...forwardArgs },
    resolve: forwardPages({
      order: 'CHANGE',
      cursorOf: changeCursor,
      load: ({ graph }, revisions, request) =>
        graph.changes.ofRevisions(
          revisions.map(({ id }) => id),
          request,
        ),
      count: ({ graph }, revisions) => graph.changes.countsOfRevisions(revisions.map(({ id }) => id)),
      parentOf: ({ id }) => id,
    }),
  }),
)

const keysOf = (nodes: readonly NodeRecord[]) => nodes.map(({ node, id }) => ({ type: node, key: id }))
const idOf = ({ node, id }: NodeRecord) => formatId(node, id)

builder.interfaceFields(Node, (t) => ({
  revision: t.field({
    type: Revision,
    description: nodeRevisionText,
    resolve: required(
      batchRelation(
        ({ graph }, nodes: readonly NodeRecord[]) =>
          mapAnswer(graph.revisions.lastOf(keysOf(nodes)), (revisions) => {
            markBatch([...revisions.values()])
            return revisions
          }),
        (revisions, node) => revisions.get(idOf(node)) ?? null,
      ),
    ),
  }),
  history: t.field({
    type: ChangeConnection,
    description: nodeHistoryText,
    args: { ...forwardArgs },
    resolve: forwardPages({
      order: 'HISTORY',
      cursorOf: historyCursor,
      load: ({ graph }, nodes: readonly NodeRecord[], request) =>
        graph.changes.ofNodes(keysOf(nodes), request),
      count: ({ graph }, nodes) => graph.changes.countsOfNodes(keysOf(nodes)),
      parentOf: idOf,
    }),
  }),
}))
