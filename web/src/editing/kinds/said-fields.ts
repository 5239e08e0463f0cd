import {
  certainties,
  claimKinds,
  claimRelationTypes,
  credibilities,
  quoteTypes,
  reliabilities,
  reviewStates,
  sourceKinds,
  speechActs,
  stances,
  verdicts,
} from '../../../../src/values/vocabulary.ts'
import { actWord, plain, stanceWord, verdictWord } from '../../kit/words.ts'
import type { FormField } from '../form/field.ts'
import { isEmptyValue } from '../form/form-value.ts'
import { DATE_HINT, RELIABILITY_HINT } from './entity-fields.ts'

/** The fields of sources, claims, statements and assessments, in the order in which a form has them. */

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
const addressRefusal = (text: string): string =>
  isWebAddress(text) ? '' : 'An address begins with http:// or https://.'

const instantRefusal = (text: string): string =>
  /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/.test(text) && Number.isFinite(Date.parse(text))
    ? ''
    : 'Give the day and the time, such as 2023-05-22T14:30:00Z.'

export const sourceFields: readonly FormField[] = [
  { name: 'title', label: 'Title', kind: 'text', isRequired: true },
  { name: 'kind', label: 'Form', kind: 'choice', values: sourceKinds, isRequired: true },
  { name: 'publisher', label: 'Publisher', kind: 'node', types: ['ACTOR'] },
  { name: 'author', label: 'Author', kind: 'text', hint: 'The byline, as it stands there' },
  { name: 'publishedAt', label: 'Published', kind: 'date', hint: DATE_HINT },
  {
    name: 'retrievedAt',
    label: 'Retrieved',
    kind: 'text',
    hint: 'Such as 2023-05-22T14:30:00Z',
    refusal: instantRefusal,
  },
  { name: 'url', label: 'Address', kind: 'text', refusal: addressRefusal },
  { name: 'archivedUrl', label: 'Archived copy', kind: 'text', refusal: addressRefusal },
  { name: 'language', label: 'Language', kind: 'text', hint: 'Such as en or uk' },
  {
    name: 'reliability',
    label: 'Reliability',
    kind: 'choice',
    values: reliabilities,
    words: String,
    hint: RELIABILITY_HINT,
  },
  { name: 'versionOf', label: 'A later version of', kind: 'node', types: ['SOURCE'] },
  { name: 'copyOf', label: 'Takes over', kind: 'node', types: ['SOURCE'] },
  { name: 'text', label: 'The whole text', kind: 'text', isLong: true },
]

export const claimFields: readonly FormField[] = [
  {
    name: 'text',
    label: 'What is claimed',
    kind: 'text',
    isLong: true,
    isRequired: true,
    hint: 'One plain sentence that can be true or false, without who says so.',
  },
  { name: 'kind', label: 'Kind', kind: 'choice', values: claimKinds, isRequired: true },
  { name: 'subject', label: 'About', kind: 'node', types: ['ACTOR'] },
  { name: 'event', label: 'Event', kind: 'node', types: ['EVENT'] },
  { name: 'object', label: 'Object', kind: 'node', types: ['ACTOR', 'EVENT', 'PLACE'] },
  {
    name: 'figure',
    label: 'Figure',
    kind: 'group',
    hint: 'For an exact figure both ends are the same.',
    fields: [
      { name: 'low', label: 'At least', kind: 'number' },
      { name: 'high', label: 'At most', kind: 'number' },
      { name: 'unit', label: 'Of what', kind: 'text', isRequired: true, hint: 'Such as people killed' },
    ],
  },
  {
    name: 'relations',
    label: 'How it bears on other claims',
    kind: 'rows',
    one: 'relation',
    fields: [
      {
        name: 'type',
        label: 'It',
        kind: 'choice',
        values: claimRelationTypes,
        words: relationWord,
        isRequired: true,
      },
      { name: 'to', label: 'Claim', kind: 'node', types: ['CLAIM'], isRequired: true },
    ],
  },
]

const relationWords: Readonly<Record<string, string>> = { EQUIVALENT: 'says the same as' }
function relationWord(type: string): string {
  return relationWords[type] ?? plain(type)
}

