import type { Meaning, Slavic, VerbSense } from './lexicon.ts'
import type { Range, Tokens } from './tokens.ts'

/** A verb of saying in its sentence. */
export interface Cue {
  /** Where the verb stands, and where the words begin that belong to it: its negation, adverbs. */
  readonly at: number
  readonly lead: number
  readonly sense: VerbSense
  readonly isNegated: boolean
  readonly sentence: Range
}

/** An attribution in tokens. */
export interface Draft {
  /** Undefined where nobody is named. */
  readonly source: Range | undefined
  readonly cue: Range
  readonly content: Range[]
  readonly meaning: Meaning
  readonly frame: 'quote' | 'clause' | 'bare' | 'object' | 'according' | 'headline' | 'before'
  readonly isNegated?: boolean
  /** Told as what others doubt: якобы, нібито. */
  readonly isDistant?: boolean
  /** Keeps its place in precise mode. */
  readonly sure: boolean
}

export interface Reader {
  readonly t: Tokens
  readonly language: Slavic
}
