import type { FigureDraft } from '../../model/claim/write.ts'
import { harm, unitAt } from './figure-unit.ts'
import { numberAt } from './numbers.ts'
import type { SaidWord } from './said-word.ts'

const currency: Readonly<Record<string, string>> = {
  $: 'US dollars',
  '€': 'euros',
  '£': 'pounds',
  '¥': 'yen',
  '₴': 'hryvnias',
  '₽': 'roubles',
}
interface FoundFigure extends FigureDraft {
  readonly isHarm: boolean
}

/**
 * The figure that a sentence gives: how many of what. Those who came to harm come first; of dates, ages and times no
 * figure is made, nor of dozens and hundreds, which count nothing.
 */
export function figureIn(words: readonly SaidWord[]): FigureDraft | undefined {
  const none = noneHarmed(words)
  if (none) return none
  const texts = words.map(({ text }) => text)
  const found: FoundFigure[] = []
  for (let at = 0; at < words.length; at++) {
    const number = numberAt(texts, at)
    if (!number) continue
    const figure = isShare(texts, at, number.length)
      ? undefined
      : figureAt(words, texts, at, number.length, number.value)
    if (figure) found.push(figure.found)
    at = (figure?.end ?? at + number.length) - 1
  }
  const best = found.find(({ isHarm }) => isHarm) ?? found[0]
  if (!best) return undefined
  const { low, high, unit } = best
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }), unit }
}

/** "two in three". */
const isShare = (texts: readonly string[], at: number, length: number): boolean =>
  (texts[at + length]?.toLowerCase() === 'in' && numberAt(texts, at + length + 1) !== undefined) ||
  (texts[at - 1]?.toLowerCase() === 'in' && numberAt(texts, at - 2) !== undefined)

function figureAt(
  words: readonly SaidWord[],
  texts: readonly string[],
  at: number,
  length: number,
  value: number,
) {
  const sign = currency[texts[at - 1] ?? '']
  const begin = sign ? at - 1 : at
  const range = rangeAt(texts, at, length, value)
  let end = range?.end ?? at + length
  const bounds = range ?? figureBounds(texts, begin, value)
  // "31 of 40 drones": of those that are counted, so many.
  const whole =
    texts[end]?.toLowerCase() === 'of' ? end + (texts[end + 1]?.toLowerCase() === 'the' ? 2 : 1) : undefined
  const among = whole === undefined ? undefined : numberAt(texts, whole)
  if (among && whole !== undefined) end = whole + among.length
  const isYear = /^(?:1[5-9]|20)\d\d$/.test(texts[at] ?? '') && !sign
  const unit = sign ?? unitAt(words, end, begin)
  if (unit === undefined || (isYear && !/\s(?:killed|dead|hurt|injured|wounded)$/.test(unit)))
    return undefined
  if (
    value === 1 &&
    texts[at]?.toLowerCase() === 'one' &&
    !/^(?:person|man|woman|child|civilian|soldier)\b/.test(unit)
  )
    return undefined
  const isHarm = /\s(?:killed|dead|hurt|injured|wounded|missing|captured|displaced)$/.test(unit)
  return { found: { low: bounds.low, high: bounds.high, unit, isHarm }, end }
}

interface Bounds {
  readonly low: number | undefined
  readonly high: number | undefined
}

/** "between 20 and 30", "20 to 30", "20-30". */
function rangeAt(
  texts: readonly string[],
  at: number,
  length: number,
  value: number,
): (Bounds & { end: number }) | undefined {
  const before = texts[at - 1]?.toLowerCase()
  const next = texts[at + length]?.toLowerCase() ?? ''
  const isRange = (before === 'between' && next === 'and') || next === 'to' || /^[-–]$/.test(next)
  const skip = currency[texts[at + length + 1] ?? ''] ? 1 : 0
  const other = isRange ? numberAt(texts, at + length + 1 + skip) : undefined
  if (!other || other.value <= value) return undefined
  return { low: value, high: other.value, end: at + length + 1 + skip + other.length }
}

/** "at least", "more than", "up to", "nearly". */
function figureBounds(texts: readonly string[], begin: number, value: number): Bounds {
  const before = texts
    .slice(Math.max(0, begin - 3), begin)
    .join(' ')
    .toLowerCase()
  if (
    /\b(?:at least|no fewer than|no less than|more than|over|above|upwards of|as many as|as much as|up to|at most|no more than|fewer than|less than|under|below|nearly|almost|close to|not more than)$/.test(
      before,
    )
  ) {
    const isMost =
      /(?:as many as|as much as|up to|at most|no more than|not more than|(?<!no )fewer than|(?<!no )less than|under|below|nearly|almost|close to)$/.test(
        before,
      )
    return isMost ? { low: undefined, high: value } : { low: value, high: undefined }
  }
  return { low: value, high: value }
}

/** "No civilians were hurt", "nobody was killed". */
function noneHarmed(words: readonly SaidWord[]): FigureDraft | undefined {
  const text = words.map(({ low }) => low).join(' ')
  const found =
    /^(?:(no) ((?:\p{L}+ )??\p{L}+)|nobody|no one) (?:(?:was|were|has been|have been|had been) )?(killed|hurt|injured|wounded|died)\b/u.exec(
      text,
    )
  if (!found) return undefined
  return { low: 0, high: 0, unit: `${found[2] ?? 'people'} ${harm[found[3] as string]}` }
}
