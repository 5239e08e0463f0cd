import type { Graph } from '../../model/graph.ts'
import { type EvidenceRecord, MOST_EVIDENCE } from '../../model/paths/evidence.ts'
import type { Tie } from '../../model/paths/tie.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { grouped } from '../../values/grouped.ts'
import { formatId } from '../../values/id.ts'
import { andThen, batchRelation, byId, distinct, markBatch, presentValue } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { LinkTypeEnum, ParticipantRoleEnum } from '../kit/enum.ts'
import { Entity, requiredEntity } from './entity.ts'
import { Node, type NodeRecord } from './node.ts'

type Nodes = Answer<readonly NodeRecord[]>

const loads: readonly [NodeRecord['node'], (graph: Graph, ids: number[]) => Nodes][] = [
  ['STATEMENT', ({ statements }, ids) => statements.byIds(ids)],
  ['ACTOR', ({ actors }, ids) => actors.byIds(ids)],
  ['EVENT', ({ events }, ids) => events.byIds(ids)],
  ['CLAIM', ({ claims }, ids) => claims.byIds(ids)],
]

/** The nodes that stand in evidence: those of each kind with one statement, and as one batch. */
const nodesOfEvidence = (found: readonly EvidenceRecord[], graph: Graph): Nodes =>
  loads.reduce<Nodes>((nodes, [kind, load]) => {
    const ids = distinct(found.filter(({ node }) => node === kind).map(({ id }) => id))
    if (ids.length === 0) return nodes
    return mapAnswer(nodes, (all) => mapAnswer(load(graph, ids), (rows) => [...all, ...markBatch(rows)]))
  }, [])

const evidenceOf = batchRelation(
  ({ graph }, links: readonly Tie[]) =>
    mapAnswer(graph.ways.evidence(links), (found) =>
      mapAnswer(nodesOfEvidence(found, graph), (nodes) => {
        const known = new Map(nodes.map((node) => [formatId(node.node, node.id), node]))
        const byTie = grouped(
          found,
          ({ tie }) => tie,
          ({ node, id }) => presentValue(known.get(formatId(node, id))),
        )
        return new Map(links.map((link, index) => [link, byTie.get(index) ?? []]))
      }),
    ),
  (byLink, link) => byLink.get(link) ?? [],
)

const countsOfLink = batchRelation(
  ({ graph }, links: readonly Tie[]) =>
    mapAnswer(graph.ways.counts(links), (found) => new Map(links.map((link, index) => [link, found[index]]))),
  (byLink, link) => presentValue(byLink.get(link)),
)

/** The entities that a row lists, in its order. */
export const entitiesOf = batchRelation(
  ({ graph }, rows: readonly { readonly nodes: readonly number[] }[]) =>
    mapAnswer(graph.entities.byIds(distinct(rows.flatMap(({ nodes }) => nodes))), (found) =>
      byId(markBatch(found)),
    ),
  (entities, { nodes }) => nodes.map((id) => presentValue(entities.get(id))),
)

/** As of when ties are asked for. */
export const tiesAsOfArg = builder.args((t) => ({
  asOf: t.field({
    type: 'EDTF',
    description:
      'As of this date: only ties that rest on what was known by its end, and on no more of it. Statements count that had ' +
      'been said or published by then (of QUOTED_VIA, both of them), and sides by the positions that were taken by then. ' +
      'Whoever belongs to a body or takes part in an event does, unless that began later: when it became known is not ' +
      'written down. Now, if not given. BAD_USER_INPUT if the date has no end.',
  }),
}))

export const Link = builder.objectRef<Tie>('Link').implement({
  description:
    'One tie between two entities, with the nodes that are its evidence: as of the date for which it was asked, if it was.',
  fields: (t) => ({
    type: t.expose('type', { type: LinkTypeEnum, description: 'How the two are tied.' }),
    from: t.field({
      type: Entity,
      description:
        'Who speaks, of TOLD and SPEAKS_ABOUT; who is quoted, of QUOTED_VIA; who belongs to the other, of AFFILIATED; who ' +
        'takes part, of PARTICIPATES_IN. The other types have no direction.',
      resolve: requiredEntity((link) => link.fromId),
    }),
    to: t.field({
      type: Entity,
      description:
        'Who is spoken to, of TOLD; in whose words the other is reported, of QUOTED_VIA; who or what is spoken about, ' +
        'belonged to or taken part in.',
      resolve: requiredEntity((link) => link.toId),
    }),
    role: t.field({
      type: ParticipantRoleEnum,
      nullable: true,
      description:
        'Of PARTICIPATES_IN the role in which the actor takes part in the event, of PARTICIPATES_WITH the role that both ' +
        'have; null of all other types. Whoever has two roles has two links.',
      resolve: ({ role }) => role,
    }),
    evidence: t.field({
      type: [Node],
      description:
        `What it rests on, at most ${MOST_EVIDENCE} nodes. SPEAKS_ABOUT, TOLD and QUOTED_VIA: the latest accepted ` +
        'statements of the one. AFFILIATED: the actor that belongs to the other. PARTICIPATES_IN: the event. ' +
        'PARTICIPATES_WITH: the latest events in which both take part in that role. SAME_SIDE and OPPOSITE_SIDE: the ' +
        'claims on which both take the same side, or opposite sides.',
      resolve: evidenceOf,
    }),
    evidenceCount: t.field({
      type: 'Int',
      description: `On how many nodes it rests in all, of which evidence has the first ${MOST_EVIDENCE}: its weight.`,
      resolve: andThen(countsOfLink, ({ nodes }) => nodes),
    }),
    agree: t.field({
      type: 'Int',
      nullable: true,
      description:
        'Of SAME_SIDE and OPPOSITE_SIDE, on how many claims the two are on the same side; null of all other types. A ' +
        'SAME_SIDE link may well have the greater number in conflict.',
      resolve: andThen(countsOfLink, ({ agree }) => agree),
    }),
    conflict: t.field({
      type: 'Int',
      nullable: true,
      description:
        'Of SAME_SIDE and OPPOSITE_SIDE, on how many claims the two are on opposite sides; null of all other types.',
      resolve: andThen(countsOfLink, ({ conflict }) => conflict),
    }),
  }),
})
