import { readTokens } from '../../src/extraction/text/tokens.ts'
import type { Stance } from '../../src/values/vocabulary.ts'

const pronouns =
  /(?<![\p{L}\p{N}]|\p{L}-)(?:i|me|my|mine|we|us|our|ours|you|your|yours|he|him|his|she|her|hers|it|its|they|them|their|theirs|(?:him|her|it|my)self|(?:them|our|your)selves)(?![\p{L}\p{N}]|-\p{L})/giu
const negation = /\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|false|untrue)\b|n['’]t\b/gi

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** How many words two texts share, as the harmonic mean of the shares of both. */
export function likenessOf(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const both = first.length - without(first, second).length
  return first.length + second.length === 0 ? 1 : (2 * both) / (first.length + second.length)
}

/** What is left of a list when each word of another is taken away once. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken]
  return list.filter((word) => {
    const at = left.indexOf(word)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}

/**
 * Pronouns of which the claim does not tell whom they mean, and that a careful reader has put a name in place of. Of "the
 * dam broke because nobody looked after it" the claim tells by itself.
 */
export function danglingPronouns(claim: string, gold: string): string[] {
  const told = pronounsIn(claim).filter(({ word, at }) => !isToldBefore(word, claim.slice(0, at)))
  return without(
    told.map(({ word }) => word),
    pronounsIn(gold).map(({ word }) => word),
  )
}

/** Not in capitals throughout: the US is no pronoun. */
const pronounsIn = (text: string): { word: string; at: number }[] =>
  [...text.matchAll(pronouns)]
    .filter(([word]) => word.length === 1 || word !== word.toUpperCase())
    .map(({ 0: word, index }) => ({ word: word.toLowerCase(), at: index }))

/** By a noun of the right number; who speaks and who is spoken to is told by none. */
function isToldBefore(word: string, before: string): boolean {
  if (!/^(?:h|s|it|th)/.test(word)) return false
  const { low, pos } = readTokens(before)
  const nouns = low.filter((_, index) => /^(?:NOUN|PROPN)$/.test(pos[index] as string))
  return /^th/.test(word) ? nouns.some((noun) => plural.test(noun)) || nouns.length > 1 : nouns.length > 0
}

const plural = /s$|^(?:people|children|men|women|police|staff)$/

/** With a capital at its beginning, a stop at its end and a verb within. */
export function isWholeSentence(claim: string): boolean {
  if (!/^["“«„‘'(]?[\p{Lu}\p{N}$€£]/u.test(claim) || !/[.!][)"”»“’']*$/.test(claim)) return false
  if (/^["“«„‘']?(?:that|which|who|whom|whether|because|and|but|or|to)\s/i.test(claim)) return false
  return readTokens(claim).pos.some((tag) => tag === 'VERB' || tag === 'AUX') || form.test(claim)
}

/** A word in a verb's form, behind the first: the tagger takes many a verb for a noun. */
const form = /\s(?!hundred)\p{Ll}+(?:s|ed)(?!\p{L})/u

/** Whether each quotation mark that opens is closed. A single one may be an apostrophe, and is passed over. */
export function isBalanced(claim: string): boolean {
  const count = (mark: string) => claim.split(mark).length - 1
  const [opened, closed] = [count('“') + count('„'), count('”')]
  const isCurly = opened === closed || (count('„') > 0 && count('„') === count('“'))
  return isCurly && count('«') === count('»') && count('"') % 2 === 0
}

/** Which way somebody speaks who takes a side on a text: to deny what has a "not" is to affirm it without. */
export function wayOf(text: string, stance: Stance): 'for' | 'against' {
  const negations = (text.match(negation)?.length ?? 0) + (stance === 'DENIES' ? 1 : 0)
  return negations % 2 === 0 ? 'for' : 'against'
}
