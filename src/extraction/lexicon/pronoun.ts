import type { Gender } from './first-names.ts'

export type PronounKind = 'PERSON' | 'THING' | 'MANY' | 'SELF' | 'OURS'

const pronounKinds: readonly [PronounKind, RegExp][] = [
  ['PERSON', /^(?:he|him|his|himself|she|her|hers|herself)$/],
  ['THING', /^(?:it|its|itself)$/],
  ['MANY', /^(?:they|them|their|theirs|themselves)$/],
  ['SELF', /^(?:i|me|my|mine|myself)$/],
  ['OURS', /^(?:we|us|our|ours|ourselves)$/],
]

/** The kind of pronoun that words are; undefined where they are none. */
export function kindOfPronoun(words: string): PronounKind | undefined {
  const low = words.toLowerCase()
  return pronounKinds.find(([, pattern]) => pattern.test(low))?.[0]
}

export const genderOfPronoun = (words: string): Gender | undefined =>
  /^(?:he|him|his|himself)$/i.test(words)
    ? 'MALE'
    : /^(?:she|her|hers|herself)$/i.test(words)
      ? 'FEMALE'
      : undefined
