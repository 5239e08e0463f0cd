/**
 * The meaning of a closed vocabulary and of each of its words. The API and the dossier's JSON schema both say it in these
 * words.
 */
export interface Meaning<Word extends string> {
  readonly of: string
  readonly words: Readonly<Record<Word, string>>
}
