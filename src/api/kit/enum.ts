import { actorTypeMeaning, affiliationRoleMeaning, organizationKindMeaning } from '../../meaning/actor.ts'
import {
  claimKindMeaning,
  claimRelationTypeMeaning,
  credibilityMeaning,
  standingMeaning,
  verdictMeaning,
} from '../../meaning/claim.ts'
import { eventTypeMeaning, participantRoleMeaning } from '../../meaning/event.ts'
import { changeKindMeaning, revisionActionMeaning } from '../../meaning/history.ts'
import type { Meaning } from '../../meaning/meaning.ts'
import { mergeRuleMeaning } from '../../meaning/merging.ts'
import { placePrecisionMeaning } from '../../meaning/place.ts'
import { facetMeaning, linkTypeMeaning, nodeTypeMeaning, voiceMeaning } from '../../meaning/question.ts'
import { reliabilityMeaning, sourceKindMeaning } from '../../meaning/source.ts'
import {
  certaintyMeaning,
  quoteTypeMeaning,
  reviewStateMeaning,
  sideMeaning,
  speechActMeaning,
  stanceMeaning,
} from '../../meaning/statement.ts'
import { userRoleMeaning } from '../../meaning/user.ts'
import { reviewVerdictMeaning, reviewVerdicts } from '../../meaning/writing.ts'
import {
  actorTypes,
  affiliationRoles,
  certainties,
  changeKinds,
  claimKinds,
  claimRelationTypes,
  credibilities,
  eventTypes,
  facets,
  linkTypes,
  mergeRules,
  nodeTypes,
  organizationKinds,
  participantRoles,
  placePrecisions,
  quoteTypes,
  reliabilities,
  reviewStates,
  revisionActions,
  sides,
  sourceKinds,
  speechActs,
  stances,
  standings,
  userRoles,
  verdicts,
  voices,
} from '../../values/vocabulary.ts'
import { builder } from './builder.ts'

/** A vocabulary as an enum, described by what its words mean. */
const enumOf = <const V extends string>(name: string, values: readonly V[], { of, words }: Meaning<V>) =>
  builder.enumType(name, {
    description: of,
    values: Object.fromEntries(values.map((value) => [value, { value, description: words[value] }])) as {
      [value in V]: { value: value; description: string }
    },
  })

export const NodeTypeEnum = enumOf('NodeType', nodeTypes, nodeTypeMeaning)
export const ActorTypeEnum = enumOf('ActorType', actorTypes, actorTypeMeaning)
export const OrganizationKindEnum = enumOf('OrganizationKind', organizationKinds, organizationKindMeaning)
export const ParticipantRoleEnum = enumOf('ParticipantRole', participantRoles, participantRoleMeaning)
export const AffiliationRoleEnum = enumOf('AffiliationRole', affiliationRoles, affiliationRoleMeaning)
export const LinkTypeEnum = enumOf('LinkType', linkTypes, linkTypeMeaning)
export const FacetEnum = enumOf('Facet', facets, facetMeaning)
export const EventTypeEnum = enumOf('EventType', eventTypes, eventTypeMeaning)
export const ClaimKindEnum = enumOf('ClaimKind', claimKinds, claimKindMeaning)
export const ClaimRelationTypeEnum = enumOf('ClaimRelationType', claimRelationTypes, claimRelationTypeMeaning)
export const StandingEnum = enumOf('Standing', standings, standingMeaning)
export const StanceEnum = enumOf('Stance', stances, stanceMeaning)
export const SideEnum = enumOf('Side', sides, sideMeaning)
export const VoiceEnum = enumOf('Voice', voices, voiceMeaning)
export const CertaintyEnum = enumOf('Certainty', certainties, certaintyMeaning)
export const SpeechActEnum = enumOf('SpeechAct', speechActs, speechActMeaning)
export const QuoteTypeEnum = enumOf('QuoteType', quoteTypes, quoteTypeMeaning)
export const SourceKindEnum = enumOf('SourceKind', sourceKinds, sourceKindMeaning)
export const ReviewStateEnum = enumOf('ReviewState', reviewStates, reviewStateMeaning)
export const VerdictEnum = enumOf('Verdict', verdicts, verdictMeaning)
export const ReliabilityEnum = enumOf('Reliability', reliabilities, reliabilityMeaning)
export const CredibilityEnum = enumOf('Credibility', credibilities, credibilityMeaning)
export const PlacePrecisionEnum = enumOf('PlacePrecision', placePrecisions, placePrecisionMeaning)
export const RoleEnum = enumOf('Role', userRoles, userRoleMeaning)
export const RevisionActionEnum = enumOf('RevisionAction', revisionActions, revisionActionMeaning)
export const ChangeKindEnum = enumOf('ChangeKind', changeKinds, changeKindMeaning)
export const MergeRuleEnum = enumOf('MergeRule', mergeRules, mergeRuleMeaning)
export const ReviewVerdictEnum = enumOf('ReviewVerdict', reviewVerdicts, reviewVerdictMeaning)
