import {
  actorTypes,
  affiliationRoles,
  eventTypes,
  organizationKinds,
  participantRoles,
  placePrecisions,
  reliabilities,
} from '../../../../src/values/vocabulary.ts'
import type { FormField } from '../form/field.ts'

/** The fields of actors, places and events, in the order in which a form has them. */

export const RELIABILITY_HINT = 'A is the best; F cannot be judged.'
export const DATE_HINT = '2023, 2023-05, 2023-05-22 or 2023-05/2023-06; about: 2023~'

const name: FormField = { name: 'name', label: 'Name', kind: 'text', isRequired: true }

const description: FormField = {
  name: 'description',
  label: 'Description',
  kind: 'text',
  isLong: true,
  hint: 'A sentence or two that tell who or what it is, in neutral words.',
}

const labelsAndLinks: readonly FormField[] = [
  {
    name: 'labels',
    label: 'Names by language',
    kind: 'rows',
    one: 'name',
    hint: 'Of several in one language, the first is preferred.',
    fields: [
      { name: 'lang', label: 'Language', kind: 'text', isRequired: true, hint: 'Such as en or uk' },
      { name: 'text', label: 'Name', kind: 'text', isRequired: true },
    ],
    grouped: { key: 'lang', each: 'text', as: 'texts' },
  },
  {
    name: 'links',
    label: 'Identifiers in other catalogues',
    kind: 'rows',
    one: 'identifier',
    fields: [
      { name: 'scheme', label: 'Catalogue', kind: 'text', isRequired: true, hint: 'Such as wikidata' },
      { name: 'value', label: 'Identifier', kind: 'text', isRequired: true },
    ],
    grouped: { key: 'scheme', each: 'value', as: 'values' },
  },
]

export const actorFields: readonly FormField[] = [
  name,
  { name: 'type', label: 'Type', kind: 'choice', values: actorTypes, isRequired: true },
  {
    name: 'kind',
    label: 'Kind of organization',
    kind: 'choice',
    values: organizationKinds,
    isRequired: true,
    applies: ({ type }) => type === 'ORGANIZATION',
  },
  {
    name: 'iso3166',
    label: 'Country code',
    kind: 'text',
    hint: 'Two letters (ISO 3166-1), such as UA',
    applies: ({ type }) => type === 'STATE',
  },
  {
    name: 'allegiance',
    label: 'Allegiance',
    kind: 'node',
    types: ['ACTOR'],
    hint: 'Whom it fights for, where nobody disputes that.',
    applies: ({ type }) => type === 'ARMED_GROUP',
  },
  {
    name: 'reliability',
    label: 'Reliability',
    kind: 'choice',
    values: reliabilities,
    words: String,
    hint: RELIABILITY_HINT,
    applies: ({ type }) => type === 'MEDIA_OUTLET',
  },
  { name: 'unnamed', label: 'Not named by its source', kind: 'check' },
  description,
  {
    name: 'affiliations',
    label: 'Offices and memberships',
    kind: 'rows',
    one: 'office or membership',
    fields: [
      { name: 'organization', label: 'In', kind: 'node', types: ['ACTOR'], isRequired: true },
      { name: 'role', label: 'As', kind: 'choice', values: affiliationRoles, isRequired: true },
      { name: 'title', label: 'Title', kind: 'text', hint: 'Such as governor' },
      { name: 'from', label: 'From', kind: 'date' },
      { name: 'until', label: 'Until', kind: 'date' },
    ],
  },
  ...labelsAndLinks,
]

export const placeFields: readonly FormField[] = [
  name,
  {
    name: 'precision',
    label: 'How near the point is',
    kind: 'choice',
    values: placePrecisions,
    isRequired: true,
  },
  { name: 'latitude', label: 'Latitude', kind: 'number', hint: 'Degrees north; south is negative' },
  { name: 'longitude', label: 'Longitude', kind: 'number', hint: 'Degrees east; west is negative' },
  { name: 'partOf', label: 'Lies in', kind: 'node', types: ['PLACE'] },
  { name: 'iso3166_2', label: 'Code of the region', kind: 'text', hint: 'ISO 3166-2, such as RU-BEL' },
  description,
  ...labelsAndLinks,
]

export const eventFields: readonly FormField[] = [
  name,
  { name: 'type', label: 'Type', kind: 'choice', values: eventTypes, isRequired: true },
  { name: 'mode', label: 'Finer type', kind: 'text', hint: 'In plain words, such as cross-border raid' },
  { name: 'when', label: 'When', kind: 'date', hint: DATE_HINT },
  { name: 'place', label: 'Where', kind: 'node', types: ['PLACE'] },
  { name: 'partOf', label: 'Part of', kind: 'node', types: ['EVENT'] },
  description,
  {
    name: 'participants',
    label: 'Who took part',
    kind: 'rows',
    one: 'participant',
    hint: 'Only what nobody disputes. Who was behind it is a claim instead.',
    fields: [
      { name: 'actor', label: 'Actor', kind: 'node', types: ['ACTOR'], isRequired: true },
      { name: 'role', label: 'Part', kind: 'choice', values: participantRoles, isRequired: true },
    ],
  },
  ...labelsAndLinks,
]
