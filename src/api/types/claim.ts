import { claimText, figureText, relationText } from '../../meaning/claim.ts'
import {
  type ClaimCounts,
  type ClaimRecord,
  type ClaimRelationRecord,
  claimOrders,
  claimsAsWritten,
} from '../../model/claim/store.ts'
import { isReviewed } from '../../model/conditions/review.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { sortKey } from '../../text/sort-key.ts'
import { loadMany, loadOne, shared } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { connection, connectionOfEach, connectionType, pageArgs } from '../kit/connection.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg, byReference, filterText, nodeReviewText, reviewText } from '../kit/descriptions.ts'
import { ClaimKindEnum, ClaimRelationTypeEnum, ReviewStateEnum, StandingEnum } from '../kit/enum.ts'
import { nodeFound } from '../kit/reference.ts'
import { Actor, actorOf } from './actor.ts'
import { ClaimFilterInput, claimFilter } from './claim-filter.ts'
import { Entity } from './entity.ts'
import { Event, eventOf } from './event.ts'
import { Node } from './node.ts'

/** A relation, and the claim from which it was asked. */
interface SeenRelation extends ClaimRelationRecord {
  readonly seenFrom: number
}

export const Claim = builder.objectRef<ClaimRecord>('Claim')
const ClaimRelation = builder.objectRef<SeenRelation>('ClaimRelation')

export const claimOf = <T extends object>(
  row: T,
  key: string,
  pointer: (row: T) => number | null,
  context: Context,
) => loadOne(row, key, pointer, (ids) => context.graph.claims.byIds(ids))

/** One of a claim's counts: as it is maintained, or as it was at a time, for all the claims beside it. */
function countOf(
  claim: ClaimRecord,
  which: Exclude<keyof ClaimCounts, 'id'>,
  asOf: Parameters<typeof asOfInstant>[0],
  { graph }: Context,
) {
  const at = asOfInstant(asOf)
  if (at === null) return claim[which]
  const counts = shared(claim, `Claim.counts ${at}`, (rows: readonly ClaimRecord[]) =>
    mapAnswer(
      graph.claims.countsThen(
        rows.map(({ id }) => id),
        at,
      ),
      (found) => new Map(found.map((row) => [row.id, row])),
    ),
  )
  return mapAnswer(counts, (byClaim) => byClaim.get(claim.id)?.[which] ?? 0)
}

export const Figure = builder
  .objectRef<Pick<ClaimRecord, 'figureLow' | 'figureHigh' | 'figureUnit'>>('Figure')
  .implement({
    description: 'A number, or a range of numbers, of something that is counted.',
    fields: (t) => ({
      low: t.float({ nullable: true, description: figureText.low, resolve: ({ figureLow }) => figureLow }),
      high: t.float({
        nullable: true,
        description: figureText.high,
        resolve: ({ figureHigh }) => figureHigh,
      }),
      unit: t.string({
        description: figureText.unit,
        resolve: (claim) => claim.figureUnit ?? '',
      }),
    }),
  })

Claim.implement({
  description:
    'A proposition that can be true or false, whoever says so (the Claim of schema.org). Whatever is contested is a ' +
    'claim, and never a field of an event or an actor.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description:
        'A readable name in lower case, unique among claims. Every argument that takes an ID takes it as well.',
    }),
    text: t.exposeString('text', { description: claimText.text }),
    kind: t.expose('kind', { type: ClaimKindEnum, description: claimText.kind }),
    review: t.expose('review', { type: ReviewStateEnum, description: nodeReviewText }),
    subject: t.field({
      type: Actor,
      nullable: true,
      description: claimText.subject,
      resolve: (claim, _, context) => actorOf(claim, 'Claim.subject', (c) => c.subjectId, context),
    }),
    event: t.field({
      type: Event,
      nullable: true,
      description: claimText.event,
      resolve: (claim, _, context) => eventOf(claim, 'Claim.event', (c) => c.eventId, context),
    }),
    object: t.field({
      type: Entity,
      nullable: true,
      description: claimText.object,
      resolve: (claim, _, { graph }) =>
        loadOne(
          claim,
          'Claim.object',
          (c) => c.objectId,
          (ids) => graph.entities.byIds(ids),
        ),
    }),
    figure: t.field({
      type: Figure,
      nullable: true,
      description: claimText.figure,
      resolve: (claim) => (claim.figureUnit === null ? null : claim),
    }),
    standing: t.field({
      type: StandingEnum,
      description:
        'How the claim stands, by the positions that are taken on it now, or were taken by the date asOf.',
      args: asOfArg,
      resolve: (claim, { asOf }, { graph }) => {
        const at = asOfInstant(asOf)
        if (at === null) return claim.standing
        const standings = shared(claim, `Claim.standing ${at}`, (rows: readonly ClaimRecord[]) =>
          graph.positions.standingsThen(
            rows.map(({ id }) => id),
            at,
          ),
        )
        return mapAnswer(standings, (byClaim) => byClaim.get(claim.id) ?? 'OPEN')
      },
    }),
    relations: t.field({
      type: [ClaimRelation],
      description: claimText.relations,
      args: {
        type: t.arg({ type: ClaimRelationTypeEnum, description: 'Only those of this type.' }),
        review: t.arg({ type: [ReviewStateEnum], description: reviewText('relations to claims') }),
      },
      resolve: (claim, { type, review }, { graph }) =>
        mapAnswer(
          loadMany(
            claim,
            'Claim.relations',
            ({ id }) => id,
            (ids) => mapAnswer(graph.claims.relations(ids), (found) => seen(found, new Set(ids))),
            (relation: SeenRelation) => relation.seenFrom,
          ),
          (relations) =>
            relations.filter(
              (relation) => (!type || relation.type === type) && isReviewed(otherReview(relation), review),
            ),
        ),
    }),
    speakerCount: t.int({
      description:
        'How many different speakers its accepted statements have. Those they speak for are not counted.',
      args: asOfArg,
      resolve: (claim, { asOf }, context) => countOf(claim, 'speakerCount', asOf, context),
    }),
    sourceCount: t.int({
      description: 'How many different sources its accepted statements stand in.',
      args: asOfArg,
      resolve: (claim, { asOf }, context) => countOf(claim, 'sourceCount', asOf, context),
    }),
    statementCount: t.int({
      description: 'How many accepted statements speak to it.',
      args: asOfArg,
      resolve: (claim, { asOf }, context) => countOf(claim, 'statementCount', asOf, context),
    }),
  }),
})

