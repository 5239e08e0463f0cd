/** A half-open range of UTF-16 code units in the text that was read. */
export type Span = [begin: number, end: number]

export type Act =
  | 'STATE'
  | 'CLAIM_RESPONSIBILITY'
  | 'DENY_RESPONSIBILITY'
  | 'ACCUSE'
  | 'DENY'
  | 'CONFIRM'
  | 'DOUBT'
  | 'DEMAND'
  | 'PROMISE'
  | 'THREATEN'
  | 'CONDEMN'
  | 'SUPPORT'
  | 'DISTANCE'
  | 'DECLINE_COMMENT'
  | 'PREDICT'
  | 'BELIEVE'
  | 'INTEND'
  | 'FEEL'
  | 'OTHER'

/** What a cue names. A question asserts nothing: it becomes OTHER, UNCOMMITTED, but it is read by rules of its own. */
export type CueAct = Act | 'ASK'

export type Stance = 'AFFIRMS' | 'DENIES' | 'UNCOMMITTED'
export type Certainty = 'CERTAIN' | 'PROBABLE' | 'POSSIBLE'
export type QuoteType = 'DIRECT' | 'INDIRECT' | 'MIXED'

export interface Attribution {
  /** Empty where the text names nobody: "it is expected that". */
  source: Span[]
  cue: Span[]
  content: Span[]
  act: Act
  stance: Stance
  certainty: Certainty
  quoteType: QuoteType
  /** The attribution whose content this one stands in: its speaker is only known through that one's speaker. */
  via?: number
}

export type Mode = 'balanced' | 'precise'
