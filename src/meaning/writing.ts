import type { Meaning } from './meaning.ts'

/** Sentences on what is handed to the API to be written, and on what it answers. */

export const itemText = {
  id: 'The id of the node that is changed. A new one gets its id by itself.',
  slug: 'Names the node that is changed where `id` does not; of a new one, the readable name that it shall have: lower-case letters, digits and single hyphens.',
  labels: 'Further names by language. The list replaces the whole list.',
  links: 'Identifiers in other catalogues. The list replaces the whole list.',
  review:
    'Whether it counts by itself. If not given, PROPOSED of what is new and only proposed statements speak of, and else ACCEPTED.',
  statementReview: 'Whether it has been accepted into the graph; ACCEPTED, if not given.',
} as const

export const labelText = {
  texts: 'The names in this language, as they are written in it. The first is the preferred one.',
} as const

export const linkText = {
  scheme: 'The catalogue, such as wikidata or geonames.',
  values: 'The identifiers as that catalogue writes them, such as Q7833.',
} as const

export const reportText = {
  text: 'The text of the report.',
  title: 'Its headline; the first line of the text, if not given.',
  publisher: 'The actor that published it.',
  kind: 'The form in which it was published; ARTICLE, if not given.',
  url: 'Where it was published.',
  language: 'The language in which it is written; what the text itself tells, if not given.',
  publishedAt: 'When it was published, as exactly as is known.',
} as const

export const reviewVerdicts = ['ACCEPT', 'REJECT'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

export const reviewVerdictMeaning: Meaning<ReviewVerdict> = {
  of: 'What somebody decides about a proposed statement.',
  words: {
    ACCEPT: 'It counts from now on, and so does what it names.',
    REJECT: 'It counts nowhere, and is kept.',
  },
}

export const reviewText = {
  statement: 'The statement that is decided about.',
  verdict: 'What is decided.',
  edits: 'What is mended in it on the way: the fields that are given.',
  expectedRevision:
    'The statement’s revision as the caller knows it: a Conflict, if another has changed it since.',
} as const

export const writeText = {
  note: 'Why, in the words of whoever asks. It stands in the history.',
  expectedRevision:
    'The node’s revision as the caller knows it. If another has changed the node since, nothing is written, and the answer is a Conflict.',
  revision:
    'The revision that was written; null where nothing was written, because nothing would differ or there are problems.',
  onlyNew:
    'Whether nodes are added alone: the id of one that is there, or a slug that is taken, is a problem then, and nothing of what is there is changed. Nodes that are there may be changed, if not given.',
  problems: 'All that stands in the way. Where there is any, nothing was written.',
} as const
