import type { CueAct } from '../attribution.ts'
import type { TokenRange, VerbGroup } from '../grammar/phrase.ts'
import type { VerbForm } from '../lexicon/inflect.ts'
import type { VerbCue } from '../lexicon/lexicon.ts'

/** The form in which a cue, a source and a content stand together. */
export type Frame =
  | 'according'
  | 'adjective'
  | 'bare'
  | 'block'
  | 'colon'
  | 'dash'
  | 'direct'
  | 'gerund'
  | 'headline'
  | 'infinitive'
  | 'light'
  | `noun-${'from' | 'of' | 'that' | 'to'}`
  | 'object'
  | 'parenthetical'
  | `passive-${CueAct}`
  | 'quote-after'
  | 'relative'
  | 'seem'
  | 'that'
  | 'turn'
  | 'urged'

/** An attribution in tokens, before stance, chain and offsets are settled. */
export interface AttributionDraft {
  source: TokenRange | undefined
  cue: TokenRange
  content: TokenRange[]
  frame: Frame
  meaning: Pick<VerbCue, 'act' | 'stance' | 'certainty'>
  group?: VerbGroup
  /** Keeps its place in precise mode. */
  sure: boolean
  /** The speaker's own words, though no marks of quotation stand around them. */
  isVerbatim?: boolean
}

/** A cue verb in its sentence, with what surrounds it already found. */
export interface Candidate {
  group: VerbGroup
  form: VerbForm
  cues: readonly VerbCue[]
  /** The sentence's tokens. */
  low: number
  high: number
}
