import { actorText, actorTypeMeaning } from '../../meaning/actor.ts'
import { type ActorFilter, type ActorRecord, actorOrders } from '../../model/actor/store.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { answerWithFields, mapAnswer } from '../../sql/engine.ts'
import { sortKey } from '../../text/sort-key.ts'
import { andThen } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, pageArgs } from '../kit/connection.ts'
import { byReference, filterRule, filterText, nameSearch, reviewText } from '../kit/descriptions.ts'
import {
  ActorTypeEnum,
  AffiliationRoleEnum,
  OrganizationKindEnum,
  ReliabilityEnum,
  ReviewStateEnum,
} from '../kit/enum.ts'
import type { FilterFields } from '../kit/filter-shape.ts'
import { actorKeys, nodeNamed } from '../kit/reference.ts'
import { Entity, entityOf, wholeActor } from './entity.ts'
import { Node, typeName } from './node.ts'

export const Actor = builder.interfaceRef<EntityRecord>('Actor')

Actor.implement({
  description: 'Anybody who can act or speak: a State, Organization, ArmedGroup, MediaOutlet or Person.',
  interfaces: [Entity, Node],
  resolveType: typeName,
  fields: (t) => ({
    unnamed: t.boolean({
      description: actorText.unnamed,
      resolve: andThen(wholeActor, ({ unnamed }) => unnamed === 1),
    }),
  }),
})

const interfaces = [Actor, Entity, Node] as const

export const State = builder.objectRef<EntityRecord>('State').implement({
  description: actorTypeMeaning.words.STATE,
  interfaces: [...interfaces],
  fields: (t) => ({
    iso3166: t.string({
      nullable: true,
      resolve: andThen(wholeActor, ({ iso3166 }) => iso3166),
      description: actorText.iso3166,
    }),
  }),
})

export const Organization = builder.objectRef<EntityRecord>('Organization').implement({
  description: actorTypeMeaning.words.ORGANIZATION,
  interfaces: [...interfaces],
  fields: (t) => ({
    kind: t.field({
      type: OrganizationKindEnum,
      description: actorText.kind,
      resolve: andThen(wholeActor, ({ kind }) => kind ?? 'OTHER'),
    }),
  }),
})

export const ArmedGroup = builder.objectRef<EntityRecord>('ArmedGroup').implement({
  description: actorTypeMeaning.words.ARMED_GROUP,
  interfaces: [...interfaces],
  fields: (t) => ({
    allegiance: t.field({
      type: Actor,
      nullable: true,
      description: actorText.allegiance,
      resolve: andThen(
        wholeActor,
        entityOf((group) => group.allegianceId),
      ),
    }),
  }),
})

export const MediaOutlet = builder.objectRef<EntityRecord>('MediaOutlet').implement({
  description: actorTypeMeaning.words.MEDIA_OUTLET,
  interfaces: [...interfaces],
  fields: (t) => ({
    reliability: t.field({
      type: ReliabilityEnum,
      nullable: true,
      description: actorText.reliability,
      resolve: andThen(wholeActor, ({ reliability }) => reliability),
    }),
  }),
})

export const PersonObject = builder.objectRef<EntityRecord>('Person').implement({
  description: actorTypeMeaning.words.PERSON,
  interfaces: [...interfaces],
})

const ActorFilterInput = builder.inputType('ActorFilter', {
  description: filterRule,
  fields: (t) =>
    ({
      types: t.field({ type: [ActorTypeEnum], description: 'Of any of these types.' }),
      kind: t.field({ type: [OrganizationKindEnum], description: 'Organizations of any of these kinds.' }),
      name: t.string({ description: nameSearch }),
      unnamed: t.boolean({
        description:
          'Only those whom no source names, such as officials: they have no names for `name` to find. Only those with a name, if ' +
          'false or not given.',
      }),
      affiliatedWith: t.idList({ description: 'Belonging to, or holding office in, any of these actors.' }),
      role: t.field({
        type: [AffiliationRoleEnum],
        description: 'With any of these roles in some actor, or in one of `affiliatedWith` if that is given.',
      }),
      review: t.field({ type: [ReviewStateEnum], description: reviewText('actors') }),
    }) satisfies FilterFields<ActorFilter>,
})

const ActorOrderEnum = builder.enumType('ActorOrder', {
  description: 'What a list of actors is sorted by.',
  values: {
    NAME: { description: 'By the usual name, from A to Z; case, marks and punctuation do not count.' },
    STATEMENTS_DESC: {
      description:
        'Those who have said most first, by their accepted statements. The order changes as statements come in: a walk ' +
        'through the pages may then repeat or miss some.',
    },
  } as const,
})

const ActorConnection = connectionType('Actor', Actor)

builder.queryFields((t) => ({
  actor: t.field({
    type: Actor,
    nullable: true,
    description: 'The actor of an id or slug; null where there is none.',
    args: { ...byReference('actor') },
    resolve: (_, { id }, { graph }) => nodeNamed(graph.lookup, 'ACTOR', id, (ids) => graph.actors.byIds(ids)),
  }),
  actors: t.field({
    type: ActorConnection,
    description: 'All actors, in pages.',
    args: {
      filter: t.arg({ type: ActorFilterInput, description: filterText }),
      orderBy: t.arg({ type: ActorOrderEnum, description: 'NAME, if not given.' }),
      ...pageArgs,
    },
    resolve: (_, { filter: input, orderBy, ...args }, context) => {
      const given = answerWithFields({
        ...input,
        affiliatedWith: actorKeys(context, input?.affiliatedWith, ['filter', 'affiliatedWith']),
      })
      const order = actorOrders[orderBy ?? 'NAME']
      return mapAnswer(given, (filter) =>
        connection({
          order,
          args,
          cursorOf: (actor: ActorRecord) => ({
            key: order === actorOrders.NAME ? sortKey(actor.name) : actor.statementCount,
            id: actor.id,
          }),
          load: (request) => context.graph.actors.page(filter, order, request),
          count: () => context.graph.actors.count(filter),
        }),
      )
    },
  }),
}))
