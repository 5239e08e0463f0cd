import type { Tokens } from './token-arrays.ts'

/**
 * The longest unit in tokens. No sentence of a report is longer, and since every rule looks around inside one unit, this
 * bounds them all.
 */
const LONGEST_UNIT = 1000

const closingMarks = new Set(['"', '”', '’', "'", "''", ')', ']', '»'])
const dashes = new Set(['—', '–', '―'])
const enders = new Set(['.', '!', '?', '…', '...', '!!', '?!'])

/** A stop inside a quotation ends no unit unless the quotation ends with it. */
export function cutUnits(t: Tokens, stops: Set<number>): void {
  const n = t.word.length
  let first = 0
  for (let i = 0; i < n; i++) {
    t.unit.push(t.units.length)
    const next = i + 1
    const fresh = next < n && startsParagraph(t, next)
    const full = next - first >= LONGEST_UNIT
    if (next < n && !fresh && !full && !(stops.has(i) || endsQuoted(t, i) || endsBeforeDash(t, i, first)))
      continue
    if (next < n && !fresh && !full && holdsOn(t, i)) {
      if (closingMarks.has(t.wordAt(next)) && t.begin[next] === t.end[i]) stops.add(next)
      continue
    }
    t.units.push({ first, last: next })
    first = next
  }
}

/** Whether a line ends before the token at i. */
export function startsParagraph(t: Tokens, i: number): boolean {
  if (i === 0) return true
  const end = t.endAt(i - 1)
  const gap = t.beginAt(i) - end
  return gap > 0 && !(gap === 1 && t.text[end] === ' ') && t.text.slice(end, end + gap).includes('\n')
}

/** Abbreviations that stand before a name or a number, and that the tagger does not know. */
const abbreviations = new Set(
  `rev maj cmdr adm cpl pvt brig fr amb supt insp det spc sec pres treas atty asst dept assn univ col bros blvd wis ret
   tues thurs approx cf ca vs viz nr pp vol ch fig par est hon msgr imam mgr dr prof sgt st`.split(/\s+/),
)

/** "Rev. Lind", "D-N.Y.", "a.b/c?d": a stop that ends no sentence. */
function isWithinName(t: Tokens, i: number): boolean {
  const [before, after] = [t.lowAt(i - 1), t.wordAt(i + 1)]
  if (i === 0 || t.begin[i] !== t.end[i - 1] || !/^[\p{L}\p{N}]/u.test(after)) return false
  const isTight = t.begin[i + 1] === t.end[i]
  if (t.word[i] !== '.') return isTight && t.quote[i + 1] === t.quote[i] && /^\p{Ll}/u.test(after)
  return isTight ? before.length === 1 || /^\p{Lu}\.$/u.test(after) : abbreviations.has(before)
}

/** Whether what follows a stop at i still belongs to its sentence. */
function holdsOn(t: Tokens, i: number): boolean {
  const next = i + 1
  if (isWithinName(t, i)) return true
  if (dashes.has(t.wordAt(next)) && /^\p{Ll}/u.test(t.wordAt(next + 1))) return true
  const q = t.quoteAt(i)
  if (q >= 0 && t.quote[next] === q) return true
  if (t.word[next] === ',' || (closingMarks.has(t.wordAt(next)) && t.word[next + 1] === ',')) return true
  const lower = /^[a-z]/.test(t.wordAt(next))
  return lower || (closingMarks.has(t.wordAt(next)) && t.begin[next] === t.end[i] && t.quote[next] === -1)
}

/** "— We will come, said the mayor. — We have boats.": what a dash opened goes on after another. */
function endsBeforeDash(t: Tokens, i: number, first: number): boolean {
  const isDashed = enders.has(t.wordAt(i)) && dashes.has(t.wordAt(first))
  return isDashed && dashes.has(t.wordAt(i + 1))
}

/** A closing mark right after a full stop closes a sentence, unless a small letter follows. */
function endsQuoted(t: Tokens, i: number): boolean {
  const q = t.quoteAt(i)
  if (q < 0 || t.quotes[q]?.last !== i || !closingMarks.has(t.wordAt(i))) return false
  return enders.has(t.wordAt(i - 1))
}
