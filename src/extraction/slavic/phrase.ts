import { itemAt } from '../../values/item-at.ts'
import type { SlavicVerbForm } from './inflect.ts'
import { isCapitalizedToken, type SlavicRange, type Token } from './tokens.ts'
import {
  adverbs,
  conjunctions,
  isBodyWord,
  isDocument,
  isNoSpeaker,
  isPersonWord,
  isSlavicTime,
  prepositions,
  slavicJoiners,
  slavicPronouns,
} from './words.ts'

/** The longest words for a speaker, in tokens. */
const LONGEST_SPEAKER_PHRASE = 24
/** The longest name in quotation marks, such as an agency's, in tokens. */
const LONGEST_QUOTED_NAME = 6

const isIdleToken = ({ low, kind }: Token): boolean =>
  kind === 'other' || (kind === 'word' && (adverbs.has(low) || conjunctions.has(low) || isSlavicTime(low)))

const isAdjective = (low: string): boolean =>
  /(?:ого|его|ому|ему|ой|ей|их|ых|ом|ем|им|ым|ій|ої|ою|ую|ий|ый|ая|яя|ие|ые)$/.test(low)

/** Whether somebody is plainly named or described: by a name, a pronoun, or a word for a person or a body. */
export const isSpeakerWord = (token: Token): boolean =>
  token.kind === 'word' &&
  (isCapitalizedToken(token) ||
    slavicPronouns.has(token.low) ||
    isPersonWord(token.low) ||
    isBodyWord(token.low))

/** "В Кремле", "у міністерстві": many who speak are often called by where they work. */
export function bodyAfterPreposition(
  all: readonly Token[],
  [first, last]: SlavicRange,
): SlavicRange | undefined {
  if (!/^(?:в|во|у|на)$/.test(itemAt(all, first).low)) return undefined
  const noun = all[first + 1]
  if (!noun || first + 1 >= last || isNoSpeaker(noun.low)) return undefined
  const end = endOfPhrase(all, first + 1, last)
  const words = all.slice(first + 1, end)
  if (!words.some((token) => isBodyWord(token.low) || isCapitalizedToken(token))) return undefined
  return [first + 1, end]
}

/** The words for whom a verb has as its subject, within the clause before it or right behind it. */
export function speakerIn(
  all: readonly Token[],
  range: SlavicRange,
  { number }: Pick<SlavicVerbForm, 'number'>,
): SlavicRange | undefined {
  let [first, last] = [behindLostStop(all, range), range[1]]
  while (last > first && isIdleToken(itemAt(all, last - 1))) last--
  for (let turn = 0; first < last && turn < LONGEST_SPEAKER_PHRASE; turn++) {
    const token = itemAt(all, first)
    if (isIdleToken(token)) first++
    else if (prepositions.has(token.low)) {
      const body = number === 'one' ? undefined : bodyAfterPreposition(all, [first, last])
      if (body) return body
      first = afterPhrase(all, first, last)
    } else break
  }
  if (first >= last) return undefined
  first = fromSpeaker(all, first, last)
  const end = endOfPhrase(all, first, last)
  return end > first && end - first <= LONGEST_SPEAKER_PHRASE ? [first, end] : undefined
}

/** Headlines are run together with what follows them: a preposition with a capital begins a sentence. */
function behindLostStop(all: readonly Token[], [first, last]: SlavicRange): number {
  for (let at = last - 1; at > first; at--) if (/^(?:В|Во|У|На)$/.test(itemAt(all, at).text)) return at
  return first
}

/** The begin of a title or a name, past words that belong to neither: "национального телемарафона | спикер Игнат". */
function fromSpeaker(all: readonly Token[], first: number, last: number): number {
  const token = itemAt(all, first)
  if (isSpeakerWord(token)) return first
  for (let at = first + 1; at < last; at++) {
    const { low } = itemAt(all, at)
    if (prepositions.has(low)) break
    if (isPersonWord(low) || slavicPronouns.has(low))
      return isAdjective(itemAt(all, at - 1).low) ? at - 1 : at
  }
  return /^(?:журналист|репортер|изданию|виданню|телеканалу|агентству|каналу|газете|газеті)/.test(token.low)
    ? first + 1
    : first
}

