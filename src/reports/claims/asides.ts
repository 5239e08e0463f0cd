import { type SaidWord, saidWordAt } from './said-word.ts'

/** Asides that are no part of a claim: who else has said it, how far he is to be trusted, what it is not said of. */
const asideWords =
  /^(?:as (?!a |an |the \S+$)(?:\S+ ){0,5}?(?:say|says|said|reports?|reported|published|wrote|writes|claims?|claimed|put|puts|understand|understood|know|knows|believe|believes|believed|told|see|sees|promised|agreed|announced)(?: \S+){0,2}|if (?:\S+ ){1,3}to be believed(?: at all)?|if you like|(?:and )?(?:(?:to|for|of) )?(?:nobody|no one|nothing) else)$/
const LONGEST_ASIDE = 9

/** Words without what stands between commas, or behind the last, and is no part of what is said: ", as the paper wrote". */
export function withoutAsideClauses(words: readonly SaidWord[]): readonly SaidWord[] {
  const kept: SaidWord[] = []
  for (let at = 0; at < words.length; at++) {
    const end = words[at]?.text === ',' ? endOfAside(words, at + 1) : undefined
    if (end === undefined) kept.push(saidWordAt(words, at))
    else at = end
  }
  return kept
}

/** The comma that closes it, or the last word. */
function endOfAside(words: readonly SaidWord[], from: number): number | undefined {
  const rest = words.slice(from, from + LONGEST_ASIDE + 1)
  const comma = rest.findIndex(({ text }) => text === ',')
  if (comma < 0 && rest.length > LONGEST_ASIDE) return undefined
  const inside = comma < 0 ? rest : rest.slice(0, comma)
  const text = inside.map(({ low }) => low).join(' ')
  return asideWords.test(text) ? from + inside.length - (comma < 0 ? 1 : 0) : undefined
}
