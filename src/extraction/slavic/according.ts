import { itemAt } from '../../values/item-at.ts'
import { type CueMeaning, plainlySaid } from '../attribution.ts'
import { clauseBegin, phraseLimit } from './cues.ts'
import type { SlavicDraft, SlavicReader } from './draft.ts'

import { endOfPhrase } from './phrase.ts'
import { slavicWordsIn, withoutOuterMarks } from './quoted.ts'
import { isCapitalizedToken, type SlavicRange, type Token } from './tokens.ts'
import { isBodyWord, isDocument, isPersonWord, prepositions } from './words.ts'

const believed: CueMeaning = { act: 'BELIEVE', stance: 'AFFIRMS', certainty: 'PROBABLE' }
const supposed: CueMeaning = { act: 'STATE', stance: 'AFFIRMS', certainty: 'POSSIBLE' }

const accordingOpenings: readonly [words: RegExp, meaning: CueMeaning][] = [
  [
    /^(?:по (?:словам|данным|информации|сообщени(?:ю|ям)|утверждени(?:ю|ям)|заявлени(?:ю|ям)|сведениям|подсчетам|свидетельству)|со слов)$/,
    plainlySaid,
  ],
  [
    /^(?:за (?:словами|даними|інформацією|повідомленн(?:ям|ями)|твердженн(?:ям|ями)|заявою|підрахунками|свідченн(?:ям|ями))|зі слів|із слів)$/,
    plainlySaid,
  ],
  [/^(?:по (?:мнению|оценк(?:е|ам)|убеждению|прогноз(?:у|ам)))$/, believed],
  [/^(?:на (?:думку|переконання|погляд)|за (?:оцінк(?:ою|ами)|прогноз(?:ом|ами)))$/, believed],
  [/^(?:по версии|по предположени(?:ю|ям)|за версією|за припущенн(?:ям|ями))$/, supposed],
]
const possessivePronoun = /^(?:его|ее|их|його|її|їх|їхніми|їхньою)$/
const alone = /^(?:согласно|згідно)$/
const FEWEST_WORDS_ASCRIBED = 2

/** "По словам X, …", "…, по данным X", "за його словами", "згідно з повідомленням X". */
export function according({ t: { all } }: SlavicReader, sentence: SlavicRange): SlavicDraft[] {
  const drafts: SlavicDraft[] = []
  for (let at = sentence[0]; at < sentence[1]; at++) {
    const opening = openingAt(all, at, sentence[1])
    const draft = opening && draftOfOpening(all, sentence, at, opening)
    if (draft) drafts.push(draft)
  }
  return drafts
}

interface AccordingOpening {
  readonly meaning: CueMeaning
  readonly source: SlavicRange
}

function openingAt(all: readonly Token[], at: number, last: number): AccordingOpening | undefined {
  const [one, two, three] = [0, 1, 2].map((by) => (at + by < last ? itemAt(all, at + by).low : ''))
  const found = accordingOpenings.find(([words]) => words.test(`${one} ${two}`))
  if (found) return openingWithName(all, [at + 2, last], found[1])
  if (possessivePronoun.test(two ?? '')) {
    const owned = accordingOpenings.find(([words]) => words.test(`${one} ${three}`))
    return owned && { meaning: owned[1], source: [at + 1, at + 2] }
  }
  if (!alone.test(one ?? '')) return undefined
  let first = at + 1
  while (first < last && /^(?:с|со|з|із|зі)$/.test(itemAt(all, first).low)) first++
  while (first < last && isDocument(itemAt(all, first).low)) first++
  return openingWithName(all, [first, last], plainlySaid)
}

function openingWithName(
  all: readonly Token[],
  [first, last]: SlavicRange,
  meaning: CueMeaning,
): AccordingOpening | undefined {
  if (first >= last || prepositions.has(itemAt(all, first).low)) return undefined
  const limit = phraseLimit(all, first, last)
  const end =
    all[limit]?.kind === 'comma' || limit === last || all[limit]?.kind === 'stop'
      ? endOfPhrase(all, first, limit)
      : first
  const short = end === limit ? end : endAtLastCapital(all, first, limit)
  return short > first && !/^\p{N}/u.test(itemAt(all, first).text)
    ? { meaning, source: [first, short] }
    : undefined
}

/** The end of a name without a comma behind it: after its last capital. */
function endAtLastCapital(all: readonly Token[], first: number, limit: number): number {
  let at = first
  while (
    at < limit &&
    (isCapitalizedToken(all[at]) || isPersonWord(itemAt(all, at).low) || isBodyWord(itemAt(all, at).low))
  )
    at++
  return at
}

function draftOfOpening(
  all: readonly Token[],
  [first, last]: SlavicRange,
  at: number,
  { meaning, source }: AccordingOpening,
): SlavicDraft | undefined {
  let end = possessivePronoun.test(itemAt(all, source[0]).low) ? source[1] + 1 : source[1]
  while (end < last && isDocument(itemAt(all, end).low)) end++
  const begin = clauseBegin(all, at, [first, last])
  const isOpening = begin === at && (at === first || all[at - 1]?.kind === 'open')
  const before: SlavicRange =
    at > first && /^(?:comma|dash)$/.test(all[at - 1]?.kind ?? '')
      ? withoutOuterMarks(all, [first, at - 1])
      : [at, at]
  const isClosed = /^(?:comma|dash|colon)$/.test(all[end]?.kind ?? '')
  const after: SlavicRange =
    isOpening || isClosed ? withoutOuterMarks(all, [isClosed ? end + 1 : end, last]) : [last, last]
  const content = (isOpening ? [after] : [withoutConjunction(all, before), after]).filter(
    (range) => slavicWordsIn(all, range) > 0,
  )
  if (content.reduce((sum, range) => sum + slavicWordsIn(all, range), 0) < FEWEST_WORDS_ASCRIBED)
    return undefined
  return { source, cue: cueOf(all, at, source), content, meaning, frame: 'according', sure: true }
}

/** The range without a word that only joins the sentence to the one before. */
const withoutConjunction = (all: readonly Token[], [first, last]: SlavicRange): SlavicRange =>
  /^(?:и|а|но|а|і|й|та|але|проте|однако|при|что|що)$/.test(all[first]?.low ?? '') && last - first === 1
    ? [last, last]
    : [first, last]

const cueOf = (all: readonly Token[], at: number, [first, last]: SlavicRange): SlavicRange =>
  possessivePronoun.test(itemAt(all, first).low) ? [last, last + 1] : [at, first]