/** The end of a preposition's phrase: behind the adjectives and the noun that follow it. */
function afterPhrase(all: readonly Token[], first: number, last: number): number {
  let at = first + 1
  while (at < last - 1 && isAdjective(itemAt(all, at).low) && itemAt(all, at + 1).kind === 'word') {
    if (isPersonWord(itemAt(all, at + 1).low) || isCapitalizedToken(all[at + 1])) break
    at++
  }
  if (all[at]?.kind === 'open') return Math.min(itemAt(all, at).mate + 1, last)
  at++
  while (at < last && isSlavicTime(itemAt(all, at).low)) at++
  return Math.min(at, last)
}

/** The end of the words for a speaker: before what says where or to whom they spoke. */
export function endOfPhrase(all: readonly Token[], first: number, last: number): number {
  let at = first
  while (at < last) {
    const token = itemAt(all, at)
    if (token.kind === 'open') {
      if (token.mate >= last || token.mate - at > LONGEST_QUOTED_NAME) break
      at = token.mate + 1
      continue
    }
    if (token.kind === 'stop' && token.text === '.' && /^\p{Lu}$/u.test(all[at - 1]?.text ?? '')) {
      at++
      continue
    }
    if (token.kind !== 'word' && token.text !== '(' && token.text !== '/') break
    if (token.text === '(' || slavicJoiners.has(token.low)) break
    if (at > first && isVerbLike(all, at)) break
    if (at > first && prepositions.has(token.low) && !belongs(all, first, at, last)) break
    if (at > first && isIdleToken(token) && !conjunctions.has(token.low)) break
    at++
  }
  while (at > first && (isIdleToken(itemAt(all, at - 1)) || prepositions.has(itemAt(all, at - 1).low))) at--
  return at
}

/** "Гладков приехал и сообщил": another verb of the same speaker, which no noun's ending behind a name is. */
const isVerbLike = (all: readonly Token[], at: number): boolean => {
  const [before, { text, low }] = [itemAt(all, at - 1), itemAt(all, at)]
  return (
    /^\p{Ll}{2,}(?:[аеиоуыяі](?:л|ла|ло|ли)|[аиіїую]в)(?:с[ья])?$/u.test(text) &&
    (isCapitalizedToken(before) || slavicPronouns.has(before.low)) &&
    !isBodyWord(low) &&
    !isPersonWord(low)
  )
}

/** "уполномоченный по правам человека Иванова", "посол в США Антонов": the office goes on behind the preposition. */
function belongs(all: readonly Token[], first: number, at: number, last: number): boolean {
  const head = all.slice(first, at)
  const { low } = itemAt(all, at)
  if (!head.some((token) => isPersonWord(token.low) || isBodyWord(token.low))) return false
  const isAbroad = /^(?:посол|консул|постпред|представи)/.test(itemAt(head, 0).low)
  if (!isAbroad && head.some((token, index) => index > 0 && isCapitalizedToken(token))) return false
  if (/^(?:по|при)$/.test(low)) return true
  const [noun, ...rest] = all.slice(at + 1, last)
  return (
    /^(?:з|із|зі|с|у|в)$/.test(low) &&
    noun !== undefined &&
    !isNoSpeaker(noun.low) &&
    isCapitalizedToken(rest.at(-1))
  )
}

/** The words before a document's owner are left: "сообщении Министерства обороны". */
export function ownerIn(all: readonly Token[], [first, last]: SlavicRange): SlavicRange | undefined {
  let at = first
  while (at < last && !isDocument(itemAt(all, at).low) && at - first < 3) at++
  if (at >= last || !isDocument(itemAt(all, at).low)) return [first, last]
  while (
    at < last &&
    (isDocument(itemAt(all, at).low) || isAdjective(itemAt(all, at).low)) &&
    !isCapitalizedToken(all[at])
  )
    at++
  return at < last ? [at, last] : undefined
}
