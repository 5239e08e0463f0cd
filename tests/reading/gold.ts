import type { Span } from '../../src/extraction/attribution.ts'
import type { Certainty, SpeechAct, Stance } from '../../src/values/vocabulary.ts'
import type { GoldGraph } from './gold-graph.ts'
import type { GoldActor, WrittenReport } from './shape.ts'

export const halves = ['locked', 'open'] as const
export type Half = (typeof halves)[number]

/** The folders of each half, each with a graph of its own. */
export const foldersOf: Readonly<Record<Half, readonly string[]>> = {
  locked: ['locked', 'locked-2'],
  open: ['open', 'open-2', 'open-3', 'open-4'],
}

/** Whom a careful reader means: an actor of the graph, a new one by any of some names, or nobody by name. */
export type Wanted =
  | { readonly is: 'known'; readonly slug: string }
  | { readonly is: 'new'; readonly actor: GoldActor }
  | { readonly is: 'described' }
  | { readonly is: 'open' }

export interface GoldStatement {
  /** Its place in its file's list. */
  readonly index: number
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly speakers: readonly Wanted[]
  readonly onBehalfOf: Wanted | undefined
  readonly addressee: Wanted | undefined
  readonly about: readonly string[]
  readonly saidAt: string | undefined
  readonly act: SpeechAct
  readonly stance: Stance
  readonly certainty: Certainty
  readonly claim: string | undefined
  readonly nearest: string | undefined
}

/** A report as it is read, with what a careful reader finds in it. */
export interface GoldReport {
  readonly half: Half
  readonly folder: string
  readonly name: string
  readonly written: WrittenReport
  readonly text: string
  readonly graph: GoldGraph
  readonly statements: readonly GoldStatement[]
  readonly actors: readonly GoldActor[]
  /** What looks like speech and asserts nothing. */
  readonly nothing: readonly Span[]
}
