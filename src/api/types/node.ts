import type { Graph } from '../../model/graph.ts'
import type { AnyRecord } from '../../model/node-store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { LARGEST_PAGE } from '../../sql/page.ts'
import { UserError } from '../../values/errors.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import { actorTypeNames, namedTypes, nodeKinds } from '../../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { wordList } from '../../values/word-list.ts'
import { batchRelation, markBatch, type Relation } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { byReference } from '../kit/descriptions.ts'

/** What every node's record has: its kind and its key. */
export interface NodeRecord {
  readonly node: NodeType
  readonly id: number
}

const actorNames: Readonly<Record<string, string>> = actorTypeNames
/** `actor, place or event`. */
const eitherOf = (types: readonly NodeType[]): string =>
  wordList(
    types.map((type) => nodeKinds[type].one),
    'or',
  )
const namedTypeList = eitherOf(namedTypes)

export const Node = builder.interfaceRef<NodeRecord>('Node').implement({
  description: `Anything with an id of its own: an ${eitherOf(nodeTypes)}.`,
  resolveType: (record) => typeName(record),
  fields: (t) => ({
    id: t.id({
      description:
        'Permanent and unique in the whole graph: the node’s kind, an underscore and its key, such as actor_17. Wherever ' +
        `an argument or an input takes an ID, the slug of an ${namedTypeList} is taken as well.`,
      resolve: ({ node, id }) => formatId(node, id),
    }),
  }),
})

/** The GraphQL type of a record; an actor's depends on what kind of actor it is. */
export function typeName(record: NodeRecord & { type?: string | null }): string {
  const { typeName } = nodeKinds[record.node]
  return record.node === 'ACTOR' ? (actorNames[record.type ?? ''] ?? typeName) : typeName
}

/** Actors, places and events share their keys, so that whoever points to one need not know which it is. */
const keyAmongAll = (type: NodeType, key: number) => `${nodeKinds[type].keyTable} ${key}`

/** The node, of whatever kind, that a row points to. */
export const nodeOf = <T extends object>(
  pointer: (row: T) => NodeId | null,
): Relation<T, object, AnyRecord | null> =>
  batchRelation(
    ({ graph }, rows: readonly T[]) =>
      mapAnswer(graph.nodes.byIds(rows.map(pointer).filter((id) => id !== null)), byPlace),
    (nodes, row) => {
      const id = pointer(row)
      return (id && nodes.get(keyAmongAll(id.type, id.key))) ?? null
    },
  )

/** Nodes of a kind are one batch: what hangs below them differs from kind to kind. */
function byPlace(records: readonly AnyRecord[]): Map<string, AnyRecord> {
  for (const type of nodeTypes) markBatch(records.filter(({ node }) => node === type))
  return new Map(records.map((record) => [keyAmongAll(record.node, record.id), record]))
}

/** The nodes of these ids; an id that says it is of another kind than its node is the id of none. */
export const nodesInOrder = (ids: readonly (NodeId | null)[], graph: Graph): Answer<(AnyRecord | null)[]> =>
  mapAnswer(graph.nodes.byIds(ids.filter((id) => id !== null)), (records) => {
    const nodes = byPlace(records)
    return ids.map((id) => {
      const found = id && nodes.get(keyAmongAll(id.type, id.key))
      return found && found.node === id.type ? found : null
    })
  })

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: `The node with this id, or the ${namedTypeList} with this slug; null where there is none.`,
    args: { ...byReference('actor') },
    resolve: (_, { id }, context) =>
      mapAnswer(context.graph.lookup.findAll([id]), (found) =>
        mapAnswer(nodesInOrder(found, context.graph), ([node]) => node ?? null),
      ),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description:
      'The nodes with these ids or slugs, in the same order; null for each that there is no node for.',
    args: {
      ids: t.arg.idList({
        required: true,
        description: `Ids or slugs: at most ${LARGEST_PAGE}. BAD_USER_INPUT if there are more.`,
      }),
    },
    resolve: (_, { ids }, context) => {
      if (ids.length > LARGEST_PAGE)
        throw new UserError(`${ids.length} ids were given; at most ${LARGEST_PAGE} are taken.`, ['ids'])
      return mapAnswer(context.graph.lookup.findAll(ids), (found) => nodesInOrder(found, context.graph))
    },
  }),
}))
