import type { Section } from '../../../values/node-kinds.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { TermName } from './linked-terms.ts'

/** A field of an item that is one property of its record, so that what is written is read back as it was. */
export interface LinkedField {
  readonly field: string
  readonly term: TermName
  /** Of which kind of node the field holds slugs; ACTOR stands for actors, places and events where the field takes any. */
  readonly names?: NodeType
}

const plain = (fields: Readonly<Record<string, TermName>>): LinkedField[] =>
  Object.entries(fields).map(([field, term]) => ({ field, term }))
const naming = (names: NodeType, fields: Readonly<Record<string, TermName>>): LinkedField[] =>
  plain(fields).map((field) => ({ ...field, names }))

const entity = plain({ slug: 'slug', name: 'name', description: 'description', review: 'review' })

/** The fields of all items but those that are records of their own, such as affiliations. */
export const linkedFields: Readonly<Record<Section, readonly LinkedField[]>> = {
  places: [
    ...entity,
    ...plain({ precision: 'precision', iso3166_2: 'iso3166_2' }),
    ...naming('PLACE', { partOf: 'containedInPlace' }),
  ],
  actors: [
    ...entity,
    ...plain({ type: 'actorType', unnamed: 'unnamed', iso3166: 'iso3166' }),
    ...plain({ kind: 'organizationKind', reliability: 'reliability' }),
    ...naming('ACTOR', { allegiance: 'allegiance' }),
  ],
  events: [
    ...entity,
    ...plain({ type: 'eventType', mode: 'mode', when: 'when' }),
    ...naming('PLACE', { place: 'location' }),
    ...naming('EVENT', { partOf: 'superEvent' }),
  ],
  sources: [
    ...plain({ slug: 'slug', title: 'name', kind: 'sourceKind', author: 'creator', url: 'url' }),
    ...plain({ archivedUrl: 'archivedAt', language: 'inLanguage', publishedAt: 'publishedAt' }),
    ...plain({ retrievedAt: 'retrievedAt', reliability: 'reliability', text: 'text' }),
    ...naming('ACTOR', { publisher: 'publisher' }),
    ...naming('SOURCE', { versionOf: 'wasRevisionOf', copyOf: 'copyOf' }),
  ],
  claims: [
    ...plain({ slug: 'slug', text: 'text', kind: 'claimKind', review: 'review' }),
    ...naming('ACTOR', { subject: 'subject', object: 'object' }),
    ...naming('EVENT', { event: 'event' }),
  ],
  statements: [
    ...plain({ slug: 'slug', speakerText: 'speakerText', text: 'text', language: 'inLanguage' }),
    ...plain({ quoteType: 'quoteType', cue: 'cue', act: 'act', stance: 'stance' }),
    ...plain({ certainty: 'certainty', saidAt: 'saidAt', review: 'review' }),
    ...naming('SOURCE', { source: 'statedIn' }),
    ...naming('ACTOR', {
      speaker: 'speaker',
      onBehalfOf: 'onBehalfOf',
      addressee: 'addressee',
      about: 'about',
    }),
    ...naming('CLAIM', { claim: 'claim' }),
    ...naming('STATEMENT', { via: 'via' }),
  ],
  assessments: [
    ...plain({ slug: 'slug', verdict: 'verdict', credibility: 'credibility', method: 'method' }),
    ...plain({ date: 'assessedAt' }),
    ...naming('ACTOR', { assessor: 'author' }),
    ...naming('CLAIM', { claim: 'itemReviewed' }),
    ...naming('SOURCE', { evidence: 'evidence' }),
  ],
}
