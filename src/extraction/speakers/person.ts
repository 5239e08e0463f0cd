import type { Gender } from '../lexicon/first-names.ts'
import type { Speaker } from './speaker.ts'

/** Somebody whom a text names or describes. */
export interface PersonMet {
  /** Undefined where several of the graph fit as well. */
  readonly speaker: Speaker | undefined
  /** Its name's parts as they are compared; empty for who is only described. */
  readonly parts: readonly string[]
  /** As the text or the name tells; it may be told later than the name. */
  gender: Gender | undefined
  /** What it is called besides its name, as signatures have it: spokesperson, pentagon. */
  readonly words: Set<string>
  /** Introduced as the wife or the son of another of the same last name. */
  readonly isFamily: boolean
  /** Where it is first met. */
  readonly begin: number
}

/** Whether somebody may be of a gender, as far as the text tells. */
export const fits = ({ gender: own }: PersonMet, gender: Gender | undefined): boolean =>
  !gender || !own || own === gender

/** Where a text means a person, in full, in short or by what it is. */
export interface PersonMention {
  readonly begin: number
  readonly end: number
  readonly person: PersonMet
}
