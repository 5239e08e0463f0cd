import { type Called, nameInSentence, possessiveOf, type Voices } from '../proposing/voices.ts'
import { agreeing } from './agreement.ts'
import { isPointing, standsWithin } from './dangling.ts'
import { type SaidWord, saidWord, saidWordAt } from './said-word.ts'

const first = /^(?:i|me|my|mine|myself)$/
const firstOfBody = /^(?:we|us|our|ours|ourselves)$/
const thirdPersonPronoun =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/
const subjectPronoun = /^(?:i|we|he|she|it|they)$/
const pronounOfOwner = /^(?:my|our|his|its|their)$/
const reflexivePronoun = /^(?:my|him|her|it|our|them)sel(?:f|ves)$/
const never = /^(?:you|your|yours|yourself|yourselves|mine|ours|here|one's|y'all)$/

/**
 * Words in which names stand for the pronouns that the sentence itself does not explain; undefined where one of them
 * means nobody who can be told.
 */
export function withNames(words: readonly SaidWord[], voices: Voices): readonly SaidWord[] | undefined {
  let made: SaidWord[] = []
  const named = new Set<string>()
  let rest = words
  for (let at = 0; at < rest.length; at++) {
    const one = saidWordAt(rest, at)
    if (never.test(one.low) || isPointing(rest, at)) return undefined
    const called = calledBy(one, voices)
    if (isFeeling(rest, at)) return undefined
    if (called && !staysAsItIs(one, called, named)) {
      const put = putIn(rest, at, called, named)
      if (!put) return undefined
      made = [...made, ...put.words]
      rest = put.rest
      at = put.last
      named.add(called.name)
    } else if (!called && !isPronounKnown(one, made, rest, at)) return undefined
    else made.push(one)
  }
  return made
}

const feelingVerb =
  /^(?:like|love|hope|wish|feel|felt|fear|regret|thank|admire|hate|appreciate|congratulate|welcome|condemn|apologi[sz]e|promise|swear|pray|wonder|doubt|urge|demand|ask|beg|demanding|hoping|urging|begging|praying|looking|look|happy|glad|sorry|proud|sad|disappointed|pleased|grateful|honou?red|excited|worried|concerned|afraid|confident|optimistic|shocked|saddened|outraged|angry)$/

/** "We hope", "I am sorry": true of the speaker alone. */
function isFeeling(words: readonly SaidWord[], at: number): boolean {
  if (!/^(?:i|we)$/.test(words[at]?.low ?? '')) return false
  const next = words
    .slice(at + 1, at + 5)
    .find(({ pos, low }) => pos !== 'ADV' && pos !== 'AUX' && low !== "'m" && low !== "'re")
  if (next?.low === 'asking') return words[words.indexOf(next) + 1]?.low === 'for'
  return next !== undefined && feelingVerb.test(next.low)
}

function calledBy(one: SaidWord, { self, body, meant }: Voices): Called | undefined {
  const isFirst = first.test(one.low)
  const isOfBody = firstOfBody.test(one.low)
  if (one.begin < 0 || !(isFirst || isOfBody || thirdPersonPronoun.test(one.low))) return undefined
  const own = one.isQuoted ? (isFirst ? self : isOfBody ? body : undefined) : undefined
  const called = meant(one.begin) ?? own
  // Nobody is "we" by himself.
  return isOfBody && called?.isPerson ? undefined : called
}

/** Once its name is there, "its" can only be the same one's. */
const staysAsItIs = (one: SaidWord, { name }: Called, named: ReadonlySet<string>): boolean =>
  named.has(name) && thirdPersonPronoun.test(one.low)

const isPronounKnown = (
  one: SaidWord,
  made: readonly SaidWord[],
  rest: readonly SaidWord[],
  at: number,
): boolean => {
  if (first.test(one.low) || firstOfBody.test(one.low)) return false
  return !thirdPersonPronoun.test(one.low) || standsWithin(one, made, rest, at)
}

interface Put {
  readonly words: readonly SaidWord[]
  readonly last: number
  /** The sentence with the verb as it goes with the name. */
  readonly rest: readonly SaidWord[]
}

function putIn(
  words: readonly SaidWord[],
  at: number,
  called: Called,
  named: ReadonlySet<string>,
): Put | undefined {
  const one = saidWordAt(words, at)
  const again = named.has(called.name) && !called.isPerson
  if (reflexivePronoun.test(one.low))
    return called.isPerson || one.low === 'himself'
      ? undefined
      : { words: [saidWord('itself', 'PRON')], last: at, rest: words }
  const name = nameInSentence(called)
  if (isPossessiveAt(words, at))
    return { words: [saidWord(again ? 'its' : possessiveOf(name), 'PROPN')], last: at, rest: words }
  if (/^(?:mine|ours|hers|theirs)$/.test(one.low)) return undefined
  const put = [{ ...saidWord(again ? 'it' : name, 'PROPN'), isJoined: one.isJoined }]
  if (!subjectPronoun.test(one.low) || !isSubjectPronoun(words, at))
    return { words: put, last: at, rest: words }
  const rest = agreeing(words, at, called)
  return rest && { words: put, last: at, rest }
}

/** "her house" is somebody's, "saw her" is not. */
function isPossessiveAt(words: readonly SaidWord[], at: number): boolean {
  const { low } = saidWordAt(words, at)
  if (pronounOfOwner.test(low)) return true
  return low === 'her' && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(words[at + 1]?.pos ?? '')
}

/** "it" after a verb or a preposition is no subject, unless a verb follows. */
function isSubjectPronoun(words: readonly SaidWord[], at: number): boolean {
  const { low } = saidWordAt(words, at)
  if (low !== 'it') return true
  return (
    words
      .slice(at + 1)
      .find(({ pos }) => pos !== 'ADV')
      ?.pos.match(/^(?:VERB|AUX)$/) != null
  )
}
