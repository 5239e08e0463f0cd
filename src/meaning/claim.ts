import type { ClaimKind, ClaimRelationType, Credibility, Standing, Verdict } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const claimKindMeaning: Meaning<ClaimKind> = {
  of: 'What a claim is a claim of.',
  words: {
    RESPONSIBILITY: 'Who did it, ordered it or is to blame.',
    CASUALTIES: 'How many people were killed, wounded, captured or displaced.',
    CONTROL: 'Who holds a place or a thing.',
    IDENTITY: 'Who somebody is, or to whom somebody belongs.',
    SUPPORT: 'Who helps whom, with arms, money, orders or otherwise.',
    OCCURRENCE: 'That something happened at all, or how it came about.',
    DAMAGE: 'What was damaged or destroyed, and by what. People are CASUALTIES.',
    INTENT: 'What somebody means to do, or meant to achieve.',
    OTHER: 'None of the others.',
  },
}

export const claimRelationTypeMeaning: Meaning<ClaimRelationType> = {
  of: 'How one claim bears on another.',
  words: {
    CONTRADICTS: 'Both cannot be true. Holds both ways, and makes both CONTESTED if both are affirmed.',
    SUPPORTS: 'If the first is true, the second is likelier.',
    REFINES: 'The first says more exactly what the second says; if the first is true, so is the second.',
    EQUIVALENT: 'Both say the same in different words. Holds both ways.',
  },
}

export const standingMeaning: Meaning<Standing> = {
  of:
    'How a claim stands: what follows from the positions that actors take on it. It tells who says what, and not ' +
    'whether the claim is true; that is what assessments are for. A denial counts here however sure it is, though who ' +
    'denies without being certain stands among those who doubt.',
  words: {
    ASSERTED: 'Affirmed by somebody, denied by nobody, and no claim that contradicts it is affirmed.',
    DENIED: 'Denied by somebody, and affirmed by nobody.',
    CONTESTED: 'Affirmed and denied, or affirmed while a claim that contradicts it is affirmed too.',
    OPEN: 'Nobody affirms or denies it.',
  },
}

export const verdictMeaning: Meaning<Verdict> = {
  of:
    'What an assessor concluded about a claim, as in a ClaimReview of schema.org. A claim that nobody has assessed has ' +
    'no verdict; that is not the same as UNVERIFIED.',
  words: {
    VERIFIED: 'The assessor found evidence that it is true.',
    PARTLY_VERIFIED: 'The assessor found part of it true; the rest was not found true.',
    UNVERIFIED:
      'The assessor looked at it and could not confirm it, and did not find it false. A claim without any assessment ' +
      'was never looked at.',
    DISPUTED: 'The assessor found evidence on both sides.',
    REFUTED: 'The assessor found evidence that it is false.',
  },
}

export const credibilityMeaning: Meaning<Credibility> = {
  of:
    'How credible one piece of information is, on the Admiralty scale (1 to 6). How reliable its source is in general ' +
    'is told by Reliability instead.',
  words: {
    ONE: '1, confirmed: independent sources say the same, and it fits what else is known.',
    TWO: '2, probably true: not confirmed, but it fits what else is known.',
    THREE: '3, possibly true: not confirmed, and it fits in part.',
    FOUR: '4, doubtful: possible, but nothing else supports it.',
    FIVE: '5, improbable: other information contradicts it.',
    SIX: '6, cannot be judged: there is nothing to compare it with. This is no bad mark.',
  },
}

export const claimText = {
  text: 'The proposition as one plain sentence that can be true or false, without saying who says so.',
  kind: 'What it is a claim of.',
  subject: 'The actor that the claim is about.',
  event: 'The event that the claim is about.',
  object: 'The actor, event or place to which the subject is said to be related.',
  figure: 'The figure that the claim gives. Competing figures are claims of their own.',
  relations: 'How it bears on other claims, and they on it.',
} as const

export const figureText = {
  low: 'At least so many; missing where only an upper end is given. For an exact figure both ends are the same.',
  high: 'At most so many; missing where only a lower end is given.',
  unit: 'What is counted, such as people killed.',
} as const

export const relationText = {
  type: 'How the first claim bears on the second.',
  to: 'The second claim, on which the first one bears.',
} as const

export const assessmentText = {
  assessor: 'The actor that judged the claim, such as a newsroom or a fact-checker.',
  claim: 'The claim that was judged.',
  verdict: 'What the assessor concluded.',
  credibility: 'How credible the assessor found it, on the Admiralty scale; missing where it did not say.',
  method: 'How the assessor came to the verdict, such as geolocation of a video.',
  date: 'When the assessor judged.',
  evidence: 'The source in which the verdict stands.',
} as const
