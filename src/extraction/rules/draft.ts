import type { TokenRange, VerbGroup } from '../grammar/phrase.ts'
import type { VerbCue } from '../lexicon/lexicon.ts'

/** An attribution in tokens, before stance, chain and offsets are settled. */
export interface AttributionDraft {
  source: TokenRange | undefined
  cue: TokenRange
  content: TokenRange[]
  frame: string
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
  form: string
  cues: VerbCue[]
  /** The sentence's tokens. */
  low: number
  high: number
}
