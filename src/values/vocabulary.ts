/** The closed vocabularies: the same words in SQL, in the dossier, in GraphQL and on the page. */

export const nodeTypes = ['ACTOR', 'PLACE', 'EVENT', 'SOURCE', 'CLAIM', 'STATEMENT', 'ASSESSMENT'] as const
export const actorTypes = ['STATE', 'ORGANIZATION', 'ARMED_GROUP', 'MEDIA_OUTLET', 'PERSON'] as const
export const organizationKinds = [
  'GOVERNMENT_BODY',
  'SECURITY_SERVICE',
  'MILITARY',
  'INTERNATIONAL',
  'PARTY',
  'COMPANY',
  'CIVIL_SOCIETY',
  'OTHER',
] as const
export const participantRoles = ['INITIATOR', 'TARGET', 'PARTY', 'AFFECTED'] as const
export const affiliationRoles = [
  'MEMBER',
  'OFFICIAL',
  'LEADER',
  'SPOKESPERSON',
  'PART_OF',
  'CITIZEN',
] as const
/** The order is that of strength: where two are tied in several ways, the first of these is what a path goes by. */
export const linkTypes = [
  'TOLD',
  'QUOTED_VIA',
  'SPEAKS_ABOUT',
  'AFFILIATED',
  'PARTICIPATES_IN',
  'PARTICIPATES_WITH',
  'SAME_SIDE',
  'OPPOSITE_SIDE',
] as const
export const facets = [
  'SPEAKER',
  'ABOUT',
  'EVENT',
  'CLAIM',
  'SOURCE',
  'PUBLISHER',
  'ACT',
  'STANCE',
  'MONTH',
] as const
/** PLOVER's sixteen, and OTHER. */
export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'OTHER',
] as const
export const claimKinds = [
  'RESPONSIBILITY',
  'CASUALTIES',
  'CONTROL',
  'IDENTITY',
  'SUPPORT',
  'OCCURRENCE',
  'DAMAGE',
  'INTENT',
  'OTHER',
] as const
export const claimRelationTypes = ['CONTRADICTS', 'SUPPORTS', 'REFINES', 'EQUIVALENT'] as const
export const standings = ['ASSERTED', 'DENIED', 'CONTESTED', 'OPEN'] as const
export const stances = ['AFFIRMS', 'DENIES', 'UNCOMMITTED'] as const
/** Whoever denies without being certain doubts. */
export const sides = ['AFFIRMS', 'DOUBTS', 'DENIES'] as const
/** Who says what counts as an actor's words: it itself, or others on its behalf. */
export const voices = ['OWN', 'ON_BEHALF'] as const
/** FactBank's degrees of certainty. */
export const certainties = ['CERTAIN', 'PROBABLE', 'POSSIBLE'] as const
export const speechActs = [
  'STATE',
  'CLAIM_RESPONSIBILITY',
  'DENY_RESPONSIBILITY',
  'ACCUSE',
  'DENY',
  'CONFIRM',
  'DOUBT',
  'DEMAND',
  'PROMISE',
  'THREATEN',
  'CONDEMN',
  'SUPPORT',
  'DISTANCE',
  'DECLINE_COMMENT',
  'PREDICT',
  'BELIEVE',
  'INTEND',
  'FEEL',
  'OTHER',
] as const
export const quoteTypes = ['DIRECT', 'INDIRECT', 'MIXED'] as const
export const sourceKinds = [
  'ARTICLE',
  'POST',
  'BROADCAST',
  'TRANSCRIPT',
  'IMAGE',
  'VIDEO',
  'REPORT',
  'OTHER',
] as const
export const reviewStates = ['ACCEPTED', 'PROPOSED', 'REJECTED'] as const
/** How a node came into the graph, and whether it counts: a node is never turned down itself. */
export const origins = ['ACCEPTED', 'PROPOSED'] as const
export const verdicts = ['VERIFIED', 'PARTLY_VERIFIED', 'UNVERIFIED', 'DISPUTED', 'REFUTED'] as const
/** Admiralty scale of a source: A (completely reliable) to F (cannot be judged). */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Admiralty scale of a piece of information: 1 (confirmed) to 6 (cannot be judged). */
export const credibilities = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'] as const
/** What somebody who is known to the graph may do: read; write as well; and say who else may. */
export const userRoles = ['READER', 'EDITOR', 'ADMIN'] as const
/** What a revision did. */
export const revisionActions = [
  'RECORD',
  'IMPORT',
  'READ',
  'REVIEW',
  'MERGE',
  'UNMERGE',
  'REMOVE',
  'UNDO',
] as const
/** What became of a node in a revision. */
export const changeKinds = ['CREATED', 'UPDATED', 'REMOVED', 'MERGED', 'UNMERGED'] as const
/** By what a merge resolves what would make no sense after it. */
export const mergeRules = [
  'SPEAKS_FOR_ITSELF',
  'ADDRESSES_ITSELF',
  'ABOUT_TWICE',
  'AFFILIATED_WITH_ITSELF',
  'AFFILIATED_TWICE',
  'AFFILIATE_TWICE',
  'TAKES_PART_TWICE',
  'PARTICIPANT_TWICE',
  'RELATED_TO_ITSELF',
  'RELATED_TWICE',
  'REFERRED_TO_TWICE',
  'PART_OF_ITSELF',
] as const
export const placePrecisions = ['EXACT', 'VICINITY', 'LOCALITY', 'REGION', 'COUNTRY'] as const

export type NodeType = (typeof nodeTypes)[number]
export type ActorType = (typeof actorTypes)[number]
export type OrganizationKind = (typeof organizationKinds)[number]
export type ParticipantRole = (typeof participantRoles)[number]
export type AffiliationRole = (typeof affiliationRoles)[number]
export type LinkType = (typeof linkTypes)[number]
export type Facet = (typeof facets)[number]
export type EventType = (typeof eventTypes)[number]
export type ClaimKind = (typeof claimKinds)[number]
export type ClaimRelationType = (typeof claimRelationTypes)[number]
export type Standing = (typeof standings)[number]
export type Stance = (typeof stances)[number]
export type Voice = (typeof voices)[number]
export type Side = (typeof sides)[number]
export type Certainty = (typeof certainties)[number]
export type SpeechAct = (typeof speechActs)[number]
export type QuoteType = (typeof quoteTypes)[number]
export type SourceKind = (typeof sourceKinds)[number]
export type ReviewState = (typeof reviewStates)[number]
export type Origin = (typeof origins)[number]
export type Verdict = (typeof verdicts)[number]
export type Reliability = (typeof reliabilities)[number]
export type Credibility = (typeof credibilities)[number]
export type PlacePrecision = (typeof placePrecisions)[number]
export type UserRole = (typeof userRoles)[number]
export type RevisionAction = (typeof revisionActions)[number]
export type ChangeKind = (typeof changeKinds)[number]
export type MergeRule = (typeof mergeRules)[number]
