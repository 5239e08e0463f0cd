import {
  actorTypes,
  affiliationRoles,
  certainties,
  claimKinds,
  claimRelationTypes,
  credibilities,
  eventTypes,
  facets,
  linkTypes,
  nodeTypes,
  organizationKinds,
  participantRoles,
  placePrecisions,
  quoteTypes,
  reliabilities,
  reviewStates,
  sides,
  sourceKinds,
  speechActs,
  stances,
  standings,
  verdicts,
} from '../vocabulary.ts'
import { builder } from './builder.ts'

type Meanings<V extends string> = { [value in V]?: string }

/** A vocabulary as an enum; `meanings` tells what its words do not. */
const enumOf = <const V extends string>(
  name: string,
  values: readonly V[],
  description: string,
  meanings: Meanings<V> = {},
) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(values.map((value) => [value, { value, description: meanings[value] }])) as {
      [value in V]: { value: value; description?: string }
    },
  })

export const NodeTypeEnum = enumOf('NodeType', nodeTypes, 'The seven kinds of node.')
export const ActorTypeEnum = enumOf('ActorType', actorTypes, 'The five types of actor.')
export const OrganizationKindEnum = enumOf('OrganizationKind', organizationKinds, 'What an organization is.')
export const ParticipantRoleEnum = enumOf(
  'ParticipantRole',
  participantRoles,
  'The part that an actor takes in an event.',
  {
    INITIATOR: 'Began it.',
    TARGET: 'It was directed at it.',
    PARTY: 'Took part, on any side.',
    AFFECTED: 'Bore its consequences without taking part.',
  },
)
export const AffiliationRoleEnum = enumOf(
  'AffiliationRole',
  affiliationRoles,
  'How an actor belongs to another.',
  {
    PART_OF: 'An organization or group within a larger one.',
  },
)
export const LinkTypeEnum = enumOf('LinkType', linkTypes, 'How two entities are tied.', {
  SPEAKS_ABOUT: 'A statement of the one is about the other.',
  AFFILIATED: 'The one belongs to the other.',
  PARTICIPATES_WITH: 'Both take part in an event.',
  SAME_SIDE: 'Both affirm a claim, or both deny it.',
  OPPOSITE_SIDE: 'The one affirms a claim that the other denies.',
})
export const FacetEnum = enumOf('Facet', facets, 'What statements can be counted by.', {
  SPEAKER: 'The speaker itself.',
  ABOUT: 'Whom or what they are about; a statement about two counts for both.',
  EVENT: 'The event of the claim that they speak to.',
  PUBLISHER: 'The publisher of the source in which they stand.',
  MONTH: 'The month in which they were said (UTC), such as 2023-05, where it is known.',
})
export const EventTypeEnum = enumOf('EventType', eventTypes, 'PLOVER’s sixteen types of event, and OTHER.')
export const ClaimKindEnum = enumOf('ClaimKind', claimKinds, 'What a claim is a claim of.', {
  RESPONSIBILITY: 'Who did it.',
  CASUALTIES: 'How many were killed, hurt or lost.',
  CONTROL: 'Who holds what.',
  IDENTITY: 'Who somebody is.',
  SUPPORT: 'Who helps whom.',
  OCCURRENCE: 'That a thing happened at all.',
  DAMAGE: 'What was damaged, and by what.',
  INTENT: 'What somebody means to do.',
})
export const ClaimRelationTypeEnum = enumOf(
  'ClaimRelationType',
  claimRelationTypes,
  'How one claim bears on another.',
  {
    CONTRADICTS: 'Both cannot be true; holds both ways.',
    SUPPORTS: 'If the one is true, the other is likelier.',
    REFINES: 'The one says more exactly what the other says.',
    EQUIVALENT: 'The same in other words; holds both ways.',
  },
)
export const StandingEnum = enumOf(
  'Standing',
  standings,
  'How a claim stands, by the positions that actors take on it now.',
  {
    ASSERTED: 'Affirmed, denied by nobody, and contradicted by no affirmed claim.',
    DENIED: 'Denied, and affirmed by nobody.',
    CONTESTED: 'Affirmed and denied, or affirmed while a claim that contradicts it is affirmed too.',
    OPEN: 'Nobody commits.',
  },
)
export const StanceEnum = enumOf('Stance', stances, 'The side that a statement takes on its claim.', {
  UNCOMMITTED: 'Speaks to the claim without taking a side.',
})
export const SideEnum = enumOf('Side', sides, 'What a position comes to.', {
  DOUBTS: 'Denies without being certain, or takes no side.',
  DENIES: 'Denies, and is certain.',
})
export const CertaintyEnum = enumOf('Certainty', certainties, 'How sure the speaker is (FactBank).')
export const SpeechActEnum = enumOf(
  'SpeechAct',
  speechActs,
  'What is done by saying it: CAMEO’s and PLOVER’s verbal acts, claims and denials of responsibility kept apart, and ' +
    'what a report ascribes without speech (BELIEVE, INTEND, FEEL).',
  {
    DISTANCE: 'Moves away from a thing or an actor without denying.',
    BELIEVE: 'A belief or an expectation that the source ascribes to the speaker.',
    INTEND: 'An intention that the source ascribes to the speaker.',
    FEEL: 'An attitude or an emotion that the source ascribes to the speaker.',
  },
)
export const QuoteTypeEnum = enumOf('QuoteType', quoteTypes, 'Whose words a statement is given in.', {
  DIRECT: 'The speaker’s own words, quoted.',
  INDIRECT: 'The source’s words.',
  MIXED: 'The source’s words with quoted ones among them.',
})
export const SourceKindEnum = enumOf('SourceKind', sourceKinds, 'What a source is.')
export const ReviewStateEnum = enumOf('ReviewState', reviewStates, 'Whether somebody has taken it over.', {
  ACCEPTED: 'Counts.',
  PROPOSED: 'Proposed by a program; counts nowhere until it is accepted.',
  REJECTED: 'Turned down; kept, and counts nowhere.',
})
export const VerdictEnum = enumOf('Verdict', verdicts, 'What an assessor found of a claim.')
export const ReliabilityEnum = enumOf(
  'Reliability',
  reliabilities,
  'The reliability of a source on the Admiralty scale: A (completely reliable) to E (unreliable); F: cannot be judged.',
)
export const CredibilityEnum = enumOf(
  'Credibility',
  credibilities,
  'The credibility of information on the Admiralty scale: 1 (confirmed) to 5 (improbable); 6: cannot be judged.',
)
export const PlacePrecisionEnum = enumOf('PlacePrecision', placePrecisions, 'How exactly a place is known.', {
  EXACT: 'The point itself.',
  VICINITY: 'Near the point.',
  LOCALITY: 'A town or village.',
  REGION: 'A region; the point is its middle.',
  COUNTRY: 'A country; the point is its middle.',
})
