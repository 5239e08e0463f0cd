import { itemAt } from '../../values/item-at.ts'
import { clauseBegin, phraseLimit } from './cues.ts'
import type { Cue, SlavicReader } from './draft.ts'
import { bodyAfterPreposition, endOfPhrase, isSpeakerWord, ownerIn, speakerIn } from './phrase.ts'
import { isCapitalizedToken, type SlavicRange, type Token } from './tokens.ts'
import { conjunctions, isDocument, isPersonWord, prepositions, slavicRelatives } from './words.ts'

/** How many pieces between commas may stand between a speaker and the verb: "Песков, комментируя удар, заявил". */
const MOST_PIECES = 3

/** The speaker, by the words before the verb. */
export function speakerBefore({ t: { all } }: SlavicReader, cue: Cue): SlavicRange | undefined {
  const { form } = cue.sense
  if (form.kind === 'gerund' || form.kind === 'passive') return undefined
  let end = cue.lead
  for (let piece = 0; piece < MOST_PIECES && end > cue.sentence[0]; piece++) {
    const begin = clauseBegin(all, end, cue.sentence)
    if (begin < end && all.slice(begin, end).some(({ kind }) => kind === 'word')) {
      const relative = itemAt(all, begin)
      if (piece === 0 && slavicRelatives.has(relative.low) && begin + 2 >= end)
        return antecedent(all, begin, cue)
      const found = speakerIn(all, [begin, end], form)
      if (found && hasSpeakerWord(all, found)) return withTitle(all, found, cue.sentence)
      // Only a conjunction stands before the verb: the speaker is farther back.
      if (piece === 0 && !all.slice(begin, end).every(({ low }) => conjunctions.has(low)))
        return begin === cue.sentence[0] ? found : undefined
    }
    if (begin <= cue.sentence[0] || all[begin - 1]?.kind !== 'comma') return undefined
    end = begin - 1
  }
  return undefined
}

const hasSpeakerWord = (all: readonly Token[], [first, last]: SlavicRange): boolean =>
  all.slice(first, last).some(isSpeakerWord)

/** "Мэр города, Иван Кравец, заявил": the words before the comma are the same person's. */
function withTitle(all: readonly Token[], [first, last]: SlavicRange, sentence: SlavicRange): SlavicRange {
  const isName = all.slice(first, last).every(isCapitalizedToken) && last - first > 1
  if (!isName || all[first - 1]?.kind !== 'comma' || first - 2 < sentence[0]) return [first, last]
  const begin = clauseBegin(all, first - 1, sentence)
  return isPersonWord(itemAt(all, begin).low) ? [begin, last] : [first, last]
}

/** The words that "который" stands for: those right before its comma. */
function antecedent(all: readonly Token[], at: number, cue: Cue): SlavicRange | undefined {
  if (all[at - 1]?.kind !== 'comma') return undefined
  const begin = clauseBegin(all, at - 1, cue.sentence)
  let first = at - 1
  while (first > begin && isCapitalizedToken(all[first - 1])) first--
  while (first > begin && isPersonWord(itemAt(all, first - 1).low)) first--
  if (first < at - 1) return [first, at - 1]
  return speakerIn(all, [begin, at - 1], cue.sense.form)
}

/** The speaker, by the words behind the verb, as far as the next mark; one who is only described counts where `loose`. */
export function speakerAfter(
  { t: { all } }: SlavicReader,
  cue: Cue,
  limit: number,
  { loose = false } = {},
): SlavicRange | undefined {
  const { form } = cue.sense
  const end = phraseLimit(all, cue.at + 1, limit)
  let first = cue.at + 1
  if (first >= end) return undefined
  if (form.kind === 'passive') return saidIn(all, [first, end])
  if (form.number === 'many') {
    const body = bodyAfterPreposition(all, [first, end])
    if (body) return ownerIn(all, body)
  }
  first = behindAddressee(all, first, end)
  if (first >= end || /^(?:о|об|про|обо)$/.test(itemAt(all, first).low)) return undefined
  const found = speakerIn(all, [first, end], form)
  return found && (loose || hasSpeakerWord(all, found)) ? found : undefined
}

/** "сообщил журналистам": to whom, in the dative. */
function behindAddressee(all: readonly Token[], first: number, end: number): number {
  let at = first
  while (
    at < end &&
    /^(?:ему|ей|им|нам|мне|йому|їй|нам|мені|\p{Ll}{4,}(?:ам|ям))$/u.test(itemAt(all, at).text)
  )
    at++
  // "сообщил РИА Новости представитель": an outlet before a person.
  if (isCapitalizedToken(all[at]) && at < end) {
    let next = at
    while (next < end && (isCapitalizedToken(all[next]) || all[next]?.kind === 'open')) {
      next = all[next]?.kind === 'open' ? itemAt(all, next).mate + 1 : next + 1
    }
    if (
      next < end &&
      next > at &&
      isPersonWord(itemAt(all, next).low) &&
      /^\p{Ll}/u.test(itemAt(all, next).text)
    )
      return next
  }
  return at
}

/** "говорится в заявлении министерства": whose statement it is. */
export function saidIn(all: readonly Token[], [first, last]: SlavicRange): SlavicRange | undefined {
  let at = first
  while (at < last && !prepositions.has(itemAt(all, at).low)) at++
  if (at + 1 >= last || !/^(?:в|во|у)$/.test(itemAt(all, at).low)) return undefined
  const end = endOfPhrase(all, at + 1, last)
  if (!all.slice(at + 1, end).some(({ low }) => isDocument(low))) return undefined
  return ownerIn(all, [at + 1, end])
}
