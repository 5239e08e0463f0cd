import type { ActorType, AffiliationRole, OrganizationKind } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const actorTypeMeaning: Meaning<ActorType> = {
  of: 'The five types of actor. Each is a GraphQL type of its own that implements Actor.',
  words: {
    STATE: 'A state. It speaks through its bodies and officials, whose statements are made on its behalf.',
    ORGANIZATION:
      'An organization, public or private, that is neither an armed group nor a media outlet: a ministry, an army, an ' +
      'alliance, a party, a company.',
    ARMED_GROUP:
      'An armed group that is not part of a state’s own forces. A state’s army is an ORGANIZATION.',
    MEDIA_OUTLET: 'A newspaper, broadcaster, news agency or channel: whoever publishes sources.',
    PERSON: 'One human being.',
  },
}

export const organizationKindMeaning: Meaning<OrganizationKind> = {
  of: 'What sort of organization it is.',
  words: {
    GOVERNMENT_BODY:
      'Part of a state’s government or administration: a ministry, an office, a regional government.',
    SECURITY_SERVICE: 'A state’s police, border guard or intelligence service.',
    MILITARY: 'A state’s armed forces, or a part of them.',
    INTERNATIONAL: 'Made up of states, such as the United Nations or NATO.',
    PARTY: 'A political party or movement.',
    COMPANY: 'A business, whoever owns it.',
    CIVIL_SOCIETY:
      'An association, charity, research institute, church or the like, independent of the state.',
    OTHER: 'None of the others.',
  },
}

export const affiliationRoleMeaning: Meaning<AffiliationRole> = {
  of: 'How an actor belongs to another actor.',
  words: {
    MEMBER:
      'Belongs to it without holding an office, such as a fighter in a group or a state in an alliance.',
    OFFICIAL: 'Holds an office in it that is neither its highest nor that of its spokesperson.',
    LEADER: 'Heads it: a president, a commander, a director.',
    SPOKESPERSON: 'Holds the office of speaking for it.',
    PART_OF: 'Is an organization or group within the larger one, such as a ministry within a government.',
    CITIZEN: 'Is a person with the citizenship of this state.',
  },
}

export const actorText = {
  type: 'Whether it is a state, an organization, an armed group, a media outlet or a person.',
  iso3166: 'The state’s two-letter country code (ISO 3166-1 alpha-2), such as UA.',
  kind: 'What sort of organization it is.',
  allegiance: 'The actor that the armed group fights for, where nobody disputes that.',
  reliability: 'How reliable the outlet is in general, on the Admiralty scale.',
  unnamed:
    'Whether no source names it: it is only described, by words such as officials or a witness, and stands for whoever ' +
    'one source means by them. It has no labels, and is left out of lists, facets and searches; its statements and positions ' +
    'count like any other’s.',
  affiliations: 'What this actor belongs to or holds office in.',
} as const

export const affiliationText = {
  organization: 'The actor that is belonged to. It can be of any type: a citizen belongs to a state.',
  role: 'How the one actor belongs to the other.',
  title: 'The title of the office, such as governor.',
  from: 'When the affiliation began, as far as is known.',
  until: 'When the affiliation ended; missing where it lasts, or where the end is not known.',
} as const
