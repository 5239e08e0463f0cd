import { actorText, actorTypeMeaning, affiliationText } from '../../meaning/actor.ts'
import type {
  AffiliationEnd,
  AffiliationFilter,
  AffiliationRecord,
} from '../../model/actor/affiliation-store.ts'
import { type ActorFilter, type ActorRecord, actorOrders } from '../../model/actor/store.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { sortKey } from '../../text/sort-key.ts'
import type { Edtf } from '../../values/date.ts'
import { loadMany, loadOne, mapAnswer } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
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
import { actorKeys } from '../kit/reference.ts'
import { Entity, whole } from './entity.ts'
import { Node, typeName } from './node.ts'

export const Actor = builder.interfaceRef<EntityRecord>('Actor')
const Affiliation = builder.objectRef<AffiliationRecord>('Affiliation')

/** The actor that a row points to, for all the rows beside it. */
export const actorOf = <T extends object>(
  row: T,
  key: string,
  pointer: (row: T) => number | null,
  context: Context,
) => loadOne(row, key, pointer, (ids) => context.graph.entities.byIds(ids))

const affiliations = (
  actor: EntityRecord,
  end: AffiliationEnd,
  filter: AffiliationFilter,
  { graph }: Context,
) =>
  loadMany(
    actor,
    `Actor.${end} ${JSON.stringify(filter)}`,
    ({ id }) => id,
    (ids) => graph.affiliations.of(end, ids, filter),
    (found: AffiliationRecord) => (end === 'actor_id' ? found.actorId : found.organizationId),
  )
const during = (at: Edtf | null | undefined) => at && { earliest: at.earliest, latest: at.latest }

Actor.implement({
  description: 'Anybody who can act or speak: a State, Organization, ArmedGroup, MediaOutlet or Person.',
  interfaces: [Entity, Node],
  resolveType: typeName,
  fields: (t) => ({
    unnamed: t.boolean({
      description: actorText.unnamed,
      resolve: (actor, _, context) =>
        mapAnswer(whole<ActorRecord>(actor, context), ({ unnamed }) => unnamed === 1),
    }),
    affiliations: t.field({
      type: [Affiliation],
      description: actorText.affiliations,
      args: { at: t.arg({ type: 'EDTF', description: 'Only those that may have held at this time.' }) },
      resolve: (actor, { at }, context) => affiliations(actor, 'actor_id', { at: during(at) }, context),
    }),
    affiliates: t.field({
      type: [Affiliation],
      description: 'Who belongs to, or holds office in, this actor.',
      args: {
        at: t.arg({ type: 'EDTF', description: 'Only those that may have held at this time.' }),
        role: t.arg({ type: AffiliationRoleEnum, description: 'Only those with this role.' }),
        review: t.arg({ type: [ReviewStateEnum], description: reviewText('actors') }),
      },
      resolve: (actor, { at, role, review }, context) =>
        affiliations(actor, 'organization_id', { at: during(at), role, review }, context),
    }),
  }),
})

Affiliation.implement({
  description: 'One actor’s membership of another, or office in it.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'The actor that belongs to the other, or holds office in it.',
      resolve: (row, _, context) => actorOf(row, 'Affiliation.actor', (r) => r.actorId, context) as never,
    }),
    organization: t.field({
      type: Actor,
      description: affiliationText.organization,
      resolve: (row, _, context) =>
        actorOf(row, 'Affiliation.organization', (r) => r.organizationId, context) as never,
    }),
    role: t.expose('role', { type: AffiliationRoleEnum, description: affiliationText.role }),
    title: t.exposeString('title', { nullable: true, description: affiliationText.title }),
    from: t.expose('from', { type: 'EDTF', nullable: true, description: affiliationText.from }),
    until: t.expose('until', { type: 'EDTF', nullable: true, description: affiliationText.until }),
  }),
})

const interfaces = [Actor, Entity, Node] as const

const ofActor =
  <V>(read: (actor: ActorRecord) => V) =>
  (actor: EntityRecord, _: object, context: Context) =>
    mapAnswer(whole<ActorRecord>(actor, context), read)

export const State = builder.objectRef<EntityRecord>('State').implement({
  description: actorTypeMeaning.words.STATE,
  interfaces: [...interfaces],
  fields: (t) => ({
    iso3166: t.string({
      nullable: true,
      resolve: ofActor(({ iso3166 }) => iso3166),
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
      resolve: ofActor(({ kind }) => kind ?? 'OTHER'),
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
      resolve: (actor, _, context) =>
        mapAnswer(whole<ActorRecord>(actor, context), (group) =>
          actorOf(group, 'ArmedGroup.allegiance', (row) => row.allegianceId, context),
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
      resolve: ofActor(({ reliability }) => reliability),
    }),
  }),
})

export const PersonObject = builder.objectRef<EntityRecord>('Person').implement({
  description: actorTypeMeaning.words.PERSON,
  interfaces: [...interfaces],
  fields: (t) => ({
    offices: t.field({
      type: [Affiliation],
      description: 'The person’s affiliations as official, leader or spokesperson, past ones included.',
      args: { at: t.arg({ type: 'EDTF', description: 'Only those that may have been held at this time.' }) },
      resolve: (person, { at }, context) =>
        affiliations(
          person,
          'actor_id',
          { at: during(at), roles: ['OFFICIAL', 'LEADER', 'SPOKESPERSON'] },
          context,
        ),
    }),
  }),
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
    resolve: (_, { id }, { graph }) => {
      const found = graph.lookup.find(['ACTOR'], id)
      return found ? (graph.actors.byIds([found.key])[0] ?? null) : null
    },
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
      const filter = {
        ...input,
        affiliatedWith: actorKeys(context, input?.affiliatedWith, ['filter', 'affiliatedWith']),
      }
      const order = actorOrders[orderBy ?? 'NAME']
      return connection({
        order,
        args,
        cursorOf: (actor: ActorRecord) => ({
          key: order === actorOrders.NAME ? sortKey(actor.name) : actor.statementCount,
          id: actor.id,
        }),
        load: (request) => context.graph.actors.page(filter, order, request),
        count: () => context.graph.actors.count(filter),
      })
    },
  }),
}))
