/**
 * What a closed vocabulary is for, and what each of its words means. The API and the dossier's JSON schema both say it
 * in these words.
 */
export interface Meaning<Word extends string> {
  readonly of: string
  readonly words: Readonly<Record<Word, string>>
}
