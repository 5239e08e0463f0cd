import type { Gender } from '../lexicon/first-names.ts'
import type { Speaker } from './speaker.ts'

/** Somebody whom a text names or describes. */
export interface PersonMet {
  /** Undefined where several of the graph fit as well. */
  readonly speaker: Speaker | undefined
  /** Its name's parts as they are compared; empty for who is only described. */
  readonly parts: readonly string[]
  /** The gender that the text or the name tells; it may be told later than the name. */
  gender: Gender | undefined
  /** Words by which it is called besides its name, as signatures have them: spokesperson, pentagon. */
  readonly words: Set<string>
  /** Introduced as the wife or the son of another of the same last name. */
  readonly isFamily: boolean
  /** The place where it is first met. */
  readonly begin: number
}

/** Whether somebody may be of a gender, as far as the text tells. */
export const fits = ({ gender: own }: PersonMet, gender: Gender | undefined): boolean =>
  !gender || !own || own === gender

/** A place where a text means a person, in full, in short or by what it is. */
export interface PersonMention {
  readonly begin: number
  readonly end: number
  readonly person: PersonMet
}
