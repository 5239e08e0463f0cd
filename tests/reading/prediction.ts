import type { Span } from '../../src/extraction/attribution.ts'
import type { ActorType, Certainty, SpeechAct, Stance } from '../../src/values/vocabulary.ts'

/** Whom a reading takes a speaker for. */
export type Came =
  | { readonly is: 'known'; readonly slug: string }
  | { readonly is: 'new'; readonly name: string; readonly type: ActorType }
  | { readonly is: 'described'; readonly name: string }
  | { readonly is: 'open' }

export interface PredictedClaim {
  readonly slug: string
  readonly text: string
  /** Whether the reading made it; else it was in the graph before. */
  readonly isNew: boolean
}

/** One attribution as `hearsay read` has written it: where two speak, two statements of the same words. */
export interface Prediction {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly speakers: readonly Came[]
  readonly onBehalfOf: Came | undefined
  readonly addressee: Came | undefined
  readonly about: readonly string[]
  readonly saidAt: string | undefined
  readonly act: SpeechAct
  readonly stance: Stance
  readonly certainty: Certainty
  readonly claim: PredictedClaim | undefined
  /** Whether it stands in what somebody else says: gold leaves such out. */
  readonly isNested: boolean
}
