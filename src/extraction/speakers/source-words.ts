import { foldedName } from '../../text/fold.ts'
import { opensNoName } from '../lexicon/titles.ts'

/** A time right before the speaker: "Last night", "14:05", "On Tuesday". */
const timeBeforeSource =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?\s\d{1,2}\s[–—-]|(?:(?:in|on|by|at|since|until|from|late|early|earlier)\s+)*(?:(?:last|this|next|that|late|early|earlier|the\s+(?:same|next|previous|following))\s+)*(?:yesterday|today|tonight|tomorrow|week|weekend|night|month|year|morning|afternoon|evening|day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|july|september|october|november|december)(?:['’]s)?(?:\s+(?:morning|afternoon|evening|night|\d{1,2}|\d{4}))*|\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:gmt|utc|cet|eet|est|local time))?|\d{1,2}\s?[ap]\.?m\.?)(?=[\s,:–—-])/i
const gapBeforeSource = /^[\s,:;–—-]+/
const monthAsName = /^(?:may|april|june|august)\s+(?=\p{Lu}[\p{L}.'’-]*\s\p{Lu})/iu

/** The words for a speaker without what only stands before or behind them, and how many letters were left out before. */
export function bareSource(words: string, before: string): { bare: string; skipped: number } {
  let bare = words
  for (let tries = 0; tries < 5; tries++) {
    const rest = opened(bare, tries === 0 ? before : '')
    if (rest === bare) break
    bare = rest
  }
  const skipped = words.length - bare.length
  bare = bare
    .replace(/(?<![\s,;:—–-])[\s,;:—–-]+$/, '')
    .replace(
      /,?\s(?:however|meanwhile|too|also|himself|herself|itself|themselves|alone|later|for (?:his|her|its|their) part|in turn)$/i,
      '',
    )
  return { bare, skipped }
}

function opened(words: string, before: string): string {
  const timed = timeBeforeSource.exec(words)
  if (timed && timed[0].length < words.length) {
    const rest = words.slice(timed[0].length).replace(gapBeforeSource, '')
    if (/^(?:the\s|an?\s)?\p{L}/u.test(rest) && !/^['’]/.test(words.slice(timed[0].length))) return rest
  }
  const inMay = monthAsName.exec(words)
  if (inMay && /\b(?:in|since|by|until|last|this|of|early|late)\s$/i.test(before))
    return words.slice(inMay[0].length)
  const first = /^\p{L}+/u.exec(words)?.[0] ?? ''
  const rest = words.slice(first.length).replace(gapBeforeSource, '')
  const isOpening =
    opensNoName(foldedName(first)) ||
    /^(?:but|and|while|when|then|now|yet|so|not|as|though|although|because|since|or|for)$/i.test(first)
  return first && isOpening && /^(?:the|an?|his|her|their|its|one|two|some|\p{Lu})/u.test(rest) ? rest : words
}

/** The words for a speaker without what is put beside them: "The Harbour Workers' Union (HWU)", "Ada Vega, a teacher". */
export const withoutApposition = (words: string): string =>
  (words.split(/,|\s[—–(]|\s--?\s/)[0] as string).replace(/['’]s?$/, '').trim()
