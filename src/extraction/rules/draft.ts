import type { CueAct, CueMeaning } from '../attribution.ts'
import type { TokenRange, VerbGroup } from '../grammar/phrase.ts'
import type { VerbForm } from '../lexicon/inflect.ts'
import type { VerbCue } from '../lexicon/lexicon.ts'

/** The form in which a cue, a source and a content stand together. */
export type CueFrame =
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

/** The frames whose content is a whole clause, so that the clause may tell what is done by saying it. */
export const framesOfClauses: ReadonlySet<CueFrame> = new Set<CueFrame>([
  'that',
  'bare',
  'direct',
  'quote-after',
  'colon',
  'parenthetical',
  'dash',
  'block',
  'turn',
  'according',
  'noun-that',
])

/** An attribution in tokens, before stance, chain and offsets are settled. */
export interface AttributionDraft {
  source: TokenRange | undefined
  cue: TokenRange
  content: TokenRange[]
  frame: CueFrame
  meaning: CueMeaning
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
