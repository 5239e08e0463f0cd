import { entityText, languageTag } from '../../meaning/entity.ts'
import type { ActorRecord } from '../../model/actor/store.ts'
import { externalUrl } from '../../model/entity/external-id.ts'
import { labelIn } from '../../model/entity/label.ts'
import type { EntityRecord, ExternalIdRecord, LabelRecord } from '../../model/entity/store.ts'
import type { EventRecord } from '../../model/event/store.ts'
import type { PlaceRecord } from '../../model/place/store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { andThen, noArguments, type Relation, relationToMany, relationToOne, required } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { nodeReviewText } from '../kit/descriptions.ts'
import { ReviewStateEnum } from '../kit/enum.ts'
import { Node, typeName } from './node.ts'

export const Label = builder.objectRef<LabelRecord>('Label').implement({
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

export const ExternalId = builder.objectRef<ExternalIdRecord>('ExternalId').implement({
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

/** The entity that a row points to; where only actors can be meant, it is one. */
export const entityOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.entities.byIds(ids))
/** The entity that a row always points to. */
export const requiredEntity = <T extends object>(pointer: (row: T) => number) => required(entityOf(pointer))

const labelsOf = relationToMany(
  ({ graph }, ids) => graph.entities.labels(ids),
  ({ entityId }) => entityId,
)

const linksOf = relationToMany(
  ({ graph }, ids) => graph.entities.links(ids),
  ({ entityId }) => entityId,
)

type WholeRecord = PlaceRecord | ActorRecord | EventRecord

/** The whole record of an entity: its own, or, where it came in a mixed list, that of each of its kind beside it. */
function wholeRelation<R extends WholeRecord>(
  kind: R['node'],
  load: (context: Context, ids: readonly number[]) => Answer<readonly R[]>,
): Relation<EntityRecord, object, R> {
  const isWhole = (entity: EntityRecord): entity is R => 'description' in entity
  const loaded = required(relationToOne(({ node, id }: EntityRecord) => (node === kind ? id : null), load))
  return (entity, args, context) => (isWhole(entity) ? entity : loaded(entity, args, context))
}

export const wholePlace = wholeRelation<PlaceRecord>('PLACE', ({ graph }, ids) => graph.places.byIds(ids))
export const wholeActor = wholeRelation<ActorRecord>('ACTOR', ({ graph }, ids) => graph.actors.byIds(ids))
export const wholeEvent = wholeRelation<EventRecord>('EVENT', ({ graph }, ids) => graph.events.byIds(ids))
const wholes = { PLACE: wholePlace, ACTOR: wholeActor, EVENT: wholeEvent }

const wholeEntity: Relation<EntityRecord, object, WholeRecord> = (entity, args, context) =>
  wholes[entity.node](entity, args, context)

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
        return mapAnswer(
          labelsOf(entity, noArguments, context),
          (labels) => labelIn(labels, lang)?.text ?? entity.name,
        )
      },
    }),
    labels: t.field({
      type: [Label],
      description: entityText.labels,
      resolve: labelsOf,
    }),
    description: t.string({
      nullable: true,
      description: entityText.description,
      resolve: andThen(wholeEntity, ({ description }) => description),
    }),
    review: t.field({
      type: ReviewStateEnum,
      description: nodeReviewText,
      resolve: andThen(wholeEntity, ({ review }) => review),
    }),
    links: t.field({
      type: [ExternalId],
      description: entityText.links,
      resolve: linksOf,
    }),
  }),
})
