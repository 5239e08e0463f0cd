import { type Called, nameInSentence } from '../proposing/voices.ts'
import { type SaidWord, saidWord } from './said-word.ts'
import { isPluralSubject } from './tense.ts'
import { pastOfGerund, pastOfPerfect, thirdOf } from './verbs.ts'

export const isNounsOnly = (words: readonly SaidWord[]): boolean =>
  words.some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos)) &&
  !words.some(({ pos }) => /^(?:VERB|AUX|PUNCT)$/.test(pos))

/**
 * A sentence of what somebody is said to have done: a gerund becomes the past, a thing or a crime what they are to blame
 * for.
 */
export function deedOf(words: readonly SaidWord[], whom: readonly SaidWord[]): SaidWord[] | undefined {
  const [first] = words
  if (!first) return undefined
  if (/^(?:not|never|no)$/.test(first.low)) return undefined
  const done = doneOf(words, whom)
  if (done) return done
  if (first.low.endsWith('ing') && first.pos === 'VERB') return undefined
  const be = beOf(whom)
  if (!be || words.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return undefined
  const isThing = first.pos === 'DET'
  return [
    saidWord(be, 'AUX'),
    saidWord(isThing ? 'responsible' : 'guilty', 'ADJ'),
    saidWord(isThing ? 'for' : 'of', 'ADP'),
    ...words,
  ]
}

export const beOf = (whom: readonly SaidWord[]): string | undefined => {
  const plural = isPluralSubject(whom, whom.length)
  return plural === undefined ? undefined : plural ? 'are' : 'is'
}

/** "shelling the town", "having taken money", "being a spy". */
export function doneOf(words: readonly SaidWord[], whom: readonly SaidWord[]): SaidWord[] | undefined {
  const [first, second] = words
  if (first?.low === 'being') {
    const be = second && pastOfPerfect(second.low) === undefined ? beOf(whom) : undefined
    return be ? [saidWord(be, 'AUX'), ...words.slice(1)] : undefined
  }
  const isPerfect = first?.low === 'having' && second !== undefined
  const past = isPerfect ? pastOfPerfect(second.low) : pastOfGerund(first?.low ?? '')
  if (past === undefined || (past === 'had' && !isPerfect)) return undefined
  return [saidWord(past, 'VERB'), ...words.slice(isPerfect ? 2 : 1)].map((one, at, all) => also(one, at, all))
}

/** "looting and burning houses": the second gerund as well. */
function also(one: SaidWord, at: number, all: readonly SaidWord[]): SaidWord {
  const past =
    all[at - 1]?.low === 'and' && (one.pos === 'VERB' || at === 2) ? pastOfGerund(one.low) : undefined
  return past === undefined ? one : { ...one, text: past, low: past }
}

export const subjectOf = (speaker: Called): SaidWord[] =>
  nameInSentence(speaker)
    .split(' ')
    .map((one) => saidWord(one, 'PROPN'))

export function infinitiveOf(words: readonly SaidWord[], whom: readonly SaidWord[]): SaidWord[] | undefined {
  const [first, second] = words
  if (!first || !/^(?:VERB|AUX)$/.test(first.pos)) return undefined
  const plural = isPluralSubject(whom, whom.length)
  if (first.low === 'have' && second?.low === 'been')
    return plural === undefined ? undefined : [saidWord(plural ? 'were' : 'was', 'AUX'), ...words.slice(2)]
  const past = first.low === 'have' && second ? pastOfPerfect(second.low) : undefined
  if (past !== undefined) return [saidWord(past, 'VERB'), ...words.slice(2)]
  if (plural === undefined) return undefined
  if (first.low === 'be') return [saidWord(plural ? 'are' : 'is', 'AUX'), ...words.slice(1)]
  return [saidWord(plural ? first.low : thirdOf(first.low), first.pos), ...words.slice(1)]
}
