import type { Called } from '../proposing/voices.ts'
import { type SaidWord, saidWord, saidWordAt } from './said-word.ts'
import { isPast, pastOfPerfect, thirdOf } from './verbs.ts'

const singular: Readonly<Record<string, string>> = {
  am: 'is',
  "'m": 'is',
  are: 'is',
  "'re": 'is',
  were: 'was',
  have: 'has',
  "'ve": 'has',
  do: 'does',
}
const unchanging = /^(?:will|would|can|could|may|might|shall|should|must|cannot|is|was|has|had|does|did)$/
const inverting = /^(?:AUX)$/

/**
 * The words with the verb after a pronoun as it goes with one name: I am, Kravets is; we want, Oskol wants. Undefined
 * where its form cannot be told.
 */
export function agreeing(
  words: readonly SaidWord[],
  pronoun: number,
  called: Called,
): readonly SaidWord[] | undefined {
  if (inverting.test(words[pronoun - 1]?.pos ?? '')) return undefined
  const { low } = saidWordAt(words, pronoun)
  let at = pronoun + 1
  while (
    /^(?:ADV|PUNCT)$/.test(words[at]?.pos ?? '') ||
    /^(?:both|all|ourselves)$/.test(words[at]?.low ?? '')
  )
    at++
  const verb = words[at]
  if (!verb || at - pronoun > 5) return undefined
  const plain = spelledOutVerb(words, at)
  if (!plain) return undefined
  if (isSeveral(called) || /^(?:he|she|it)$/.test(low)) return plain
  const form = formFor(saidWordAt(plain, at))
  if (form === undefined) return undefined
  const changed = form !== saidWordAt(plain, at).low
  const made = plain.map((one, index) =>
    index === at ? { ...one, text: form, low: form, isJoined: false } : one,
  )
  return changed ? withSecondVerbs(made, at) : made
}

/** Whether a name takes verbs in the plural, as "we" does: "Houthi fighters". */
const isSeveral = ({ name, isPerson }: Called): boolean =>
  !isPerson && /(?:^|\s)\p{Ll}+s$/u.test(name) && !/ss$/.test(name)

function formFor({ low, pos }: SaidWord): string | undefined {
  const known = singular[low]
  if (known !== undefined) return known
  if (unchanging.test(low)) return low
  if (pos !== 'VERB') return undefined
  const past = isPast(low)
  if (past === undefined) return undefined
  return past ? low : thirdOf(low)
}

/** 'll is will, n't is not; 'd is had before a participle, and would before a verb; 's is is or has. */
function spelledOutVerb(words: readonly SaidWord[], at: number): readonly SaidWord[] | undefined {
  const verb = saidWordAt(words, at)
  const next = words[at + 1]?.low ?? ''
  const whole = wholeVerbOf(verb.low, next)
  if (whole === undefined) return undefined
  const made = words.map((one, index) => (index === at ? { ...one, ...whole } : one))
  if (next === "n't") made[at + 1] = { ...saidWord('not', 'PART'), begin: -1 }
  return made
}

function wholeVerbOf(low: string, next: string): Partial<SaidWord> | undefined {
  const as = (text: string) => ({ text, low: text, isJoined: false })
  if (low === "'ll") return as('will')
  if (low === 'wo' && next === "n't") return as('will')
  if (low === 'ca' && next === "n't") return as('can')
  if (low === "'d") return next === 'been' || pastOfPerfect(next) !== undefined ? as('had') : as('would')
  if (low === "'s") {
    if (next === 'been') return as('has')
    return pastOfPerfect(next) === undefined ? as('is') : undefined
  }
  return {}
}

/** "we want peace and have signed": a second verb goes with the name as well, where that can be told. */
function withSecondVerbs(words: readonly SaidWord[], from: number): readonly SaidWord[] | undefined {
  const made = [...words]
  for (let at = from + 1; at < made.length; at++) {
    if (!/^(?:and|but|or)$/.test(made[at]?.low ?? '')) continue
    let next = at + 1
    while (made[next]?.pos === 'ADV') next++
    const verb = made[next]
    if (!verb || (verb.pos !== 'VERB' && verb.pos !== 'AUX') || unchanging.test(verb.low)) continue
    const form = singular[verb.low]
    if (form === undefined) {
      if (isPast(verb.low) !== true && !verb.low.endsWith('ing') && !verb.low.endsWith('s')) return undefined
    } else made[next] = { ...verb, text: form, low: form }
  }
  return made
}
