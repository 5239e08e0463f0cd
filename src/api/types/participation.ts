import { eventText, participationText } from '../../meaning/event.ts'
import { type ParticipationRecord, participationOrder } from '../../model/event/participation-store.ts'
import { relationToMany, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connectionType, connectionUnder, pageArgs } from '../kit/connection.ts'
import { reviewText } from '../kit/descriptions.ts'
import { ParticipantRoleEnum, ReviewStateEnum } from '../kit/enum.ts'
import { Actor } from './actor.ts'
import { requiredEntity } from './entity.ts'
import { Event, eventOf } from './event.ts'

const Participation = builder.objectRef<ParticipationRecord>('Participation').implement({
  description: 'The part of an actor in an event, where nobody disputes it.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: participationText.actor,
      resolve: requiredEntity((row) => row.actorId),
    }),
    event: t.field({
      type: Event,
      description: 'The event in which the actor took part.',
      resolve: required(eventOf((row) => row.eventId)),
    }),
    role: t.expose('role', { type: ParticipantRoleEnum, description: participationText.role }),
  }),
})

builder.objectFields(Event, (t) => ({
  participants: t.field({
    type: [Participation],
    description: eventText.participants,
    args: { role: t.arg({ type: ParticipantRoleEnum, description: 'Only those with this role.' }) },
    resolve: relationToMany(
      ({ graph }, ids, { role }) => graph.participations.ofEvents(ids, role),
      ({ eventId }) => eventId,
    ),
  }),
}))

const ParticipationConnection = connectionType('Participation', Participation)

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
    resolve: connectionUnder({
      order: () => participationOrder,
      cursorOf: (row: ParticipationRecord) => ({ key: row.eventId, id: row.id }),
      load: ({ graph }, actors, request, filter) =>
        graph.participations.pageOfActors(actors, filter, request),
      count: ({ graph }, actors, filter) => graph.participations.countOfActors(actors, filter),
    }),
  }),
)
