import { after, one } from '../../graphql/batch.ts'
import { builder, type Context } from '../../graphql/builder.ts'
import { connection, connectionType, pageArgs } from '../../graphql/connection.ts'
import { PlacePrecisionEnum } from '../../graphql/enum.ts'
import { placeKeys } from '../../graphql/reference.ts'
import type { EntityRecord } from '../entity/store.ts'
import { Entity, whole } from '../entity/type.ts'
import { Node } from '../node/type.ts'
import { type PlaceRecord, placeOrder } from './store.ts'

export const Place = builder.objectRef<EntityRecord>('Place')

const ofPlace =
  <V>(read: (place: PlaceRecord) => V) =>
  (place: EntityRecord, _: object, context: Context) =>
    after(whole<PlaceRecord>(place, context), read)

Place.implement({
  description: 'Somewhere on the map, within a larger place.',
  interfaces: [Entity, Node],
  fields: (t) => ({
    partOf: t.field({
      type: Place,
      nullable: true,
      resolve: (entity, _, context) =>
        after(whole<PlaceRecord>(entity, context), (place) =>
          one(
            place,
            'Place.partOf',
            (row) => row.partOfId,
            (ids) => context.graph.places.byIds(ids),
          ),
        ),
    }),
    latitude: t.float({
      nullable: true,
      resolve: ofPlace(({ latitude }) => latitude),
      description: 'Degrees north (WGS 84), -90 to 90.',
    }),
    longitude: t.float({
      nullable: true,
      resolve: ofPlace(({ longitude }) => longitude),
      description: 'Degrees east (WGS 84), -180 to 180.',
    }),
    precision: t.field({ type: PlacePrecisionEnum, resolve: ofPlace(({ precision }) => precision) }),
    iso3166_2: t.string({
      nullable: true,
      resolve: ofPlace((place) => place.iso3166_2),
      description: 'ISO 3166-2, such as RU-BEL.',
    }),
  }),
})

const PlaceFilterInput = builder.inputType('PlaceFilter', {
  description: 'What is given must all hold; of a list, one.',
  fields: (t) => ({
    name: t.string({ description: 'Full text over all its names: words, "phrases", prefix* and -without.' }),
    partOf: t.idList({ description: 'Directly within any of these places.' }),
  }),
})

const PlaceConnection = connectionType('Place', Place)

builder.queryFields((t) => ({
  place: t.field({
    type: Place,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, { graph }) => {
      const found = graph.lookup.find(['PLACE'], id)
      return found ? (graph.places.byIds([found.key])[0] ?? null) : null
    },
  }),
  places: t.field({
    type: PlaceConnection,
    description: 'Places by name.',
    args: { filter: t.arg({ type: PlaceFilterInput }), ...pageArgs },
    resolve: (_, { filter: input, ...args }, context) => {
      const filter = { name: input?.name, partOf: placeKeys(context, input?.partOf, ['filter', 'partOf']) }
      return connection({
        order: placeOrder,
        args,
        cursorOf: ({ name, id }: PlaceRecord) => ({ key: name, id }),
        load: (request) => context.graph.places.page(filter, request),
        count: () => context.graph.places.count(filter),
      })
    },
  }),
}))
