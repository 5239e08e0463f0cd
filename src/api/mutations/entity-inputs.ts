import { actorText, affiliationText } from '../../meaning/actor.ts'
import { entityText, languageTag } from '../../meaning/entity.ts'
import { eventText, participationText } from '../../meaning/event.ts'
import { placeText } from '../../meaning/place.ts'
import { itemText, labelText, linkText } from '../../meaning/writing.ts'
import { builder } from '../kit/builder.ts'
import { dossierRule } from '../kit/descriptions.ts'
import {
  ActorTypeEnum,
  AffiliationRoleEnum,
  EventTypeEnum,
  OrganizationKindEnum,
  ParticipantRoleEnum,
  PlacePrecisionEnum,
  ReliabilityEnum,
  ReviewStateEnum,
} from '../kit/enum.ts'

/** Places, actors and events, as they come in: the dossier's items. */

const LabelInput = builder.inputType('LabelInput', {
  description: 'The names of something in one language.',
  fields: (t) => ({
    lang: t.string({ required: true, description: languageTag }),
    texts: t.stringList({ required: true, description: labelText.texts }),
  }),
})

const LinkInput = builder.inputType('LinkInput', {
  description: 'The identifiers that another catalogue has for something.',
  fields: (t) => ({
    scheme: t.string({ required: true, description: linkText.scheme }),
    values: t.stringList({ required: true, description: linkText.values }),
  }),
})

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

/** What places, actors and events have in common. */
const entityFields = (t: InputFields) => ({
  id: t.id({ description: itemText.id }),
  slug: t.string({ description: itemText.slug }),
  name: t.string({ description: entityText.name }),
  labels: t.field({ type: [LabelInput], description: itemText.labels }),
  description: t.string({ description: entityText.description }),
  links: t.field({ type: [LinkInput], description: itemText.links }),
  review: t.field({ type: ReviewStateEnum, description: itemText.review }),
})

export const PlaceInput = builder.inputType('PlaceInput', {
  description: `A place to be recorded. ${dossierRule} A new one needs a slug, a name and a precision.`,
  fields: (t) => ({
    ...entityFields(t),
    partOf: t.id({ description: placeText.partOf }),
    latitude: t.float({ description: placeText.latitude }),
    longitude: t.float({ description: placeText.longitude }),
    precision: t.field({ type: PlacePrecisionEnum, description: placeText.precision }),
    iso3166_2: t.string({ description: placeText.iso3166_2 }),
  }),
})

const AffiliationInput = builder.inputType('AffiliationInput', {
  description: 'That an actor belongs to another, or holds office in it.',
  fields: (t) => ({
    organization: t.id({ required: true, description: affiliationText.organization }),
    role: t.field({ type: AffiliationRoleEnum, required: true, description: affiliationText.role }),
    title: t.string({ description: affiliationText.title }),
    from: t.field({ type: 'EDTF', description: affiliationText.from }),
    until: t.field({ type: 'EDTF', description: affiliationText.until }),
  }),
})

export const ActorInput = builder.inputType('ActorInput', {
  description: `An actor to be recorded. ${dossierRule} A new one needs a slug, a name and a type, and an organization a kind.`,
  fields: (t) => ({
    ...entityFields(t),
    type: t.field({ type: ActorTypeEnum, description: actorText.type }),
    unnamed: t.boolean({ description: actorText.unnamed }),
    iso3166: t.string({ description: `${actorText.iso3166} States only.` }),
    kind: t.field({ type: OrganizationKindEnum, description: `${actorText.kind} Organizations only.` }),
    allegiance: t.id({ description: `${actorText.allegiance} Armed groups only.` }),
    reliability: t.field({
      type: ReliabilityEnum,
      description: `${actorText.reliability} Media outlets only.`,
    }),
    affiliations: t.field({ type: [AffiliationInput], description: actorText.affiliations }),
  }),
})

const ParticipantInput = builder.inputType('ParticipantInput', {
  description: 'That an actor takes part in an event.',
  fields: (t) => ({
    actor: t.id({ required: true, description: participationText.actor }),
    role: t.field({ type: ParticipantRoleEnum, required: true, description: participationText.role }),
  }),
})

export const EventInput = builder.inputType('EventInput', {
  description: `An event to be recorded. ${dossierRule} A new one needs a slug, a name and a type.`,
  fields: (t) => ({
    ...entityFields(t),
    type: t.field({ type: EventTypeEnum, description: eventText.type }),
    mode: t.string({ description: eventText.mode }),
    when: t.field({ type: 'EDTF', description: eventText.when }),
    place: t.id({ description: eventText.place }),
    partOf: t.id({ description: eventText.partOf }),
    participants: t.field({ type: [ParticipantInput], description: eventText.participants }),
  }),
})