export const statementFields: readonly FormField[] = [
  { name: 'text', label: 'What was said', kind: 'text', isLong: true, isRequired: true },
  { name: 'source', label: 'Source', kind: 'node', types: ['SOURCE'], isRequired: true },
  { name: 'speaker', label: 'Speaker', kind: 'node', types: ['ACTOR'], isRequired: true },
  { name: 'speakerText', label: 'Words for the speaker', kind: 'text', hint: 'As they stand in the source' },
  { name: 'onBehalfOf', label: 'On behalf of', kind: 'node', types: ['ACTOR'] },
  { name: 'addressee', label: 'Said to', kind: 'node', types: ['ACTOR'] },
  {
    name: 'quoteType',
    label: 'Whose words',
    kind: 'choice',
    values: quoteTypes,
    words: quoteWord,
    isRequired: true,
  },
  {
    name: 'act',
    label: 'What is done by saying it',
    kind: 'choice',
    values: speechActs,
    words: actWord,
    isRequired: true,
  },
  { name: 'cue', label: 'Words that introduce it', kind: 'text', hint: 'Such as claimed or denies' },
  { name: 'claim', label: 'Claim', kind: 'node', types: ['CLAIM'] },
  {
    name: 'stance',
    label: 'Stance',
    kind: 'choice',
    values: stances,
    words: stanceWord,
    isRequired: true,
    applies: ({ claim }) => !isEmptyValue(claim),
  },
  {
    name: 'certainty',
    label: 'How sure',
    kind: 'choice',
    values: certainties,
    isRequired: true,
    applies: ({ claim }) => !isEmptyValue(claim),
  },
  { name: 'about', label: 'About', kind: 'nodes', types: ['ACTOR', 'EVENT', 'PLACE'] },
  { name: 'saidAt', label: 'Said', kind: 'date', hint: DATE_HINT },
  { name: 'language', label: 'Language', kind: 'text', hint: 'Such as en or uk' },
  {
    name: 'span',
    label: 'Where it stands in the source’s text',
    kind: 'group',
    fields: [
      { name: 'start', label: 'From character', kind: 'number', isRequired: true },
      { name: 'end', label: 'Until character', kind: 'number', isRequired: true },
      { name: 'exact', label: 'The words', kind: 'text', isLong: true, isRequired: true },
      { name: 'prefix', label: 'Before them', kind: 'text', isLong: true },
      { name: 'suffix', label: 'After them', kind: 'text', isLong: true },
    ],
  },
  { name: 'via', label: 'Reported in the statement', kind: 'node', types: ['STATEMENT'] },
  { name: 'review', label: 'Review', kind: 'choice', values: reviewStates },
]

const quoteWords: Readonly<Record<string, string>> = {
  DIRECT: 'the speaker’s own',
  INDIRECT: 'the source’s',
  MIXED: 'some of both',
}
function quoteWord(type: string): string {
  return quoteWords[type] ?? plain(type)
}

const credibilityNumbers: Readonly<Record<string, string>> = Object.fromEntries(
  credibilities.map((word, index) => [word, String(index + 1)]),
)

export const assessmentFields: readonly FormField[] = [
  { name: 'claim', label: 'Claim', kind: 'node', types: ['CLAIM'], isRequired: true },
  { name: 'assessor', label: 'Assessor', kind: 'node', types: ['ACTOR'], isRequired: true },
  {
    name: 'verdict',
    label: 'Verdict',
    kind: 'choice',
    values: verdicts,
    words: verdictWord,
    isRequired: true,
  },
  {
    name: 'credibility',
    label: 'Credibility',
    kind: 'choice',
    values: credibilities,
    words: (word) => credibilityNumbers[word] ?? word,
    hint: '1 is confirmed; 6 cannot be judged.',
  },
  { name: 'method', label: 'Method', kind: 'text', isLong: true, hint: 'Such as geolocation of a video' },
  { name: 'date', label: 'When', kind: 'date', hint: DATE_HINT },
  { name: 'evidence', label: 'Evidence', kind: 'node', types: ['SOURCE'] },
]
