import { z } from 'zod'
import {
  actorText,
  actorTypeMeaning,
  affiliationRoleMeaning,
  affiliationText,
  organizationKindMeaning,
} from '../meaning/actor.ts'
import {
  assessmentText,
  claimKindMeaning,
  claimRelationTypeMeaning,
  claimText,
  credibilityMeaning,
  figureText,
  relationText,
  verdictMeaning,
} from '../meaning/claim.ts'
import { entityText, originMeaning } from '../meaning/entity.ts'
import { eventText, eventTypeMeaning, participantRoleMeaning, participationText } from '../meaning/event.ts'
import { placePrecisionMeaning, placeText } from '../meaning/place.ts'
import { nodeTypeMeaning } from '../meaning/question.ts'
import { reliabilityMeaning, sourceKindMeaning, sourceText } from '../meaning/source.ts'
import {
  certaintyMeaning,
  quoteTypeMeaning,
  reviewStateMeaning,
  spanText,
  speechActMeaning,
  stanceMeaning,
  statementText,
} from '../meaning/statement.ts'
import type { Section } from '../values/node-kinds.ts'
import {
  actorTypes,
  affiliationRoles,
  certainties,
  claimKinds,
  claimRelationTypes,
  credibilities,
  eventTypes,
  organizationKinds,
  origins,
  participantRoles,
  placePrecisions,
  quoteTypes,
  reliabilities,
  reviewStates,
  sourceKinds,
  speechActs,
  stances,
  verdicts,
} from '../values/vocabulary.ts'
import {
  country,
  instantText,
  language,
  oneOrMore,
  optionalDate,
  optionalSlug,
  slug,
  slugOf,
  subdivision,
  text,
  url,
  wordOf,
} from './value.ts'

/**
 * The dossier: the hand-written form of the graph, and its form of exchange. Every item has a slug; an item in a file
 * stands for the whole of that item in the graph, and what a file does not mention stays as it is.
 */

const review = wordOf(
  origins,
  originMeaning,
  'If not given, PROPOSED of what is new and only proposed statements speak of, and else ACCEPTED.',
).optional()

const entity = {
  slug,
  name: text.meta({ description: entityText.name }),
  labels: z
    .record(language, oneOrMore)
    .optional()
    .meta({ description: 'Further names by language; the first of a language is the preferred one.' }),
  description: text.optional().meta({ description: entityText.description }),
  links: z
    .record(text, oneOrMore)
    .optional()
    .meta({ description: 'Identifiers elsewhere by scheme, such as wikidata: Q7833 or geonames: "578071".' }),
  review,
}

const place = z
  .strictObject({
    ...entity,
    partOf: optionalSlug(placeText.partOf),
    latitude: z.number().min(-90).max(90).optional().meta({ description: placeText.latitude }),
    longitude: z.number().min(-180).max(180).optional().meta({ description: placeText.longitude }),
    precision: wordOf(placePrecisions, placePrecisionMeaning),
    iso3166_2: subdivision.optional(),
  })
  .meta({ id: 'place' })

const affiliation = z.strictObject({
  organization: slugOf(affiliationText.organization),
  role: wordOf(affiliationRoles, affiliationRoleMeaning),
  title: text.optional().meta({ description: affiliationText.title }),
  from: optionalDate(affiliationText.from),
  until: optionalDate(affiliationText.until),
})

const actor = z
  .strictObject({
    ...entity,
    type: wordOf(actorTypes, actorTypeMeaning),
    unnamed: z.boolean().optional().meta({ description: actorText.unnamed }),
    iso3166: country.optional(),
    kind: wordOf(
      organizationKinds,
      organizationKindMeaning,
      'Organizations only, and required there.',
    ).optional(),
    allegiance: optionalSlug(`${actorText.allegiance} Armed groups only.`),
    reliability: wordOf(reliabilities, reliabilityMeaning, 'Media outlets only.').optional(),
    affiliations: z.array(affiliation).optional().meta({ description: actorText.affiliations }),
  })
  .meta({ id: 'actor' })

const participant = z.strictObject({
  actor: slugOf(participationText.actor),
  role: wordOf(participantRoles, participantRoleMeaning),
})

const event = z
  .strictObject({
    ...entity,
    type: wordOf(eventTypes, eventTypeMeaning),
    mode: text.optional().meta({ description: eventText.mode }),
    when: optionalDate(eventText.when),
    place: optionalSlug(eventText.place),
    partOf: optionalSlug(eventText.partOf),
    participants: z.array(participant).optional().meta({ description: eventText.participants }),
  })
  .meta({ id: 'event' })

const source = z
  .strictObject({
    slug,
    title: text.meta({ description: sourceText.title }),
    kind: wordOf(sourceKinds, sourceKindMeaning),
    publisher: optionalSlug(sourceText.publisher),
    author: text.optional().meta({ description: sourceText.author }),
    url: url.optional().meta({ description: sourceText.url }),
    archivedUrl: url.optional().meta({ description: sourceText.archivedUrl }),
    language: language.optional().meta({ description: sourceText.language }),
    publishedAt: optionalDate(sourceText.publishedAt),
    retrievedAt: instantText.optional().meta({ description: sourceText.retrievedAt }),
    reliability: wordOf(reliabilities, reliabilityMeaning).optional(),
    text: z.string().min(1).optional().meta({ description: sourceText.text }),
    versionOf: optionalSlug(sourceText.versionOf),
    copyOf: optionalSlug(sourceText.copyOf),
  })
  .meta({ id: 'source' })

