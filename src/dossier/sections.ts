/** The lists of a dossier, in the order of dependence, each with the word for one of it. */
export const sections = {
  places: 'place',
  actors: 'actor',
  events: 'event',
  sources: 'source',
  claims: 'claim',
  statements: 'statement',
  assessments: 'assessment',
} as const

export type Section = keyof typeof sections
export const sectionNames = Object.keys(sections) as Section[]

/** `a statement`, `an actor`. */
export const anItemOf = (noun: Section): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${sections[noun]}`

const entities: readonly Section[] = ['actors', 'events', 'places']

/** A field that holds a slug: `speaker`, each of `about`, or the `to` of each of `relations`. */
export interface Reference {
  readonly field: string
  readonly each?: true
  readonly inner?: string
  readonly wanted: readonly Section[]
}

const one = (field: string, ...wanted: Section[]): Reference => ({ field, wanted })
const each = (field: string, inner: string, ...wanted: Section[]): Reference => ({
  field,
  each: true,
  inner,
  wanted,
})

export const references: Readonly<Record<Section, readonly Reference[]>> = {
  places: [one('partOf', 'places')],
  actors: [one('allegiance', 'actors'), each('affiliations', 'organization', 'actors')],
  events: [one('place', 'places'), one('partOf', 'events'), each('participants', 'actor', 'actors')],
  sources: [one('publisher', 'actors'), one('versionOf', 'sources'), one('copyOf', 'sources')],
  claims: [
    one('subject', 'actors'),
    one('event', 'events'),
    one('object', ...entities),
    each('relations', 'to', 'claims'),
  ],
  statements: [
    one('source', 'sources'),
    one('speaker', 'actors'),
    one('onBehalfOf', 'actors'),
    one('addressee', 'actors'),
    one('claim', 'claims'),
    { field: 'about', each: true, wanted: entities },
    one('via', 'statements'),
  ],
  assessments: [one('assessor', 'actors'), one('claim', 'claims'), one('evidence', 'sources')],
}

/** Fields through which a noun leads to its own kind, and may not lead back to itself. */
export const hierarchies: readonly (readonly [Section, string])[] = [
  ['places', 'partOf'],
  ['actors', 'allegiance'],
  ['events', 'partOf'],
  ['sources', 'versionOf'],
  ['sources', 'copyOf'],
  ['statements', 'via'],
]
