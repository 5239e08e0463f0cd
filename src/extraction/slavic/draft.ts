import type { CueMeaning } from '../attribution.ts'
import type { Slavic, SlavicVerbSense } from './lexicon.ts'
import type { SlavicRange, SlavicTokens } from './tokens.ts'

/** A verb of saying in its sentence. */
export interface Cue {
  /** The verb's place, and the begin of the words that belong to it: its negation, adverbs. */
  readonly at: number
  readonly lead: number
  readonly sense: SlavicVerbSense
  readonly isNegated: boolean
  readonly sentence: SlavicRange
}

/** An attribution in tokens. */
export interface SlavicDraft {
  /** Undefined where nobody is named. */
  readonly source: SlavicRange | undefined
  readonly cue: SlavicRange
  readonly content: SlavicRange[]
  readonly meaning: CueMeaning
  readonly frame: 'quote' | 'clause' | 'bare' | 'object' | 'according' | 'headline' | 'before'
  readonly isNegated?: boolean
  /** Told as what others doubt: якобы, нібито. */
  readonly isDistant?: boolean
  /** Keeps its place in precise mode. */
  readonly sure: boolean
}

export interface SlavicReader {
  readonly t: SlavicTokens
  readonly language: Slavic
}
