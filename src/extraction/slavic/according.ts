import { itemAt } from '../../text/in-order.ts'
import { clauseBegin, phraseLimit } from './cues.ts'
import type { Reader, SlavicDraft } from './draft.ts'
import type { CueMeaning } from './lexicon.ts'
import { endOfPhrase } from './phrase.ts'
import { slavicWordsIn, trimmed } from './quoted.ts'
import { isCapitalized, type SlavicRange, type Token } from './tokens.ts'
import { isBodyWord, isDocument, isPersonWord, prepositions } from './words.ts'

const said: CueMeaning = { act: 'STATE', stance: 'AFFIRMS', certainty: 'CERTAIN' }
const believed: CueMeaning = { act: 'BELIEVE', stance: 'AFFIRMS', certainty: 'PROBABLE' }
const supposed: CueMeaning = { act: 'STATE', stance: 'AFFIRMS', certainty: 'POSSIBLE' }

const openings: readonly [words: RegExp, meaning: CueMeaning][] = [
  [
    /^(?:по (?:словам|данным|информации|сообщени(?:ю|ям)|утверждени(?:ю|ям)|заявлени(?:ю|ям)|сведениям|подсчетам|свидетельству)|со слов)$/,
    said,
  ],
  [
    /^(?:за (?:словами|даними|інформацією|повідомленн(?:ям|ями)|твердженн(?:ям|ями)|заявою|підрахунками|свідченн(?:ям|ями))|зі слів|із слів)$/,
    said,
  ],
  [/^(?:по (?:мнению|оценк(?:е|ам)|убеждению|прогноз(?:у|ам)))$/, believed],
  [/^(?:на (?:думку|переконання|погляд)|за (?:оцінк(?:ою|ами)|прогноз(?:ом|ами)))$/, believed],
  [/^(?:по версии|по предположени(?:ю|ям)|за версією|за припущенн(?:ям|ями))$/, supposed],
]
const possessive = /^(?:его|ее|их|його|її|їх|їхніми|їхньою)$/
const alone = /^(?:согласно|згідно)$/
const FEWEST_WORDS = 2

/** "По словам X, …", "…, по данным X", "за його словами", "згідно з повідомленням X". */
export function according({ t: { all } }: Reader, sentence: SlavicRange): SlavicDraft[] {
  const drafts: SlavicDraft[] = []
  for (let at = sentence[0]; at < sentence[1]; at++) {
    const opening = openingAt(all, at, sentence[1])
    const draft = opening && draftOf(all, sentence, at, opening)
    if (draft) drafts.push(draft)
  }
  return drafts
}

interface Opening {
  readonly meaning: CueMeaning
  readonly source: SlavicRange
}

function openingAt(all: readonly Token[], at: number, last: number): Opening | undefined {
  const [one, two, three] = [0, 1, 2].map((by) => (at + by < last ? itemAt(all, at + by).low : ''))
  const found = openings.find(([words]) => words.test(`${one} ${two}`))
  if (found) return named(all, [at + 2, last], found[1])
  if (possessive.test(two ?? '')) {
    const owned = openings.find(([words]) => words.test(`${one} ${three}`))
    return owned && { meaning: owned[1], source: [at + 1, at + 2] }
  }
  if (!alone.test(one ?? '')) return undefined
  let first = at + 1
  while (first < last && /^(?:с|со|з|із|зі)$/.test(itemAt(all, first).low)) first++
  while (first < last && isDocument(itemAt(all, first).low)) first++
  return named(all, [first, last], said)
}

function named(all: readonly Token[], [first, last]: SlavicRange, meaning: CueMeaning): Opening | undefined {
  if (first >= last || prepositions.has(itemAt(all, first).low)) return undefined
  const limit = phraseLimit(all, first, last)
  const end =
    all[limit]?.kind === 'comma' || limit === last || all[limit]?.kind === 'stop'
      ? endOfPhrase(all, first, limit)
      : first
  const short = end === limit ? end : endOfName(all, first, limit)
  return short > first && !/^\p{N}/u.test(itemAt(all, first).text)
    ? { meaning, source: [first, short] }
    : undefined
}

/** Without a comma behind it, a name ends with its last capital. */
function endOfName(all: readonly Token[], first: number, limit: number): number {
  let at = first
  while (
    at < limit &&
    (isCapitalized(all[at]) || isPersonWord(itemAt(all, at).low) || isBodyWord(itemAt(all, at).low))
  )
    at++
  return at
}

function draftOf(
  all: readonly Token[],
  [first, last]: SlavicRange,
  at: number,
  { meaning, source }: Opening,
): SlavicDraft | undefined {
  let end = possessive.test(itemAt(all, source[0]).low) ? source[1] + 1 : source[1]
  while (end < last && isDocument(itemAt(all, end).low)) end++
  const begin = clauseBegin(all, at, [first, last])
  const isOpening = begin === at && (at === first || all[at - 1]?.kind === 'open')
  const before: SlavicRange =
    at > first && /^(?:comma|dash)$/.test(all[at - 1]?.kind ?? '') ? trimmed(all, [first, at - 1]) : [at, at]
  const isClosed = /^(?:comma|dash|colon)$/.test(all[end]?.kind ?? '')
  const after: SlavicRange =
    isOpening || isClosed ? trimmed(all, [isClosed ? end + 1 : end, last]) : [last, last]
  const content = (isOpening ? [after] : [joined(all, before), after]).filter(
    (range) => slavicWordsIn(all, range) > 0,
  )
  if (content.reduce((sum, range) => sum + slavicWordsIn(all, range), 0) < FEWEST_WORDS) return undefined
  return { source, cue: cueOf(all, at, source), content, meaning, frame: 'according', sure: true }
}

/** Without the word that only joins the sentence to the one before. */
const joined = (all: readonly Token[], [first, last]: SlavicRange): SlavicRange =>
  /^(?:и|а|но|а|і|й|та|але|проте|однако|при|что|що)$/.test(all[first]?.low ?? '') && last - first === 1
    ? [last, last]
    : [first, last]

const cueOf = (all: readonly Token[], at: number, [first, last]: SlavicRange): SlavicRange =>
  possessive.test(itemAt(all, first).low) ? [last, last + 1] : [at, first]