const figure = z.strictObject({
  low: z.number().optional().meta({ description: figureText.low }),
  high: z.number().optional().meta({ description: figureText.high }),
  unit: text.meta({ description: figureText.unit }),
})
const relation = z.strictObject({
  type: wordOf(claimRelationTypes, claimRelationTypeMeaning),
  to: slugOf(relationText.to),
})

const claim = z
  .strictObject({
    slug,
    text: text.meta({ description: claimText.text }),
    kind: wordOf(claimKinds, claimKindMeaning),
    subject: optionalSlug(claimText.subject),
    event: optionalSlug(claimText.event),
    object: optionalSlug(claimText.object),
    figure: figure
      .optional()
      .meta({ description: `${claimText.figure} At least one of low and high is given.` }),
    review,
    relations: z.array(relation).optional().meta({ description: claimText.relations }),
  })
  .meta({ id: 'claim' })

const span = z.strictObject({
  start: z.int().min(0).meta({ description: spanText.start }),
  end: z.int().min(1).meta({ description: spanText.end }),
  exact: z.string().min(1).meta({ description: spanText.exact }),
  prefix: z.string().optional().meta({ description: spanText.prefix }),
  suffix: z.string().optional().meta({ description: spanText.suffix }),
})

const statement = z
  .strictObject({
    slug,
    source: slugOf(statementText.source),
    speaker: slugOf(statementText.speaker),
    speakerText: text.optional().meta({ description: statementText.speakerText }),
    onBehalfOf: optionalSlug(statementText.onBehalfOf),
    addressee: optionalSlug(statementText.addressee),
    text: text.meta({ description: statementText.text }),
    language: language.optional().meta({ description: statementText.language }),
    quoteType: wordOf(quoteTypes, quoteTypeMeaning),
    cue: text.optional().meta({ description: statementText.cue }),
    act: wordOf(speechActs, speechActMeaning),
    claim: optionalSlug(statementText.claim),
    stance: wordOf(stances, stanceMeaning, 'Required with a claim.').optional(),
    certainty: wordOf(certainties, certaintyMeaning, 'Required with a stance.').optional(),
    about: z.array(slug).optional().meta({ description: statementText.about }),
    saidAt: optionalDate(statementText.saidAt),
    span: span.optional().meta({ description: `${statementText.span} In UTF-16 code units.` }),
    via: optionalSlug(statementText.via),
    review: wordOf(reviewStates, reviewStateMeaning, 'ACCEPTED, if not given.').optional(),
  })
  .meta({ id: 'statement' })

const assessment = z
  .strictObject({
    slug,
    assessor: slugOf(assessmentText.assessor),
    claim: slugOf(assessmentText.claim),
    verdict: wordOf(verdicts, verdictMeaning),
    credibility: wordOf(credibilities, credibilityMeaning).optional(),
    method: text.optional().meta({ description: assessmentText.method }),
    date: optionalDate(assessmentText.date),
    evidence: optionalSlug(assessmentText.evidence),
  })
  .meta({ id: 'assessment' })

/** The list of all items of a kind; an empty one where a file has none. */
const items = <S extends z.ZodType>(item: S, each: string) =>
  z
    .array(item)
    .default([])
    .meta({ description: `Each is one item. ${each}` })

/** What stands in each section: one for each kind of node. */
export const itemSchemas = {
  places: place,
  actors: actor,
  events: event,
  sources: source,
  claims: claim,
  statements: statement,
  assessments: assessment,
} satisfies Record<Section, z.ZodObject>

/** The names of an item's fields, in the order in which they are written. */
export const fieldsOfItem = (section: Section): string[] => Object.keys(itemSchemas[section].shape)

const lists = {
  places: items(place, nodeTypeMeaning.words.PLACE),
  actors: items(actor, nodeTypeMeaning.words.ACTOR),
  events: items(event, nodeTypeMeaning.words.EVENT),
  sources: items(source, nodeTypeMeaning.words.SOURCE),
  claims: items(claim, nodeTypeMeaning.words.CLAIM),
  statements: items(statement, nodeTypeMeaning.words.STATEMENT),
  assessments: items(assessment, nodeTypeMeaning.words.ASSESSMENT),
} satisfies Record<Section, z.ZodType>

export const dossier = z
  .strictObject({
    hearsay: z.literal(1).meta({ description: 'The version of the format.' }),
    language: language
      .default('en')
      .meta({ description: 'The language of names and texts that do not say theirs.' }),
    ...lists,
  })
  .meta({ title: 'Hearsay dossier' })

export type Dossier = z.output<typeof dossier>
export type PlaceItem = z.output<typeof place>
export type ActorItem = z.output<typeof actor>
export type EventItem = z.output<typeof event>
export type SourceItem = z.output<typeof source>
export type ClaimItem = z.output<typeof claim>
export type StatementItem = z.output<typeof statement>
export type AssessmentItem = z.output<typeof assessment>
