const noText = /[\0\p{Surrogate}]/u

/**
 * Why a text cannot be kept, as the end of a sentence; null where it can. UTF-8 has no half of a surrogate pair, and for
 * a database's functions and its search a text ends at a NUL.
 */
export function textProblem(text: string): string | null {
  const at = text.search(noText)
  if (at < 0) return null
  const code = text.charCodeAt(at)
  const what = code === 0 ? 'the character NUL' : 'half of a surrogate pair'
  return `has ${what} (U+${code.toString(16).toUpperCase().padStart(4, '0')}) at ${at}, which no text may have`
}
