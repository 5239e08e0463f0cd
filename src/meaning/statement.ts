import type { Certainty, QuoteType, ReviewState, Side, SpeechAct, Stance } from '../values/vocabulary.ts'
import { languageTag } from './entity.ts'
import type { Meaning } from './meaning.ts'

export const speechActMeaning: Meaning<SpeechAct> = {
  of:
    'What the speaker does by saying it. Most are the verbal acts of CAMEO and PLOVER, with claims and denials of ' +
    'responsibility kept apart; BELIEVE, INTEND and FEEL are what a source ascribes to somebody without speech. The ' +
    'act alone does not tell the side that is taken on a claim: stance does.',
  words: {
    STATE:
      'Says that something is so, by its own knowledge. For the speaker’s own deed there is CLAIM_RESPONSIBILITY, for ' +
      'what others had said or reported before there is CONFIRM.',
    CLAIM_RESPONSIBILITY: 'Says that the speaker itself, or whoever it speaks for, did it.',
    DENY_RESPONSIBILITY:
      'Says that the speaker, or whoever it speaks for, did not do it. Denying anything else is DENY.',
    ACCUSE: 'Says that somebody else did wrong or is to blame. Blame for what is undisputed is CONDEMN.',
    DENY: 'Says that something others have said is not so. To call it merely uncertain is DOUBT.',
    CONFIRM: 'Says that something others had said, reported or asked about before is so.',
    DOUBT: 'Says that something may not be so, without denying it.',
    DEMAND: 'Asks, calls on or orders somebody to do something, without a threat.',
    PROMISE: 'Commits to doing something that the other side wants. Harm instead is THREATEN.',
    THREATEN: 'Announces or warns of harm, perhaps under a condition.',
    CONDEMN: 'Disapproves of a deed or an actor. Who did it is not in question; where it is, ACCUSE.',
    SUPPORT: 'Approves, praises or sides with somebody or something.',
    DISTANCE: 'Moves away from a thing or an actor without denying or condemning it.',
    DECLINE_COMMENT: 'Says that it will not say anything on it.',
    PREDICT:
      'Says what will happen, where it is not up to the speaker. Where it is: PROMISE, THREATEN or INTEND.',
    BELIEVE: 'Has a belief or an expectation, as the source ascribes it.',
    INTEND: 'Has an intention or a plan, as the source ascribes it.',
    FEEL: 'Has an attitude or an emotion, as the source ascribes it.',
    OTHER: 'None of the others, such as a question or a greeting.',
  },
}

export const stanceMeaning: Meaning<Stance> = {
  of: 'The side that a statement takes on its claim. How sure the speaker is of it is told by Certainty.',
  words: {
    AFFIRMS: 'Says that the claim is true: certainly, probably or possibly, as certainty tells.',
    DENIES:
      'Says that the claim is not true. With the certainty PROBABLE or POSSIBLE this means doubt: probably, or ' +
      'possibly, not true.',
    UNCOMMITTED: 'Speaks to the claim without taking a side, such as by asking or by declining to comment.',
  },
}

export const sideMeaning: Meaning<Side> = {
  of: 'Stance and certainty of a position put together as three sides, as the explorer shows them.',
  words: {
    AFFIRMS: 'Affirms, however sure.',
    DOUBTS: 'Denies without being certain, or takes no side.',
    DENIES: 'Denies, and is certain.',
  },
}

export const certaintyMeaning: Meaning<Certainty> = {
  of: 'How sure the speaker is, in the three degrees of FactBank. How sure the source is plays no part.',
  words: {
    CERTAIN: 'Sure of it. Also where the speaker gives no sign of doubt (CT in FactBank).',
    PROBABLE: 'Thinks it likely: “probably”, “most likely” (PR in FactBank).',
    POSSIBLE: 'Thinks it possible: “may”, “perhaps” (PS in FactBank).',
  },
}

export const quoteTypeMeaning: Meaning<QuoteType> = {
  of: 'Whose words a statement is given in.',
  words: {
    DIRECT: 'The speaker’s own words, quoted.',
    INDIRECT: 'The source’s words for what the speaker said.',
    MIXED: 'The source’s words, with some of the speaker’s own quoted among them.',
  },
}

export const reviewStateMeaning: Meaning<ReviewState> = {
  of: 'Whether a statement has been accepted into the graph, and with it what it names.',
  words: {
    ACCEPTED: 'Accepted: it counts in positions, standings and all figures.',
    PROPOSED: 'Proposed by a program; it counts nowhere until somebody accepts it.',
    REJECTED: 'Turned down; it is kept, and counts nowhere.',
  },
}

export const statementText = {
  source: 'The source in which the statement stands.',
  speaker:
    'The actor that says it. Who is not named there is an actor that is unnamed, of this statement’s source alone.',
  speakerText:
    'The words for the speaker in the source, such as officials, or Kari Holm, the director of the port.',
  onBehalfOf:
    'The actor that the speaker speaks for, where that is another, such as the state of a minister. The position on ' +
    'the claim is then this actor’s.',
  addressee: 'The actor to whom it was said.',
  text: 'What was said, in the words of the source or of whoever wrote it down.',
  language: `The language of the text. ${languageTag}`,
  quoteType: 'Whose words the text is in.',
  cue: 'The words that introduce it in the source, such as claimed or denies.',
  act: 'What the speaker does by saying it, such as to accuse, deny or promise.',
  claim: 'The claim that the statement speaks to; missing where it speaks to none.',
  stance: 'The side that it takes on its claim; missing where it has no claim.',
  certainty: 'How sure the speaker is; missing where there is no stance.',
  about: 'The actors, events and places that it is about.',
  saidAt:
    'When it was said, as far as is known. Where no day is given it was said by the day on which its source appeared, and ' +
    'orders, ranges of time, months and the timeline have it there.',
  span: 'Where it stands in the source’s text.',
  via: 'The statement in which this one is reported: the next outer link of the chain of attribution.',
  review: 'Whether it has been accepted into the graph.',
} as const

/** A stretch of a text: a text position and a text quote selector in one. */
export const spanText = {
  start: 'The offset of its first code unit, counted from 0.',
  end: 'The offset just after its last code unit, so that end - start is its length.',
  exact: 'The words themselves.',
  prefix: 'A few words from right before it, by which it is found again if the text changes; may be empty.',
  suffix: 'A few words from right after it, by which it is found again if the text changes; may be empty.',
} as const
