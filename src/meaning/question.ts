import { type Facet, type LinkType, linkTypes, type NodeType, type Voice } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const nodeTypeMeaning: Meaning<NodeType> = {
  of: 'The seven kinds of node.',
  words: {
    ACTOR: 'A state, organization, armed group, media outlet or person.',
    PLACE: 'Somewhere on the map.',
    EVENT: 'Something that happened.',
    SOURCE: 'A document in which statements stand.',
    CLAIM: 'A proposition that can be true or false.',
    STATEMENT: 'One speaker saying one thing in one source.',
    ASSESSMENT: 'An actor’s verdict on a claim.',
  },
}

export const linkTypeMeaning: Meaning<LinkType> = {
  of: `How two entities are tied. From the strongest to the weakest: ${linkTypes.join(', ')}.`,
  words: {
    TOLD: 'The one is the speaker of a statement, and the other its addressee.',
    QUOTED_VIA: 'A statement of the one is reported within a statement of the other.',
    SPEAKS_ABOUT: 'A statement of the one is about the other.',
    AFFILIATED: 'The one belongs to the other, or holds office in it.',
    PARTICIPATES_IN:
      'The one, an actor, takes part in the other, an event, in the role that Link.role tells.',
    PARTICIPATES_WITH:
      'Both take part in an event in the same role, which Link.role tells: its initiators, its targets, its parties or ' +
      'those whom it affects. Parties of one event may be on opposite sides of it; an initiator and a target are not ' +
      'tied by this.',
    SAME_SIDE:
      'There is a claim that both affirm or both deny. On others they may be on opposite sides: see Link.agree and ' +
      'Link.conflict.',
    OPPOSITE_SIDE:
      'There is a claim that the one affirms and the other denies. On others they may be on the same side: see ' +
      'Link.agree and Link.conflict.',
  },
}

export const facetMeaning: Meaning<Facet> = {
  of: 'What statements can be counted by.',
  words: {
    SPEAKER: 'The speaker itself, not whom it speaks for.',
    ABOUT: 'Whom or what they are about; a statement about two counts for both.',
    EVENT: 'The event of the claim that they speak to.',
    CLAIM: 'The claim that they speak to.',
    SOURCE: 'The source in which they stand.',
    PUBLISHER: 'The publisher of the source in which they stand.',
    ACT: 'What the speaker does by saying it.',
    STANCE: 'The side that they take on their claim.',
    MONTH:
      'The month in which they were said (UTC), such as 2023-05, where it is known; where no day is, that in which their ' +
      'source appeared.',
  },
}

export const voiceMeaning: Meaning<Voice> = {
  of: 'Whose voice an actor’s words are in.',
  words: {
    OWN: 'Said by the actor itself, for itself or on behalf of another.',
    ON_BEHALF: 'Said by others on the actor’s behalf.',
  },
}
