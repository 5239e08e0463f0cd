import { hasNegation } from './polarity.ts'
import { type SaidWord, saidWordAt } from './said-word.ts'
import { isPluralSubject } from './tense.ts'
import { pastOf, thirdOf } from './verbs.ts'

/** Words that make a sentence say something else once its *not* is gone, or make it no English. */
const hinders =
  /^(?:and|or|but|because|since|so|nor|any|anyone|anybody|anything|anywhere|either|yet|ever|at|until|only|just|even|much|many|all|every|if|unless|although|while|,|;)$/

/**
 * A negated sentence without its negation, which is what it denies: "it did not fire" without its *not*. Undefined where
 * taking the word away would leave another denial, or another meaning.
 */
export function undenied(words: readonly SaidWord[]): readonly SaidWord[] | undefined {
  if (words.some(({ low }) => hinders.test(low))) return undefined
  const at = words.findIndex(({ low }) => /^(?:not|n't|never)$/.test(low))
  const rest = words.filter((_, index) => index !== at)
  if (at < 1 || hasNegation(rest.map(({ text }) => text).join(' '))) return undefined
  const aux = saidWordAt(words, at - 1)
  if (aux.pos !== 'AUX' && words[at]?.low !== 'never') return undefined
  if (aux.low === 'ca' || aux.low === 'wo') return undefined
  return /^(?:did|does|do)$/.test(aux.low) && words[at]?.low !== 'never' ? withoutDo(words, at) : rest
}

/** "did not fire" is "fired". */
function withoutDo(words: readonly SaidWord[], not: number): readonly SaidWord[] | undefined {
  const verb = words[not + 1]
  if (verb?.pos !== 'VERB' && verb?.pos !== 'AUX') return undefined
  const aux = words[not - 1]?.low
  const plural = aux === 'do' || isPluralSubject(words, not - 1) === true
  const form = aux === 'did' ? pastOf(verb.low) : plural ? verb.low : thirdOf(verb.low)
  if (verb.low === 'be') return undefined
  return [...words.slice(0, not - 1), { ...verb, text: form, low: form }, ...words.slice(not + 2)]
}
