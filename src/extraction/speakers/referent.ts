import type { Speaker } from './speaker.ts'

/** A pronoun inside what is said, and whom it means. */
export interface Referent {
  readonly begin: number
  readonly end: number
  readonly speaker: Speaker
}
