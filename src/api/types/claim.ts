import { claimText, figureText } from '../../meaning/claim.ts'
import { type ClaimCounts, type ClaimRecord, claimOrders, claimsAsWritten } from '../../model/claim/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { sortKey } from '../../text/sort-key.ts'
import { batchRelation, byId, idsOf, type Relation, relationToOne, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, connectionUnder, pageArgs } from '../kit/connection.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { asOfArg, byReference, filterText, nodeReviewText } from '../kit/descriptions.ts'
import { ClaimKindEnum, ReviewStateEnum, StandingEnum } from '../kit/enum.ts'
import { nodeNamed } from '../kit/reference.ts'
import { Actor } from './actor.ts'
import { ClaimFilterInput, claimFilter } from './claim-filter.ts'
import { Entity, entityOf } from './entity.ts'
import { Event, eventOf } from './event.ts'
import { Node } from './node.ts'

export const Claim = builder.objectRef<ClaimRecord>('Claim')

/** The claim that a row points to. */
export const claimOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.claims.byIds(ids))
/** The claim that a row always points to. */
export const requiredClaim = <T extends object>(pointer: (row: T) => number) => required(claimOf(pointer))

/** What a field is given that tells of now, or of the end of a date. */
interface AsOf {
  readonly asOf?: Parameters<typeof asOfInstant>[0]
}

const claimCountsThen = batchRelation(
  ({ graph }, claims: readonly ClaimRecord[], { at }: { at: number }) =>
    mapAnswer(graph.claims.countsThen(idsOf(claims), at), byId),
  (counts, { id }) => counts.get(id),
)

/** One of a claim's counts: as it is maintained, or as it was at a time. */
const claimCount =
  (which: Exclude<keyof ClaimCounts, 'id'>): Relation<ClaimRecord, AsOf, number> =>
  (claim, { asOf }, context) => {
    const at = asOfInstant(asOf)
    if (at === null) return claim[which]
    return mapAnswer(claimCountsThen(claim, { at }, context), (counts) => counts?.[which] ?? 0)
  }

const claimStandingThen = batchRelation(
  ({ graph }, claims: readonly ClaimRecord[], { at }: { at: number }) =>
    graph.positions.standingsThen(idsOf(claims), at),
  (byClaim, { id }) => byClaim.get(id) ?? 'OPEN',
)

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
      resolve: entityOf((claim) => claim.subjectId),
    }),
    event: t.field({
      type: Event,
      nullable: true,
      description: claimText.event,
      resolve: eventOf((claim) => claim.eventId),
    }),
    object: t.field({
      type: Entity,
      nullable: true,
      description: claimText.object,
      resolve: entityOf((claim) => claim.objectId),
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
      resolve: (claim, { asOf }, context) => {
        const at = asOfInstant(asOf)
        return at === null ? claim.standing : claimStandingThen(claim, { at }, context)
      },
    }),
    speakerCount: t.int({
      description:
        'How many different speakers its accepted statements have. Those they speak for are not counted.',
      args: asOfArg,
      resolve: claimCount('speakerCount'),
    }),
    sourceCount: t.int({
      description: 'How many different sources its accepted statements stand in.',
      args: asOfArg,
      resolve: claimCount('sourceCount'),
    }),
    statementCount: t.int({
      description: 'How many accepted statements speak to it.',
      args: asOfArg,
      resolve: claimCount('statementCount'),
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
    resolve: connectionUnder({
      order: () => claimsAsWritten,
      cursorOf: cursorBy(claimsAsWritten),
      load: (context, events, request, { filter }) =>
        mapAnswer(claimFilter(filter, context), (wanted) =>
          context.graph.claims.pageOfEvents(events, wanted, claimsAsWritten, request),
        ),
      count: (context, events, { filter }) =>
        mapAnswer(claimFilter(filter, context), (wanted) =>
          context.graph.claims.countOfEvents(events, wanted),
        ),
    }),
  }),
)

builder.queryFields((t) => ({
  claim: t.field({
    type: Claim,
    nullable: true,
    description: 'The claim of an id or slug; null where there is none.',
    args: { ...byReference('claim') },
    resolve: (_, { id }, { graph }) => nodeNamed(graph.lookup, 'CLAIM', id, (ids) => graph.claims.byIds(ids)),
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
      const order = orderOf(orderBy)
      return mapAnswer(claimFilter(input, context), (filter) =>
        connection({
          order,
          args,
          cursorOf: cursorBy(order),
          load: (request) => context.graph.claims.page(filter, order, request),
          count: () => context.graph.claims.count(filter),
        }),
      )
    },
  }),
}))
