import { eventText, participationText } from '../../meaning/event.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { type ParticipationRecord, participationOrder } from '../../model/event/participation-store.ts'
import { type EventFilter, type EventRecord, eventOrders } from '../../model/event/store.ts'
import { loadMany, loadOne, mapAnswer } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { connection, connectionOfEach, connectionType, pageArgs } from '../kit/connection.ts'
import { DateRange, timeRange } from '../kit/date-range.ts'
import {
  byReference,
  earliestText,
  filterRule,
  filterText,
  latestText,
  nameSearch,
  reviewText,
  timeOrder,
} from '../kit/descriptions.ts'
import { EventTypeEnum, ParticipantRoleEnum, ReviewStateEnum } from '../kit/enum.ts'
import type { FilterFields } from '../kit/filter-shape.ts'
import { actorKeys, placeKeys } from '../kit/reference.ts'
import { Actor, actorOf } from './actor.ts'
import { Entity, whole } from './entity.ts'
import { Node } from './node.ts'
import { Place } from './place.ts'

export const Event = builder.objectRef<EntityRecord>('Event')
const Participation = builder.objectRef<ParticipationRecord>('Participation')

export const eventOf = <T extends object>(
  row: T,
  key: string,
  pointer: (row: T) => number | null,
  context: Context,
) => loadOne(row, key, pointer, (ids) => context.graph.events.byIds(ids))

const ofEvent =
  <V>(read: (event: EventRecord) => V) =>
  (event: EntityRecord, _: object, context: Context) =>
    mapAnswer(whole<EventRecord>(event, context), read)

Event.implement({
  description: 'Something that happened: what, when, where and who took part, as far as nobody disputes it.',
  interfaces: [Entity, Node],
  fields: (t) => ({
    type: t.field({
      type: EventTypeEnum,
      description: eventText.type,
      resolve: ofEvent(({ type }) => type),
    }),
    mode: t.string({
      nullable: true,
      resolve: ofEvent(({ mode }) => mode),
      description: eventText.mode,
    }),
    when: t.field({
      type: 'EDTF',
      nullable: true,
      description: eventText.when,
      resolve: ofEvent(({ when }) => when),
    }),
    earliest: t.field({
      type: 'DateTime',
      resolve: ofEvent(({ earliest }) => earliest),
      nullable: true,
      description: earliestText,
    }),
    latest: t.field({
      type: 'DateTime',
      resolve: ofEvent(({ latest }) => latest),
      nullable: true,
      description: latestText,
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: eventText.place,
      resolve: (entity, _, context) =>
        mapAnswer(whole<EventRecord>(entity, context), (event) =>
          loadOne(
            event,
            'Event.place',
            (row) => row.placeId,
            (ids) => context.graph.places.byIds(ids),
          ),
        ),
    }),
    partOf: t.field({
      type: Event,
      nullable: true,
      description: eventText.partOf,
      resolve: (entity, _, context) =>
        mapAnswer(whole<EventRecord>(entity, context), (event) =>
          eventOf(event, 'Event.partOf', (row) => row.partOfId, context),
        ),
    }),
    parts: t.field({
      type: [Event],
      description:
        'The events that are part of this one, in the order of time. Those without a date come last.',
      args: { review: t.arg({ type: [ReviewStateEnum], description: reviewText('parts') }) },
      resolve: (event, { review }, { graph }) =>
        loadMany(
          event,
          `Event.parts ${review}`,
          ({ id }) => id,
          (ids) => graph.events.partsOf(ids, review),
          (e: EventRecord) => e.partOfId ?? 0,
        ),
    }),
    participants: t.field({
      type: [Participation],
      description: eventText.participants,
      args: { role: t.arg({ type: ParticipantRoleEnum, description: 'Only those with this role.' }) },
      resolve: (event, { role }, { graph }) =>
        loadMany(
          event,
          `Event.participants ${role}`,
          ({ id }) => id,
          (ids) => graph.participations.ofEvents(ids, role),
          (p: ParticipationRecord) => p.eventId,
        ),
    }),
  }),
})

Participation.implement({
  description: 'The part of an actor in an event, where nobody disputes it.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: participationText.actor,
      resolve: (row, _, context) => actorOf(row, 'Participation.actor', (r) => r.actorId, context) as never,
    }),
    event: t.field({
      type: Event,
      description: 'The event in which the actor took part.',
      resolve: (row, _, context) => eventOf(row, 'Participation.event', (r) => r.eventId, context) as never,
    }),
    role: t.expose('role', { type: ParticipantRoleEnum, description: participationText.role }),
  }),
})

