import { itemAt } from '../../values/item-at.ts'
import { plainlySaid } from '../attribution.ts'
import type { SlavicDraft, SlavicReader } from './draft.ts'
import { senseOf } from './lexicon.ts'
import { slavicWordsIn, withoutOuterMarks } from './quoted.ts'
import { isCapitalizedToken, type SlavicRange, type Token } from './tokens.ts'
import { isBodyWord, isPersonWord, prepositions } from './words.ts'

const [FEWEST_WORDS, LONGEST_SPEAKER] = [4, 10]
/** Names of regions end as last names do. */
const region = /(?:щина|ччина|щине|ье)$/
const lastName =
  /(?:[оеє]в|[иіы]н|ський|цький|ский|цкий|[оеєі]ва|[иы]на|ська|ская|цкая|цька|енко|чук|юк|яр|ець|иць|ич|швили|швілі|дзе|ян|ко|ьмак|ло|ак|ик|ер|ан)$/

/** A headline's speaker at its end: "Склад уничтожен – Генштаб". */
export function behindDash(reader: SlavicReader, [first, last]: SlavicRange): SlavicDraft | undefined {
  const { all } = reader.t
  const end = all[last - 1]?.kind === 'stop' ? last - 1 : last
  let dash = end - 1
  while (dash > first && itemAt(all, dash).kind !== 'dash' && end - dash <= LONGEST_SPEAKER + 1) dash--
  const source: SlavicRange = [dash + 1, end]
  const content = withoutOuterMarks(all, [first, dash])
  if (
    all[dash]?.kind !== 'dash' ||
    !isHeadlineSpeaker(reader, source, true) ||
    slavicWordsIn(all, content) < FEWEST_WORDS
  )
    return undefined
  if (all.slice(first, dash).some(({ kind }) => kind === 'dash')) return undefined
  return {
    source,
    cue: [dash, dash + 1],
    content: [content],
    meaning: plainlySaid,
    frame: 'headline',
    sure: false,
  }
}

/** A headline's speaker at its beginning: "Песков: Москва не комментирует". */
export function headlineBeforeColon(
  reader: SlavicReader,
  [first, last]: SlavicRange,
): SlavicDraft | undefined {
  const { all } = reader.t
  let colon = first
  while (colon < last && itemAt(all, colon).kind !== 'colon' && colon - first <= LONGEST_SPEAKER) colon++
  const open = all[colon + 1]
  const content =
    open?.kind === 'open' && open.mate >= last - 2
      ? withoutOuterMarks(all, [colon + 2, open.mate])
      : withoutOuterMarks(all, [colon + 1, last])
  if (
    all[colon]?.kind !== 'colon' ||
    !isHeadlineSpeaker(reader, [first, colon]) ||
    slavicWordsIn(all, content) < FEWEST_WORDS
  )
    return undefined
  return {
    source: [first, colon],
    cue: [colon, colon + 1],
    content: [content],
    meaning: plainlySaid,
    frame: 'headline',
    sure: false,
  }
}

/** A word that neither names nor describes, such as a verb. */
const isNeitherNameNorTitle = (token: Token): boolean =>
  /^\p{Ll}+(?:ла|ло|ли|л|ив|ав|ить|ает|ют|є|ють)$/u.test(token.text) &&
  !isPersonWord(token.low) &&
  !isBodyWord(token.low)

/** Whether words are nothing but a title, a body or a name. A word that only begins a sentence is no name. */
function isHeadlineSpeaker(
  { t: { all }, language }: SlavicReader,
  [first, last]: SlavicRange,
  isLast = false,
): boolean {
  const words = all.slice(first, last)
  const [head, end] = [words[0], words.at(-1)]
  if (!head || !end || words.length > LONGEST_SPEAKER) return false
  if (
    words.some(
      ({ kind, low }) =>
        !/^(?:word|open|close)$/.test(kind) || prepositions.has(low) || senseOf(low, language),
    )
  )
    return false
  const isAcronym = /^\p{Lu}{2,6}$/u.test(head.text)
  if (/^(?:відео|видео|фото|карта|онлайн|live|инструкция|інструкція|обновлено|оновлено)$/.test(head.low))
    return false
  const isCalled = isAcronym || isPersonWord(head.low) || isBodyWord(head.low)
  if (isCalled) return !words.some(isNeitherNameNorTitle)
  return (
    words.length <= 3 &&
    words.every(isCapitalizedToken) &&
    (isLast || (lastName.test(end.low) && !region.test(end.low)))
  )
}
