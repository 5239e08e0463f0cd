/**
 * What lists of processes show of a command: its words, but no password of a database. Null where there is none among them, and
 * nothing to hide.
 */
export function titleWithoutPasswords(words: readonly string[]): string | null {
  const shown = words.map((word) =>
    word.replace(/(:\/\/[^/?#@:]*:).*@/s, '$1…@').replace(/\b(password=)[^&\s]*/gi, '$1…'),
  )
  return shown.some((word, place) => word !== words[place]) ? ['hearsay', ...shown].join(' ') : null
}
