import { foldedName } from '../../text/fold.ts'
import { demonyms, stateNames } from '../lexicon/states.ts'

/** A name as it is compared with others: folded, without its article, a possessive's ending and stray marks. */
export const comparedName = (words: string) =>
  foldedName(words)
    .replace(/^(the|a|an)\s+/, '')
    .replace(/'s?$/, '')
    .replace(/(?<![\s,])[\s,]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

const idleInNames = new Set('the a an of for in and region oblast s'.split(' '))
const sameWord = new Map(
  Object.entries({
    defense: 'defence',
    spokesman: 'spokesperson',
    spokeswoman: 'spokesperson',
    department: 'ministry',
    dept: 'ministry',
    secretary: 'minister',
    govt: 'government',
    organisation: 'organization',
  }),
)

/** A state's other names and what its people are called, by their first words, the longest first: each with its first name. */
const stateWords = new Map<string, { words: readonly string[]; state: readonly string[] }[]>()
for (const [form, state] of [...stateNames, ...demonyms]) {
  const words = form.split(/[\s-]+/).map(withoutEndMarks)
  if (form === state || form.length < 2) continue
  const first = words[0] as string
  const forms = stateWords.get(first) ?? []
  stateWords.set(first, forms)
  forms.push({ words, state: state.split(/[\s-]+/) })
  forms.sort((a, b) => b.words.length - a.words.length)
}

/** Words with the names of peoples, and the other names of states, as the states' first names. */
function withStates(words: readonly string[]): string[] {
  const plain: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = stateWords
      .get(words[at] as string)
      ?.find((form) => form.words.every((word, index) => words[at + index] === word))
    plain.push(...(found?.state ?? [words[at] as string]))
    at += found?.words.length ?? 1
  }
  return plain
}

function withoutEndMarks(word: string): string {
  return word.replace(/(?<![.,;:!?])[.,;:!?]+$/, '')
}

/** The words that `signature` takes for others, by those others: norwegian by norway, secretary by minister. */
const spellings = new Map<string, Set<string>>()
const lettersPattern = /\p{L}+/gu
for (const [word, other] of sameWord) spell(other, word)
for (const [form, state] of [...stateNames, ...demonyms])
  for (const part of form === state ? [] : (state.match(lettersPattern) ?? []))
    for (const word of form.match(lettersPattern) ?? []) spell(part, word)

function spell(other: string, word: string): void {
  const words = spellings.get(other)
  if (words) words.add(word)
  else spellings.set(other, new Set([word]))
}

/** These words of a signature, and all that it may have had in their place. */
export const spelled = (words: Iterable<string>): string[] => {
  const all = new Set(words)
  for (const word of [...all]) for (const other of spellings.get(word) ?? []) all.add(other)
  return [...all]
}

/** The words that tell one name from another, with demonyms as their states: "Norway's defense ministry". */
export function signature(words: string): string[] {
  const plain = foldedName(words)
    .replace(/'s\b|'(?=\s|$)/g, '')
    .replace(/[()“”",]/g, ' ')
    .split(/[\s-]+/)
    .map(withoutEndMarks)
    .filter(Boolean)
  return [
    ...new Set(
      withStates(plain)
        .filter((w) => !idleInNames.has(w))
        .map((w) => sameWord.get(w) ?? w),
    ),
  ].sort()
}
