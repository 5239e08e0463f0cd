import { plainLetters } from '../text/fold.ts'

/** Acronyms introduced in brackets after the words they stand for: Harbour Workers' Union (HWU). */
export function bracketedAcronyms(text: string): { acronym: string; name: string; begin: number }[] {
  const found: { acronym: string; name: string; begin: number }[] = []
  for (const match of text.matchAll(/\(([\p{Lu}][\p{Lu}\p{N}&-]{1,9})\)/gu)) {
    const acronym = match[1] as string
    const words = text.slice(Math.max(0, match.index - 120), match.index).trimEnd()
    const name = expansion(words, acronym)
    if (name) found.push({ acronym, name, begin: match.index - (words.length - words.lastIndexOf(name)) - 1 })
  }
  return found
}

/** The fewest last words whose initials are the acronym's letters, small words like "of" aside. */
function expansion(before: string, acronym: string): string | undefined {
  const words = before.split(/\s+/)
  for (let n = 1; n <= Math.min(words.length, acronym.length + 4); n++) {
    const tail = words.slice(-n)
    const all = tail.map((w) => w.charAt(0).toUpperCase()).join('')
    const capital = tail
      .filter((w) => /^\p{Lu}/u.test(w))
      .map((w) => w.charAt(0))
      .join('')
    if ((all === acronym || capital === acronym) && /^\p{Lu}/u.test(tail[0] as string)) return tail.join(' ')
  }
  return undefined
}

/**
 * Where whole names stand in a text, longest first, so that a part of a longer name is not met again. Marks on letters do
 * not count, case does: Łukasz is met as Lukasz, and the US is no us.
 */
export function mentions<T>(
  text: string,
  names: [name: string, of: T][],
): { begin: number; end: number; of: T }[] {
  const found: { begin: number; end: number; of: T }[] = []
  const byName = new Map<string, T>()
  for (const [written, of] of names) {
    const name = plainLetters(written.normalize('NFC'))
    if (name.length > 1 && !byName.has(name)) byName.set(name, of)
  }
  if (byName.size === 0) return found
  const plain = plainLetters(text)
  const longest = [...byName.keys()].sort((a, b) => b.length - a.length)
  // Letter by letter, whether it is in a name that was found: to compare each name with all others would take too long.
  const taken = new Uint8Array(text.length)
  for (let i = 0; i < longest.length; i += 500) {
    const any = longest.slice(i, i + 500).map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    for (const match of plain.matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    )) {
      const begin = match.index
      const end = begin + match[0].length
      if (taken.subarray(begin, end).includes(1)) continue
      taken.fill(1, begin, end)
      found.push({ begin, end, of: byName.get(match[0]) as T })
    }
  }
  return found.sort((a, b) => a.begin - b.begin)
}
