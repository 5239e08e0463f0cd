import { type SaidWord, saidWordAt } from './said-word.ts'
import { isWholeSentence } from './whole.ts'

const speechVerb =
  /^(?:said|says|added|adds|attribut(?:ed|es)|refus(?:ed|es)|declin(?:ed|es)|call(?:ed|s)|urg(?:ed|es)|warn(?:ed|s)|demand(?:ed|s)|accus(?:ed|es)|blam(?:ed|es)|den(?:ied|ies)|promis(?:ed|es)|vow(?:ed|s)|pledg(?:ed|es)|insist(?:ed|s)|describ(?:ed|es)|dismiss(?:ed|es)|reject(?:ed|s)|suggest(?:ed|s)|argu(?:ed|es)|appeal(?:ed|s)|thank(?:ed|s)|apologi[sz](?:ed|es)|express(?:ed|es)|hop(?:ed|es)|condemn(?:ed|s)|praised?|ask(?:ed|s)|told|tells|putting|saying|adding|calling|citing|blaming|accusing)$/
const help = /^(?:has|have|had|will|would|is|was|not|n't|also|later|then|be)$/
const FARTHEST_REPORTER = 4

/**
 * Words without what the reporter goes on with at their end: "officers had opened fire and attributed the deaths to a feud",
 * "he is under arrest at his villa, who said that", "no soldier had left, but will not be drawn on why".
 */
export function withoutReporter(words: readonly SaidWord[]): readonly SaidWord[] {
  const at = words.findIndex((_, index) => index > 2 && isReporters(words, index))
  if (at < 0) return words
  const kept = words.slice(0, words[at - 1]?.text === ',' ? at - 1 : at)
  return isWholeSentence(kept) ? kept : words
}

function isReporters(words: readonly SaidWord[], at: number): boolean {
  const { low, isQuoted } = saidWordAt(words, at)
  if (isQuoted || !/^(?:and|but|who|which)$/.test(low)) return false
  const hasComma = words[at - 1]?.text === ','
  if (/^wh/.test(low) && !hasComma) return false
  let next = at + 1
  while (next < at + FARTHEST_REPORTER && help.test(words[next]?.low ?? '')) next++
  const verb = words[next]?.low ?? ''
  return speechVerb.test(verb) || (hasComma && verb === 'drawn')
}
