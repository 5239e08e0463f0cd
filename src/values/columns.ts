/**
 * Every column that a file can have, in one place: a thing stands under the same head in whatever file it is. What is not
 * here does not compile as part of a row, neither of the explorer's files nor of an export's tables.
 */

/** Nodes stand by their slugs or ids; under the head beside it stands what they are called. */
export const NODE_COLUMNS = {
  actor: 'actorName',
  actorA: 'actorAName',
  actorB: 'actorBName',
  addressee: 'addresseeName',
  allegiance: 'allegianceName',
  assessor: 'assessorName',
  claim: 'claimText',
  copyOf: 'copyOfTitle',
  event: 'eventName',
  evidence: 'evidenceTitle',
  from: 'fromName',
  node: 'nodeName',
  object: 'objectName',
  onBehalfOf: 'onBehalfOfName',
  organization: 'organizationName',
  partOf: 'partOfName',
  place: 'placeName',
  publisher: 'publisherName',
  source: 'sourceTitle',
  speaker: 'speakerName',
  statement: 'statementText',
  subject: 'subjectName',
  to: 'toName',
  versionOf: 'versionOfTitle',
} as const

/** The same of several, with what each of them is to the row's own node: `russia: TARGET; ukraine: INITIATOR`. */
export const LIST_COLUMNS = {
  about: 'aboutNames',
  affiliations: 'affiliationNames',
  assessments: 'assessmentNames',
  claimCandidates: 'claimCandidateTexts',
  participants: 'participantNames',
} as const

/** Dates stand as they are known, in EDTF, and beside it by the first and the last day that they allow. */
export const DATE_COLUMNS = ['date', 'publishedAt', 'saidAt', 'since', 'until', 'when'] as const

const OTHERS = [
  // What kind of thing it is, and what it is like.
  'nodeType',
  'actorType',
  'organizationKind',
  'eventType',
  'eventMode',
  'claimKind',
  'sourceKind',
  'description',
  'role',
  'title',
  'author',
  'language',
  'reliability',
  'url',
  'latitude',
  'longitude',
  'precision',
  'iso3166',
  'iso3166_2',
  'unnamed',
  'labels',
  'links',
  'archivedUrl',
  'retrievedAt',
  'text',
  'id',
  'slug',
  'nodeKind',
  // What was said, and how.
  'index',
  'act',
  'quoteType',
  'exact',
  'prefix',
  'suffix',
  'speakerText',
  'start',
  'end',
  'cue',
  'called',
  'newSpeaker',
  'newOnBehalfOf',
  'newAddressee',
  'newClaim',
  'via',
  'voice',
  // Who takes which side, and what others found.
  'side',
  'stance',
  'certainty',
  'factuality',
  'changed',
  'knownAt',
  'stanceA',
  'stanceB',
  'agreement',
  'standing',
  'assessment',
  'verdict',
  'credibility',
  'method',
  'review',
  // Figures, each with its unit.
  'low',
  'high',
  'unit',
  // How many there are.
  'claims',
  'events',
  'sources',
  'speakers',
  'statements',
  'statementsAbout',
  'proposedStatements',
  'inItsOwnVoice',
  'ofTheseForOthers',
  'byOthersOnItsBehalf',
  'agree',
  'conflict',
  'weight',
  // How a row was found, and how it is tied to others.
  'facet',
  'value',
  'valueName',
  'found',
  'path',
  'step',
  'link',
  'relation',
  'relationFrom',
] as const

export type NodeColumn = keyof typeof NODE_COLUMNS
export type ListColumn = keyof typeof LIST_COLUMNS
export type DateColumn = (typeof DATE_COLUMNS)[number]
export type Column =
  | NodeColumn
  | (typeof NODE_COLUMNS)[NodeColumn]
  | ListColumn
  | (typeof LIST_COLUMNS)[ListColumn]
  | DateColumn
  | `${DateColumn}Earliest`
  | `${DateColumn}Latest`
  | (typeof OTHERS)[number]
