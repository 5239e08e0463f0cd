import type { SaidWord } from './said-word.ts'
import { mainVerb } from './whole.ts'

/**
 * Whether a sentence is one of which nobody could say later that it was true or false, or of what: because it only holds
 * something possible, tells what somebody else says, opens a session, or goes on from what stands before it.
 */
export function isDoubtful(words: readonly SaidWord[]): boolean {
  const verb = mainVerb(words) ?? 0
  return (
    isMerelyPossible(words, verb) ||
    tellsSpeech(words, verb) ||
    opensSession(words) ||
    continuingWord.test(words[0]?.low ?? '') ||
    words.some((_, at) => pointsBack(words, at))
  )
}

const possibleVerb = /^(?:may|might)$/
const perhaps = /^(?:perhaps|maybe|possibly|presumably|allegedly|reportedly|supposedly)$/

/** "The ship may have sunk" is true whether it sank or not. What could be is a danger, and stays. */
const isMerelyPossible = (words: readonly SaidWord[], verb: number): boolean =>
  words.some(({ low }) => perhaps.test(low)) || possibleVerb.test(words[verb]?.low ?? '')

const sayingVerb =
  /^(?:say|says|said|tell|tells|told|claim|claims|claimed|announce|announces|announced|admit|admits|admitted|insist|insists|insisted|warn|warns|warned|argue|argues|argued|report|reports|reported|deny|denies|denied|allege|alleges|alleged|think|thinks|thought|believe|believes|believed|suspect|suspects|suspected|fear|fears|feared)$/
const sayingOrThinking =
  /^(?:claim|report|allegation|suggestion|accusation|rumou?r|assertion|belief|fear|hope|doubt|confidence|idea|theory)s?$/
/** The most words between such a word and what is said. */
const NEAR_SAYING = 7

/** "The ministry told Volna that", "claims by Hallin that": whether that is so is another claim. */
function tellsSpeech(words: readonly SaidWord[], verb: number): boolean {
  const that = words.findIndex(({ low, pos }, at) => low === 'that' && pos !== 'DET' && at > 0)
  const before = words.slice(Math.max(0, that - NEAR_SAYING), Math.max(0, that))
  if (before.some(({ low }) => sayingOrThinking.test(low) || sayingVerb.test(low))) return true
  if (isBlame(words, verb)) return true
  return words
    .slice(verb, verb + 3)
    .some(({ low }, at) => /^(?:says|said)$/.test(low) && !isSaidOf(words, verb + at))
}

/** "Kravets blamed the army for it", "Oskol holds the army responsible", "did not comment on it". */
function isBlame(words: readonly SaidWord[], verb: number): boolean {
  const rest = words.slice(verb, verb + 20).map(({ low }) => low)
  const told = rest.findIndex((low) => /^(?:blam|accus|comment|h[eo]ld)/.test(low))
  if (told < 0 || told > 3) return false
  const after = rest.slice(told + 1)
  if (rest[told]?.startsWith('comment')) return after[0] === 'on' || after.length === 0
  if (rest[told]?.startsWith('blam')) return after.includes('for')
  if (rest[told]?.startsWith('accus')) return after.includes('of')
  return after.some((low) => /^(?:responsible|accountable)$/.test(low))
}

/** "It is said to be", "said goodbye to". */
const isSaidOf = (words: readonly SaidWord[], at: number): boolean =>
  words[at - 1]?.pos === 'AUX' || /^(?:goodbye|nothing|no|so)$/.test(words[at + 1]?.low ?? '')

/** Whether words open or close a session, and so make it true by being said: “This hearing is now closed.” */
const opensSession = (words: readonly SaidWord[]): boolean =>
  /^(?:the|this) (?:hearing|session|meeting|sitting|debate|court|conference|inquiry) (?:is|stands) (?:now |hereby )?(?:open|opened|closed|adjourned|suspended|over|resumed)$/.test(
    words.map(({ low }) => low).join(' '),
  )

const continuingWord = /^(?:then|otherwise|hence|afterwards?|therefore|likewise|similarly|conversely|else)$/

/** Nouns by which a report speaks of what it has named before. */
const back =
  /^(?:incident|operation|lady|gentleman|guilty|(?:attack|offend|murder|kidnapp)ers?|suspects?|criminals?|culprits?|perpetrators?|accused|claims?|remarks?|comments?|accusations?|allegations?|charges?|reproach|statement|move|matter|issue|situation|state|deed|duo|pair|trio|two|three|man|woman|boy|girl)$/

/** "The incident", and not "the incident at Mirn" or "the state budget". */
function pointsBack(words: readonly SaidWord[], at: number): boolean {
  const next = words[at + 1]
  return (
    words[at - 1]?.low === 'the' &&
    back.test(words[at]?.low ?? '') &&
    !/^(?:NOUN|PROPN|NUM)$/.test(next?.pos ?? '') &&
    !/^(?:of|in|on|at|near|between|against|over|with|who|whose|which|that|'s)$/.test(next?.low ?? '')
  )
}
