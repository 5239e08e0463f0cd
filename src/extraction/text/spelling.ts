/** Letters that Unicode does not take apart into a letter and a mark. */
const undivided = new Map(
  Object.entries({ Đ: 'D', đ: 'd', Ł: 'L', ł: 'l', Ħ: 'H', ħ: 'h', ı: 'i', Ŧ: 'T', ŧ: 't', Ə: 'E', ə: 'e' }),
)

/**
 * The text as the tagger knows it, character for character in its place: it drops letters that English has not, and
 * takes marks of quotation other than its own for words.
 */
export function asTagged(text: string): string {
  const plain = text.includes("''") ? text.replaceAll("''", '" ') : text
  if (!/[\u0100-\u024f\u0259\u1e00-\u1eff„“”«»‹›]/.test(plain)) return plain
  return plain.replace(/[\u0100-\u024f\u0259\u1e00-\u1eff„“”«»‹›]/g, withoutMark)
}

function withoutMark(letter: string): string {
  if (/[„“”«»‹›]/.test(letter)) return '"'
  const base = undivided.get(letter) ?? (letter.normalize('NFD')[0] as string)
  return base < '\u0100' ? base : letter
}