const otherReview = ({ seenFrom, fromId, fromReview, toReview }: SeenRelation) =>
  seenFrom === fromId ? toReview : fromReview

/** Each relation from whichever of its ends was asked for, and from both if both were. */
const seen = (relations: readonly ClaimRelationRecord[], asked: ReadonlySet<number>): SeenRelation[] =>
  relations.flatMap((relation) =>
    [relation.fromId, relation.toId]
      .filter((id) => asked.has(id))
      .map((seenFrom) => ({ ...relation, seenFrom })),
  )

ClaimRelation.implement({
  description: 'How one claim bears on another. CONTRADICTS and EQUIVALENT hold both ways.',
  fields: (t) => ({
    type: t.expose('type', { type: ClaimRelationTypeEnum, description: relationText.type }),
    from: t.field({
      type: Claim,
      description: 'The first claim, which bears on the second.',
      resolve: (row, _, context) => claimOf(row, 'ClaimRelation.from', (r) => r.fromId, context) as never,
    }),
    to: t.field({
      type: Claim,
      description: relationText.to,
      resolve: (row, _, context) => claimOf(row, 'ClaimRelation.to', (r) => r.toId, context) as never,
    }),
    claim: t.field({
      type: Claim,
      description: 'The other of the two, seen from the claim whose relations were asked for.',
      resolve: (row, _, context) =>
        claimOf(
          row,
          'ClaimRelation.claim',
          (r) => (r.seenFrom === r.fromId ? r.toId : r.fromId),
          context,
        ) as never,
    }),
  }),
})

const ClaimOrderEnum = builder.enumType('ClaimOrder', {
  description:
    'What claims are sorted by. Orders by a count go by what is known now, whatever the filter’s `asOf`, and change as ' +
    'statements come in: a walk through the pages may then repeat or miss some.',
  values: {
    STATEMENTS_DESC: { description: 'Those with the most accepted statements first.' },
    SPEAKERS_DESC: { description: 'Those with the most speakers first.' },
    TEXT: { description: 'By their text, from A to Z; case, marks and punctuation do not count.' },
  } as const,
})

const ClaimConnection = connectionType('Claim', Claim)

const orderOf = (orderBy: keyof typeof claimOrders | null | undefined) =>
  orderBy ? claimOrders[orderBy] : claimsAsWritten
const cursorKeys = {
  ID: () => null,
  TEXT: (claim: ClaimRecord) => sortKey(claim.text),
  STATEMENTS_DESC: (claim: ClaimRecord) => claim.statementCount,
  SPEAKERS_DESC: (claim: ClaimRecord) => claim.speakerCount,
}
const cursorBy = (order: { name: string }) => (claim: ClaimRecord) => ({
  key: cursorKeys[order.name as keyof typeof cursorKeys](claim),
  id: claim.id,
})

builder.objectField(Event, 'claims', (t) =>
  t.field({
    type: ClaimConnection,
    description: 'The claims about this event, in the order in which they were written down.',
    args: { filter: t.arg({ type: ClaimFilterInput, description: filterText }), ...pageArgs },
    resolve: (event, { filter: input, ...args }, context) => {
      const { claims } = context.graph
      return connectionOfEach(event, `Event.claims ${JSON.stringify(input)}`, ({ id }) => id, {
        order: claimsAsWritten,
        args,
        cursorOf: cursorBy(claimsAsWritten),
        load: (events, request) =>
          claims.pageOfEvents(events, claimFilter(input, context), claimsAsWritten, request),
        count: (events) => claims.countOfEvents(events, claimFilter(input, context)),
      })
    },
  }),
)

builder.queryFields((t) => ({
  claim: t.field({
    type: Claim,
    nullable: true,
    description: 'The claim of an id or slug; null where there is none.',
    args: { ...byReference('claim') },
    resolve: (_, { id }, { graph }) =>
      nodeFound(graph.lookup.find(['CLAIM'], id), (ids) => graph.claims.byIds(ids)),
  }),
  claims: t.field({
    type: ClaimConnection,
    description: 'All claims, in pages.',
    args: {
      filter: t.arg({ type: ClaimFilterInput, description: filterText }),
      orderBy: t.arg({
        type: ClaimOrderEnum,
        description: 'In the order in which they were written down, if not given.',
      }),
      ...pageArgs,
    },
    resolve: (_, { filter: input, orderBy, ...args }, context) => {
      const filter = claimFilter(input, context)
      const order = orderOf(orderBy)
      return connection({
        order,
        args,
        cursorOf: cursorBy(order),
        load: (request) => context.graph.claims.page(filter, order, request),
        count: () => context.graph.claims.count(filter),
      })
    },
  }),
}))