const EventConnection = connectionType('Event', Event)
const ParticipationConnection = connectionType('Participation', Participation)

const whenCursor = (event: EventRecord) => ({ key: event.earliest ?? event.latest, id: event.id })

builder.interfaceField(Actor, 'participations', (t) =>
  t.field({
    type: ParticipationConnection,
    description:
      'The events in which this actor took part, where nobody disputes it, in the order in which the events were written ' +
      'down.',
    args: {
      role: t.arg({ type: ParticipantRoleEnum, description: 'Only those with this role.' }),
      review: t.arg({ type: [ReviewStateEnum], description: reviewText('events') }),
      ...pageArgs,
    },
    resolve: (actor, { role, review, ...args }, { graph }) =>
      connectionOfEach(actor, `Actor.participations ${role} ${review}`, ({ id }) => id, {
        order: participationOrder,
        args,
        cursorOf: (row: ParticipationRecord) => ({ key: row.eventId, id: row.id }),
        load: (actors, request) => graph.participations.pageOfActors(actors, { role, review }, request),
        count: (actors) => graph.participations.countOfActors(actors, { role, review }),
      }),
  }),
)

builder.objectField(Place, 'events', (t) =>
  t.field({
    type: EventConnection,
    description:
      'The events at this place itself, not at smaller places within it, in the order of time. Those without a date come ' +
      'last.',
    args: {
      review: t.arg({ type: [ReviewStateEnum], description: reviewText('events') }),
      ...pageArgs,
    },
    resolve: (place, { review, ...args }, { graph }) =>
      connectionOfEach(place, `Place.events ${review}`, ({ id }) => id, {
        order: eventOrders.WHEN,
        args,
        cursorOf: whenCursor,
        load: (places, request) => graph.events.pageOfPlaces(places, review, eventOrders.WHEN, request),
        count: (places) => graph.events.countOfPlaces(places, review),
      }),
  }),
)

const EventFilterInput = builder.inputType('EventFilter', {
  description: filterRule,
  fields: (t) =>
    ({
      types: t.field({ type: [EventTypeEnum], description: 'Of any of these types.' }),
      place: t.idList({
        description: 'At any of these places themselves; smaller places within them do not count.',
      }),
      participant: t.idList({ description: 'With any of these actors among the participants.' }),
      when: t.field({
        type: DateRange,
        description: 'That may have happened in this stretch of time; what has no date is left out.',
      }),
      name: t.string({ description: nameSearch }),
      review: t.field({ type: [ReviewStateEnum], description: reviewText('events') }),
    }) satisfies FilterFields<EventFilter>,
})

const EventOrderEnum = builder.enumType('EventOrder', {
  description: timeOrder,
  values: {
    WHEN: { description: 'The earliest first.' },
    WHEN_DESC: { description: 'The latest first.' },
  } as const,
})

builder.queryFields((t) => ({
  event: t.field({
    type: Event,
    nullable: true,
    description: 'The event of an id or slug; null where there is none.',
    args: { ...byReference('event') },
    resolve: (_, { id }, { graph }) => {
      const found = graph.lookup.find(['EVENT'], id)
      return found ? (graph.events.byIds([found.key])[0] ?? null) : null
    },
  }),
  events: t.field({
    type: EventConnection,
    description: 'All events, in pages.',
    args: {
      filter: t.arg({ type: EventFilterInput, description: filterText }),
      orderBy: t.arg({ type: EventOrderEnum, description: 'WHEN, if not given.' }),
      ...pageArgs,
    },
    resolve: (_, { filter: input, orderBy, ...args }, context) => {
      const filter = {
        ...input,
        place: placeKeys(context, input?.place, ['filter', 'place']),
        participant: actorKeys(context, input?.participant, ['filter', 'participant']),
        when: timeRange(input?.when, ['filter', 'when']),
      }
      const order = eventOrders[orderBy ?? 'WHEN']
      return connection({
        order,
        args,
        cursorOf: whenCursor,
        load: (request) => context.graph.events.page(filter, order, request),
        count: () => context.graph.events.count(filter),
      })
    },
  }),
}))
