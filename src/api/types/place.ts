import { placeText } from '../../meaning/place.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { type PlaceFilter, type PlaceRecord, placeOrder } from '../../model/place/store.ts'
import { answerWithFields, mapAnswer } from '../../sql/engine.ts'
import { sortKey } from '../../text/sort-key.ts'
import { andThen, relationToOne } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, pageArgs } from '../kit/connection.ts'
import { byReference, filterRule, filterText, nameSearch, reviewText } from '../kit/descriptions.ts'
import { PlacePrecisionEnum, ReviewStateEnum } from '../kit/enum.ts'
import type { FilterFields } from '../kit/filter-shape.ts'
import { nodeNamed, placeKeys } from '../kit/reference.ts'
import { Entity, wholePlace } from './entity.ts'
import { Node } from './node.ts'

export const Place = builder.objectRef<EntityRecord>('Place')

/** The place that a row points to. */
export const placeOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.places.byIds(ids))

Place.implement({
  description:
    'A place on the map: a building, a town, a region, a country. It may lie within a larger place.',
  interfaces: [Entity, Node],
  fields: (t) => ({
    partOf: t.field({
      type: Place,
      nullable: true,
      description: placeText.partOf,
      resolve: andThen(
        wholePlace,
        placeOf((place) => place.partOfId),
      ),
    }),
    latitude: t.float({
      nullable: true,
      resolve: andThen(wholePlace, ({ latitude }) => latitude),
      description: placeText.latitude,
    }),
    longitude: t.float({
      nullable: true,
      resolve: andThen(wholePlace, ({ longitude }) => longitude),
      description: placeText.longitude,
    }),
    precision: t.field({
      type: PlacePrecisionEnum,
      description: placeText.precision,
      resolve: andThen(wholePlace, ({ precision }) => precision),
    }),
    iso3166_2: t.string({
      nullable: true,
      resolve: andThen(wholePlace, (place) => place.iso3166_2),
      description: placeText.iso3166_2,
    }),
  }),
})

const PlaceFilterInput = builder.inputType('PlaceFilter', {
  description: filterRule,
  fields: (t) =>
    ({
      name: t.string({ description: nameSearch }),
      partOf: t.idList({ description: 'Directly within any of these places; what lies deeper is not kept.' }),
      precision: t.field({ type: [PlacePrecisionEnum], description: 'With any of these precisions.' }),
      review: t.field({ type: [ReviewStateEnum], description: reviewText('places') }),
    }) satisfies FilterFields<PlaceFilter>,
})

const PlaceConnection = connectionType('Place', Place)

builder.queryFields((t) => ({
  place: t.field({
    type: Place,
    nullable: true,
    description: 'The place of an id or slug; null where there is none.',
    args: { ...byReference('place') },
    resolve: (_, { id }, { graph }) => nodeNamed(graph.lookup, 'PLACE', id, (ids) => graph.places.byIds(ids)),
  }),
  places: t.field({
    type: PlaceConnection,
    description: 'All places, in pages, in the order of their usual names.',
    args: { filter: t.arg({ type: PlaceFilterInput, description: filterText }), ...pageArgs },
    resolve: (_, { filter: input, ...args }, context) => {
      const partOf = placeKeys(context, input?.partOf, ['filter', 'partOf'])
      return mapAnswer(answerWithFields({ ...input, partOf }), (filter) =>
        connection({
          order: placeOrder,
          args,
          cursorOf: ({ name, id }: PlaceRecord) => ({ key: sortKey(name), id }),
          load: (request) => context.graph.places.page(filter, request),
          count: () => context.graph.places.count(filter),
        }),
      )
    },
  }),
}))
