/** Scripts that share no letter, by their codes in ISO 15924; the scripts of one language count as one. */
const scripts: readonly [code: string, letters: RegExp][] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hani', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
]
const letter = /\p{L}/gu
const PLAINLY = 0.7

/** The script of most letters of a text: Other where it is none of these, undefined where no script has most of them. */
export function scriptIn(text: string): string | undefined {
  const letters = text.match(letter)?.length ?? 0
  if (letters === 0) return undefined
  let rest = letters
  for (const [code, pattern] of scripts) {
    const count = text.match(pattern)?.length ?? 0
    if (count >= letters * PLAINLY) return code
    rest -= count
  }
  return rest >= letters * PLAINLY ? 'Other' : undefined
}

/** Codes of languages' scripts that are counted as another here. */
const sameScript: Readonly<Record<string, string>> = {
  Jpan: 'Hani',
  Hans: 'Hani',
  Hant: 'Hani',
  Kore: 'Hang',
}

/** The script in which a language is written; undefined where the tag does not tell. */
export function scriptOf(tag: string): string | undefined {
  try {
    const { script } = new Intl.Locale(tag).maximize()
    if (!script) return undefined
    const code = sameScript[script] ?? script
    return scripts.some(([known]) => known === code) ? code : 'Other'
  } catch {
    return undefined
  }
}
