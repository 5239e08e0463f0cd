import type { Certainty, QuoteType, SpeechAct, Stance } from '../values/vocabulary.ts'

/** A half-open range of UTF-16 code units in the text that was read. */
export type Span = [begin: number, end: number]

/**
 * The act that a cue names. A question (ASK) asserts nothing and becomes OTHER, UNCOMMITTED, but it is read by rules of
 * its own.
 */
export type CueAct = SpeechAct | 'ASK'

/** The meaning of a cue: "denied" is DENY, DENIES, CERTAIN. */
export interface CueMeaning {
  readonly act: CueAct
  readonly stance: Stance
  readonly certainty: Certainty
}

/** "said", and whatever else tells no more than that something was said. */
export const plainlySaid = { act: 'STATE', stance: 'AFFIRMS', certainty: 'CERTAIN' } as const

export interface Attribution {
  /** Empty where the text names nobody: "it is expected that". */
  source: Span[]
  cue: Span[]
  content: Span[]
  act: SpeechAct
  stance: Stance
  certainty: Certainty
  quoteType: QuoteType
  /** The attribution whose content this one stands in: its speaker is only known through that one's speaker. */
  via?: number
}

export type Mode = 'balanced' | 'precise'
