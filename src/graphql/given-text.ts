/** Why a text that was given is none; null where it is one. UTF-8 has no half of a pair, and SQLite ends at a NUL. */
export function textProblem(text: string): string | null {
  const at = text.search(NO_TEXT)
  if (at < 0) return null
  const code = text.charCodeAt(at)
  const what = code === 0 ? 'the character NUL' : 'half of a surrogate pair'
  return `has ${what} (U+${code.toString(16).toUpperCase().padStart(4, '0')}) at ${at}, which no text may have.`
}

const NO_TEXT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
