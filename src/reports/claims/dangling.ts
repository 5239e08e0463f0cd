import { isRole } from '../../extraction/lexicon/titles.ts'
import { type SaidWord, saidWordAt } from './said-word.ts'
import { isPlural } from './verbs.ts'

const timeNoun =
  /^(?:year|month|week|weekend|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|day|century|decade|quarter|season|time)s?$/

/** Whether a word points to what stands elsewhere: this, that attack, there, so; "those who fled" is whole. */
export function isPointing(words: readonly SaidWord[], at: number): boolean {
  const { low, pos } = saidWordAt(words, at)
  const next = words[at + 1]
  switch (low) {
    case 'this':
    case 'these':
      return !isTimeNext(words, at)
    case 'those':
      return !/^(?:who|whose|in|of|with|without|from|on|at|near|living|responsible|\p{Ll}+ed)$/u.test(
        next?.low ?? '',
      )
    case 'that':
      return isPointingThat(words, at)
    case 'there':
      return words[at - 1]?.pos === 'ADP' || !isExistential(next)
    case 'latter':
    case 'former':
      return words[at - 1]?.low === 'the' && !/^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? '')
    case 'others':
    case 'another':
      return at === 0 && !/^(?:NOUN|ADJ|NUM)$/.test(next?.pos ?? '')
    case 'both':
      return (
        !/^(?:NOUN|PROPN|ADJ|of|the)$/.test(next?.pos ?? '') &&
        !/^(?:of|the)$/.test(next?.low ?? '') &&
        !words.some(({ low }) => low === 'and')
      )
    case 'kind':
      return words[at - 1]?.low === 'the' && words[at - 2]?.low === 'of' && next?.low !== 'of'
    case 'it':
      return /^(?:do|did|does|done)$/.test(words[at - 1]?.low ?? '') && (!next || next.pos === 'PUNCT')
    case 'before':
    case 'earlier':
    case 'later':
      return timeNoun.test(words[at - 1]?.low ?? '') && (!next || next.pos === 'PUNCT')
    case 'such':
      return next?.low !== 'as' && next?.low !== 'a' && next?.low !== 'an'
    case 'so':
      return /^(?:do|did|does|done|doing)$/.test(words[at - 1]?.low ?? '') || !next || next.pos === 'PUNCT'
    case 'not':
      return pos !== 'PUNCT' && (next === undefined || next.pos === 'PUNCT')
    default:
      return false
  }
}

const isTimeNext = (words: readonly SaidWord[], at: number): boolean =>
  words.slice(at + 1, at + 3).some(({ low }) => timeNoun.test(low))

const isExistential = (next: SaidWord | undefined): boolean =>
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|'s|'re|'ll|never|remains?|seems?|appears?)$/.test(
    next?.low ?? '',
  )

/** Not the word that joins clauses: after a verb or a noun, before a subject or a verb. */
function isPointingThat(words: readonly SaidWord[], at: number): boolean {
  const before = words[at - 1]
  const next = words[at + 1]
  if (!next || next.pos === 'PUNCT' || timeNoun.test(next.low)) return true
  if (!before || before.pos === 'PUNCT') return true
  if (/^(?:ADP|SCONJ)$/.test(before.pos) && !/^(?:so|except|such|now|in)$/.test(before.low)) return true
  return false
}

const roleOrName = ({ pos, low }: SaidWord): boolean =>
  (pos === 'PROPN' && !/day$/.test(low)) ||
  isRole(low) ||
  /^(?:man|woman|boy|girl|son|daughter|child)$/.test(low)

/** Whether the sentence itself tells whom a pronoun of the third person means, or that "it" means nothing. */
export function standsWithin(
  one: SaidWord,
  made: readonly SaidWord[],
  words: readonly SaidWord[],
  at: number,
): boolean {
  if (one.low === 'it' && isEmptyIt(words, at)) return true
  // Nobody calls himself "him", so names that stand for "I" are none of whom he speaks of.
  const before = made.filter(({ pos, begin }) => begin >= 0 && (pos === 'NOUN' || pos === 'PROPN'))
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(one.low)) return before.some(roleOrName)
  if (/^(?:they|them|their|theirs|themselves)$/.test(one.low))
    return before.some(({ text }) => isPlural(text) !== false)
  return before.some(({ text }) => isPlural(text) !== true)
}

/** "It is clear that", "it took three days to", "it was raining". */
function isEmptyIt(words: readonly SaidWord[], at: number): boolean {
  const rest = words.slice(at + 1)
  const verb = rest.find(({ pos }) => pos !== 'ADV')
  if (!verb) return false
  if (rest.slice(0, 4).some(({ low }) => /^(?:rain|rained|raining|snow|snowed|snowing|dark)$/.test(low)))
    return true
  const opens = rest.findIndex((_, index) => index > 0 && opensContent(rest, index))
  if (opens < 0 || opens > 8) return false
  if (/^(?:take|took|takes)$/.test(verb.low)) return true
  const told = rest.slice(0, opens)
  const last = told.at(-1)
  return (
    told.some(({ low }) => linkingVerb.test(low)) &&
    (last?.pos === 'ADJ' || emptyNoun.test(last?.low ?? '') || /ed$|known$/.test(last?.low ?? ''))
  )
}

const linkingVerb = /^(?:is|was|be|been|'s|becomes?|became|seems?|appears?)$/
const emptyNoun = /^(?:time|pity|shame|fact|mistake|duty|crime|honou?r|unclear|clear|likely)$/

/** Whether words begin what "it" stands for: that he came, to come, for him to come. */
function opensContent(words: readonly SaidWord[], at: number): boolean {
  const { low } = saidWordAt(words, at)
  if (/^(?:that|whether|who)$/.test(low)) return true
  const to =
    low === 'for' ? words.findIndex((one, index) => index > at && index < at + 6 && one.low === 'to') : at
  return words[to]?.low === 'to' && /^(?:VERB|AUX)$/.test(words[to + 1]?.pos ?? '')
}
