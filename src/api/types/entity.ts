import { entityText, languageTag } from '../../meaning/entity.ts'
import type { ActorRecord } from '../../model/actor/store.ts'
import { externalUrl } from '../../model/entity/external-id.ts'
import { labelIn } from '../../model/entity/label.ts'
import type { EntityRecord, ExternalIdRecord, LabelRecord } from '../../model/entity/store.ts'
import type { EventRecord } from '../../model/event/store.ts'
import type { PlaceRecord } from '../../model/place/store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { loadMany, loadOne } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { nodeReviewText } from '../kit/descriptions.ts'
import { ReviewStateEnum } from '../kit/enum.ts'
import { Node, typeName } from './node.ts'

const Label = builder.objectRef<LabelRecord>('Label').implement({
  description: 'One name in one language.',
  fields: (t) => ({
    lang: t.exposeString('lang', { description: languageTag }),
    text: t.exposeString('text', { description: 'The name as it is written in that language.' }),
    preferred: t.boolean({
      description: 'Whether it is the name to show in this language; the others are aliases.',
      resolve: ({ preferred }) => preferred === 1,
    }),
  }),
})

const ExternalId = builder.objectRef<ExternalIdRecord>('ExternalId').implement({
  description: 'The identifier that another catalogue has for it.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', {
      description: 'The catalogue, such as wikidata or geonames.',
    }),
    value: t.exposeString('value', {
      description: 'The identifier as that scheme writes it, such as Q7833.',
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'The page of the identifier; null where the catalogue is not known to have one.',
      resolve: ({ scheme, value }) => externalUrl(scheme, value),
    }),
  }),
})

const labelsOf = (entity: EntityRecord, { graph }: Context) =>
  loadMany(
    entity,
    'Entity.labels',
    ({ id }) => id,
    (ids) => graph.entities.labels(ids),
    ({ entityId }: LabelRecord) => entityId,
  )

const linksOf = (entity: EntityRecord, { graph }: Context) =>
  loadMany(
    entity,
    'Entity.links',
    ({ id }) => id,
    (ids) => graph.entities.links(ids),
    ({ entityId }: ExternalIdRecord) => entityId,
  )

type Whole = PlaceRecord | ActorRecord | EventRecord

/** The whole record of an entity: its own, or, where it came in a mixed list, that of each of its kind beside it. */
export function whole<R extends Whole>(entity: EntityRecord, { graph }: Context): Answer<R> {
  if ('description' in entity) return entity as EntityRecord as R
  const stores = { PLACE: graph.places, ACTOR: graph.actors, EVENT: graph.events }
  const { node } = entity
  const ofKind = (row: EntityRecord) => (row.node === node ? row.id : null)
  return loadOne(entity, `whole ${node}`, ofKind, (ids) => stores[node].byIds(ids) as Whole[]) as Answer<R>
}

export const Entity = builder.interfaceRef<EntityRecord>('Entity').implement({
  description: 'Anything that a statement can be about: an actor, an event or a place.',
  interfaces: [Node],
  resolveType: typeName,
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description:
        'A readable name in lower case, unique among actors, places and events, such as vladimir-putin. Every argument ' +
        'that takes an ID takes it as well.',
    }),
    name: t.string({
      description: 'A name to show: in the language that is asked for, or else the usual one.',
      args: {
        lang: t.arg.string({
          description:
            'A language tag (BCP 47), such as uk; case does not count. The name whose language comes nearest is given: for ' +
            'uk-UA one in uk, for pt one in pt-BR, for zh-TW one in zh-Hant. Where there is none, the usual one.',
        }),
      },
      resolve: (entity, { lang }, context) => {
        if (!lang) return entity.name
        return mapAnswer(labelsOf(entity, context), (labels) => labelIn(labels, lang)?.text ?? entity.name)
      },
    }),
    labels: t.field({
      type: [Label],
      description: entityText.labels,
      resolve: (entity, _, context) => labelsOf(entity, context),
    }),
    description: t.string({
      nullable: true,
      description: entityText.description,
      resolve: (entity, _, context) => mapAnswer(whole(entity, context), ({ description }) => description),
    }),
    review: t.field({
      type: ReviewStateEnum,
      description: nodeReviewText,
      resolve: (entity, _, context) => mapAnswer(whole(entity, context), ({ review }) => review),
    }),
    links: t.field({
      type: [ExternalId],
      description: entityText.links,
      resolve: (entity, _, context) => linksOf(entity, context),
    }),
  }),
})
