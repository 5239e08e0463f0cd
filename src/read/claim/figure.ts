import type { FigureDraft } from '../../graph/claim/write.ts'
import { numberAt } from './numbers.ts'
import type { SaidWord } from './said-word.ts'

const time =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|times?|o'clock|[ap]\.?m\.?|year-old|years-old|January|February|March|April|May|June|July|August|September|October|November|December|GMT|UTC|BC|AD)$/i
const currency: Readonly<Record<string, string>> = {
  $: 'US dollars',
  '€': 'euros',
  '£': 'pounds',
  '¥': 'yen',
  '₴': 'hryvnias',
  '₽': 'roubles',
}
const harm: Readonly<Record<string, string>> = {
  killed: 'killed',
  dead: 'dead',
  died: 'dead',
  hurt: 'hurt',
  injured: 'injured',
  wounded: 'wounded',
  missing: 'missing',
  captured: 'captured',
  displaced: 'displaced',
  evacuated: 'evacuated',
}
const done =
  /^(?:shot|destroyed|damaged|lost|sunk|seized|burned|burnt|fired|launched|arrested|detained|homeless|downed|intercepted|rescued|stolen|closed|cancelled|flooded|hospitali[sz]ed)$/
const doing: Readonly<Record<string, string>> = {
  killing: 'killed',
  kills: 'killed',
  wounding: 'wounded',
  injuring: 'injured',
  hurting: 'hurt',
  displacing: 'displaced',
  destroying: 'destroyed',
  destroys: 'destroyed',
  damaging: 'damaged',
}

interface Found extends FigureDraft {
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
  const found: Found[] = []
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
  const bounds = range ?? boundsOf(texts, begin, value)
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
function boundsOf(texts: readonly string[], begin: number, value: number): Bounds {
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

/** What is counted: the words after the number as far as their noun, and what came of them. */
function unitAt(words: readonly SaidWord[], from: number, begin: number): string | undefined {
  const first = words[from]
  if (first && /^(?:%|percent|percentage)$/.test(first.low)) return 'percent'
  if (first?.low === 'per' && words[from + 1]?.low === 'cent') return 'percent'
  const isToll = isTollBefore(words, begin)
  if (
    !first ||
    (first.pos !== 'NOUN' && first.pos !== 'ADJ' && first.pos !== 'PROPN' && first.pos !== 'VERB')
  )
    return isToll ? 'people dead' : undefined
  if (harm[first.low] && first.pos !== 'NOUN') return `people ${harm[first.low]}`
  if (time.test(first.text) || first.text.startsWith('-')) return undefined
  const noun = nounFrom(words, from)
  if (!noun) return isToll ? 'people dead' : undefined
  const result = resultOf(words, begin, noun.end)
  return result ? `${noun.text} ${result}` : isToll ? 'people dead' : noun.text
}

/** "The death toll is 500". */
const isTollBefore = (words: readonly SaidWord[], begin: number): boolean =>
  words.slice(0, begin).some(({ low }) => low === 'toll') ||
  /\bnumber of (?:the )?dead\b/.test(
    words
      .slice(0, begin)
      .map(({ low }) => low)
      .join(' '),
  )

function nounFrom(words: readonly SaidWord[], from: number): { text: string; end: number } | undefined {
  let end = from
  while (
    end < words.length &&
    end - from < 4 &&
    /^(?:ADJ|NOUN|PROPN)$/.test(words[end]?.pos ?? '') &&
    !harm[words[end]?.low ?? '']
  )
    end++
  const last = words[end - 1]
  if (end === from || !last || (last.pos !== 'NOUN' && last.pos !== 'PROPN') || time.test(last.text))
    return undefined
  const text = words
    .slice(from, end)
    .map(({ text, isJoined }, at) => (at > 0 && !isJoined ? ` ${text}` : text))
    .join('')
  return { text, end }
}

/** What is said to have come of them: "were killed", "was shot down", or before them "killed", "killing". */
function resultOf(words: readonly SaidWord[], begin: number, end: number): string | undefined {
  const after = words.slice(end, end + 8)
  const verb = after.findIndex(({ pos, low }) => pos === 'VERB' || harm[low] !== undefined || done.test(low))
  const low = after[verb]?.low ?? ''
  const isPassive =
    after.slice(0, verb).some(({ low }) => /^(?:was|were|been|be|are|is|being|dead)$/.test(low)) || verb === 0
  const isNegated = after.slice(0, verb).some(({ low }) => /^(?:not|n't|never)$/.test(low))
  if (verb >= 0 && !isNegated && (low === 'died' || low === 'dead' || isPassive)) {
    if (harm[low]) return harm[low]
    if (done.test(low)) return after[verb + 1]?.low === 'down' ? `${low} down` : low
  }
  const before = words
    .slice(Math.max(0, begin - 5), begin)
    .findLast(({ pos, low }) => pos === 'VERB' || harm[low] !== undefined)
  if (!before) return undefined
  return (
    doing[before.low] ??
    (/^(?:killed|injured|wounded|hurt|captured|displaced|destroyed|damaged|lost)$/.test(before.low)
      ? before.low
      : undefined)
  )
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
