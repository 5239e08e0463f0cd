import { eventText } from '../../meaning/event.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { type EventFilter, type EventRecord, eventOrders } from '../../model/event/store.ts'
import { answerWithFields, mapAnswer } from '../../sql/engine.ts'
import { andThen, relationToMany, relationToOne } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, connectionUnder, pageArgs } from '../kit/connection.ts'
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
import { EventTypeEnum, ReviewStateEnum } from '../kit/enum.ts'
import type { FilterFields } from '../kit/filter-shape.ts'
import { actorKeys, nodeNamed, placeKeys } from '../kit/reference.ts'
import { Entity, wholeEvent } from './entity.ts'
import { Node } from './node.ts'
import { Place, placeOf } from './place.ts'

export const Event = builder.objectRef<EntityRecord>('Event')

/** The event that a row points to. */
export const eventOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.events.byIds(ids))

Event.implement({
  description: 'Something that happened: what, when, where and who took part, as far as nobody disputes it.',
  interfaces: [Entity, Node],
  fields: (t) => ({
    type: t.field({
      type: EventTypeEnum,
      description: eventText.type,
      resolve: andThen(wholeEvent, ({ type }) => type),
    }),
    mode: t.string({
      nullable: true,
      resolve: andThen(wholeEvent, ({ mode }) => mode),
      description: eventText.mode,
    }),
    when: t.field({
      type: 'EDTF',
      nullable: true,
      description: eventText.when,
      resolve: andThen(wholeEvent, ({ when }) => when),
    }),
    earliest: t.field({
      type: 'DateTime',
      resolve: andThen(wholeEvent, ({ earliest }) => earliest),
      nullable: true,
      description: earliestText,
    }),
    latest: t.field({
      type: 'DateTime',
      resolve: andThen(wholeEvent, ({ latest }) => latest),
      nullable: true,
      description: latestText,
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: eventText.place,
      resolve: andThen(
        wholeEvent,
        placeOf((event) => event.placeId),
      ),
    }),
    partOf: t.field({
      type: Event,
      nullable: true,
      description: eventText.partOf,
      resolve: andThen(
        wholeEvent,
        eventOf((event) => event.partOfId),
      ),
    }),
    parts: t.field({
      type: [Event],
      description:
        'The events that are part of this one, in the order of time. Those without a date come last.',
      args: { review: t.arg({ type: [ReviewStateEnum], description: reviewText('parts') }) },
      resolve: relationToMany(
        ({ graph }, ids, { review }) => graph.events.partsOf(ids, review),
        ({ partOfId }) => partOfId,
      ),
    }),
  }),
})

const EventConnection = connectionType('Event', Event)

const whenCursor = (event: EventRecord) => ({ key: event.earliest ?? event.latest, id: event.id })

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
    resolve: connectionUnder({
      order: () => eventOrders.WHEN,
      cursorOf: whenCursor,
      load: ({ graph }, places, request, { review }) =>
        graph.events.pageOfPlaces(places, review, eventOrders.WHEN, request),
      count: ({ graph }, places, { review }) => graph.events.countOfPlaces(places, review),
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
    resolve: (_, { id }, { graph }) => nodeNamed(graph.lookup, 'EVENT', id, (ids) => graph.events.byIds(ids)),
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
      const given = answerWithFields({
        ...input,
        place: placeKeys(context, input?.place, ['filter', 'place']),
        participant: actorKeys(context, input?.participant, ['filter', 'participant']),
        when: timeRange(input?.when, ['filter', 'when']),
      })
      const order = eventOrders[orderBy ?? 'WHEN']
      return mapAnswer(given, (filter) =>
        connection({
          order,
          args,
          cursorOf: whenCursor,
          load: (request) => context.graph.events.page(filter, order, request),
          count: () => context.graph.events.count(filter),
        }),
      )
    },
  }),
}))
