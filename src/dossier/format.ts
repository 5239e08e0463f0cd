import { z } from 'zod'
import { parseEdtf } from '../date.ts'
import { isSlug } from '../id.ts'
import {
  actorTypes,
  affiliationRoles,
  certainties,
  claimKinds,
  claimRelationTypes,
  credibilities,
  eventTypes,
  organizationKinds,
  participantRoles,
  placePrecisions,
  quoteTypes,
  reliabilities,
  reviewStates,
  sourceKinds,
  speechActs,
  stances,
  verdicts,
} from '../vocabulary.ts'

/**
 * The dossier: the hand-written form of the graph, and its form of exchange. Every item has a slug; an item in a file
 * stands for the whole of that item in the graph, and what a file does not mention stays as it is.
 */

const text = z.string().trim().min(1)
const slug = z
  .string()
  .refine(isSlug, {
    error: 'a slug is lower-case letters, digits and single hyphens, such as vladimir-putin',
  })
  .meta({
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    description: 'Lower-case letters, digits and single hyphens.',
  })
const edtf = z
  .string()
  .refine((value) => parseEdtf(value) !== null, {
    error: 'a date is EDTF (ISO 8601-2) level 1, such as 2023-05-22, 2023-05, 2023-05-22~ or 2022-02-24/..',
  })
  .meta({
    description: 'A date in EDTF (ISO 8601-2) level 1, such as 2023-05-22, 2023-05 or 2023-05-22~.',
    id: 'date',
  })
const language = text.meta({ description: 'A BCP 47 language tag, such as en or uk.' })
const instant = z.iso
  .datetime({ offset: true })
  .refine((value) => parseEdtf(value) !== null, { error: 'an instant is of the years 0000 to 9999' })
const url = z.url({ protocol: /^https?$/ })
const oneOrMore = z.union([text, z.array(text).min(1)])

const country = z
  .string()
  .trim()
  .refine((value) => /^[A-Z]{2}$/.test(value), {
    error: 'an ISO 3166-1 alpha-2 code is two capital letters, such as UA',
  })
  .meta({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2; states only.' })
const subdivision = z
  .string()
  .trim()
  .refine((value) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value), {
    error:
      'an ISO 3166-2 code is that of a country, a hyphen and up to three letters or digits, such as UA-14',
  })
  .meta({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$', description: 'ISO 3166-2.' })

const entity = {
  slug,
  name: text.meta({ description: 'The name that is shown where no language is asked for.' }),
  labels: z
    .record(language, oneOrMore)
    .optional()
    .meta({ description: 'Further names by language; the first of a language is the preferred one.' }),
  description: text.optional(),
  links: z
    .record(text, oneOrMore)
    .optional()
    .meta({ description: 'Identifiers elsewhere by scheme, such as wikidata: Q7833 or geonames: "578071".' }),
}

const place = z
  .strictObject({
    ...entity,
    partOf: slug.optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    precision: z.enum(placePrecisions),
    iso3166_2: subdivision.optional(),
  })
  .meta({ id: 'place' })

const affiliation = z.strictObject({
  organization: slug,
  role: z.enum(affiliationRoles),
  title: text.optional(),
  from: edtf.optional(),
  until: edtf.optional(),
})

const actor = z
  .strictObject({
    ...entity,
    type: z.enum(actorTypes),
    iso3166: country.optional(),
    kind: z
      .enum(organizationKinds)
      .optional()
      .meta({ description: 'Organizations only, and required there.' }),
    allegiance: slug.optional().meta({ description: 'Whom an armed group fights for; armed groups only.' }),
    reliability: z
      .enum(reliabilities)
      .optional()
      .meta({ description: 'Admiralty scale; media outlets only.' }),
    affiliations: z.array(affiliation).optional(),
  })
  .meta({ id: 'actor' })

const participant = z.strictObject({ actor: slug, role: z.enum(participantRoles) })

const event = z
  .strictObject({
    ...entity,
    type: z.enum(eventTypes),
    mode: text.optional().meta({ description: 'The finer type in plain words, such as cross-border raid.' }),
    when: edtf.optional(),
    place: slug.optional(),
    partOf: slug.optional(),
    participants: z
      .array(participant)
      .optional()
      .meta({ description: 'Only participation that nobody disputes; the rest is claims.' }),
  })
  .meta({ id: 'event' })

const source = z
  .strictObject({
    slug,
    title: text,
    kind: z.enum(sourceKinds),
    publisher: slug.optional(),
    author: text.optional(),
    url: url.optional(),
    archivedUrl: url.optional(),
    language: language.optional(),
    publishedAt: edtf.optional(),
    retrievedAt: instant.optional(),
    reliability: z.enum(reliabilities).optional(),
    text: z.string().min(1).optional().meta({ description: 'The whole text, where it may be stored.' }),
  })
  .meta({ id: 'source' })

const figure = z.strictObject({ low: z.number().optional(), high: z.number().optional(), unit: text })
const relation = z.strictObject({ type: z.enum(claimRelationTypes), to: slug })

const claim = z
  .strictObject({
    slug,
    text,
    kind: z.enum(claimKinds),
    subject: slug.optional().meta({ description: 'The actor that the claim is about.' }),
    event: slug.optional(),
    object: slug
      .optional()
      .meta({ description: 'The actor, event or place to which the subject is said to be related.' }),
    figure: figure
      .optional()
      .meta({ description: 'A figure that the claim gives; at least one of low and high.' }),
    relations: z.array(relation).optional(),
  })
  .meta({ id: 'claim' })

const span = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})

const statement = z
  .strictObject({
    slug,
    source: slug,
    speaker: slug,
    onBehalfOf: slug
      .optional()
      .meta({ description: 'Whom the speaker speaks for, where that is not the speaker.' }),
    addressee: slug.optional(),
    text: text.meta({
      description: 'What was said, in the words of whoever coded it, or short quoted words.',
    }),
    language: language.optional(),
    quoteType: z.enum(quoteTypes),
    cue: text.optional().meta({ description: 'The words that introduce it, such as claimed or denies.' }),
    act: z.enum(speechActs),
    claim: slug.optional(),
    stance: z.enum(stances).optional().meta({ description: 'Required with a claim.' }),
    certainty: z
      .enum(certainties)
      .optional()
      .meta({ description: 'How sure the speaker is; required with a stance.' }),
    about: z.array(slug).optional(),
    saidAt: edtf.optional(),
    span: span
      .optional()
      .meta({ description: "Where it stands in the source's text, in UTF-16 code units." }),
    via: slug.optional().meta({ description: 'The statement in which this one is reported.' }),
    review: z.enum(reviewStates).optional().meta({ description: 'ACCEPTED unless said otherwise.' }),
  })
  .meta({ id: 'statement' })

const assessment = z
  .strictObject({
    slug,
    assessor: slug,
    claim: slug,
    verdict: z.enum(verdicts),
    credibility: z.enum(credibilities).optional(),
    method: text.optional(),
    date: edtf.optional(),
    evidence: slug.optional().meta({ description: 'The source in which the verdict stands.' }),
  })
  .meta({ id: 'assessment' })

export const dossier = z
  .strictObject({
    hearsay: z.literal(1).meta({ description: 'The version of the format.' }),
    language: language
      .default('en')
      .meta({ description: 'The language of names and texts that do not say theirs.' }),
    places: z.array(place).default([]),
    actors: z.array(actor).default([]),
    events: z.array(event).default([]),
    sources: z.array(source).default([]),
    claims: z.array(claim).default([]),
    statements: z.array(statement).default([]),
    assessments: z.array(assessment).default([]),
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
