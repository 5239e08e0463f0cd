import type { EntityRecord } from '../graph/entity/store.ts'
import { Entity } from '../graph/entity/type.ts'
import type { Graph } from '../graph/graph.ts'
import { Node, type NodeRecord } from '../graph/node/type.ts'
import { type Answer, after, grouped, one, shared, together } from '../graphql/batch.ts'
import { builder, type Context } from '../graphql/builder.ts'
import { LinkTypeEnum } from '../graphql/enum.ts'
import { formatId } from '../id.ts'
import type { Tie } from './adjacency.ts'
import { type EvidenceRecord, MOST_EVIDENCE } from './evidence.ts'

type Nodes = Answer<readonly NodeRecord[]>

const loads: readonly [NodeRecord['node'], (graph: Graph, ids: number[]) => Nodes][] = [
  ['STATEMENT', ({ statements }, ids) => statements.byIds(ids)],
  ['ACTOR', ({ actors }, ids) => actors.byIds(ids)],
  ['EVENT', ({ events }, ids) => events.byIds(ids)],
  ['CLAIM', ({ claims }, ids) => claims.byIds(ids)],
]

/** The nodes that stand in evidence: those of each kind with one statement, and as one batch. */
const nodesOf = (found: readonly EvidenceRecord[], graph: Graph): Nodes =>
  loads.reduce<Nodes>((nodes, [kind, load]) => {
    const ids = [...new Set(found.filter(({ node }) => node === kind).map(({ id }) => id))]
    if (ids.length === 0) return nodes
    return after(nodes, (all) => after(load(graph, ids), (rows) => [...all, ...together(rows)]))
  }, [])

const evidenceOf = (link: Tie, { graph }: Context) => {
  const evidence = shared(link, 'Link.evidence', (links: readonly Tie[]) =>
    after(graph.ways.evidence(links), (found) =>
      after(nodesOf(found, graph), (nodes) => {
        const byId = new Map(nodes.map((node) => [formatId(node.node, node.id), node]))
        const nodeOf = ({ node, id }: EvidenceRecord) => byId.get(formatId(node, id)) as NodeRecord
        const byTie = grouped(found, ({ tie }) => tie, nodeOf)
        return new Map(links.map((each, index) => [each, byTie.get(index) ?? []]))
      }),
    ),
  )
  return after(evidence, (byLink) => byLink.get(link) ?? [])
}

const endOf = (link: Tie, key: string, pointer: (link: Tie) => number, { graph }: Context) =>
  one(link, key, pointer, (ids) => graph.entities.byIds(ids)) as Answer<EntityRecord>

/** The entities that each row lists, in its order. */
export function entitiesOf<T extends { nodes: readonly number[] }>(row: T, key: string, { graph }: Context) {
  const entities = shared(row, key, (rows: readonly T[]) =>
    after(graph.entities.byIds([...new Set(rows.flatMap(({ nodes }) => nodes))]), (found) => {
      return new Map(together(found).map((entity) => [entity.id, entity]))
    }),
  )
  return after(entities, (byId) => row.nodes.map((id) => byId.get(id) as EntityRecord))
}

export const Link = builder.objectRef<Tie>('Link').implement({
  description: 'One tie between two entities, with the nodes that are its evidence.',
  fields: (t) => ({
    type: t.expose('type', { type: LinkTypeEnum, description: 'How the two are tied.' }),
    from: t.field({
      type: Entity,
      description:
        'Who speaks, of SPEAKS_ABOUT; who belongs to the other, of AFFILIATED. The other types have no direction.',
      resolve: (link, _, context) => endOf(link, 'Link.from', ({ fromId }) => fromId, context),
    }),
    to: t.field({
      type: Entity,
      description: 'Who or what is spoken about; what is belonged to.',
      resolve: (link, _, context) => endOf(link, 'Link.to', ({ toId }) => toId, context),
    }),
    evidence: t.field({
      type: [Node],
      description:
        `What it rests on, at most ${MOST_EVIDENCE} nodes. SPEAKS_ABOUT: the latest accepted statements of the one ` +
        'about the other. AFFILIATED: the actor that belongs to the other. PARTICIPATES_WITH: the latest events in ' +
        'which both take part. SAME_SIDE and OPPOSITE_SIDE: the claims on which both take a side.',
      resolve: (link, _, context) => evidenceOf(link, context),
    }),
  }),
})
