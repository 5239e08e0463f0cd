/** A line of a text, seen from its first word to its last. */
export interface TextLine {
  readonly begin: number
  /** The place of its first word: after blanks and marks of quotation (`> `). */
  readonly first: number
  /** The end without blanks. */
  readonly end: number
  readonly length: number
  readonly isQuoted: boolean
  readonly isHeading: boolean
  readonly head: string
  readonly tail: string
  /** How long its first word is. */
  readonly firstWord: number
}

export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  for (let begin = 0; begin <= text.length; ) {
    const stop = text.indexOf('\n', begin)
    const next = stop < 0 ? text.length : stop
    lines.push(lineAt(text, begin, next))
    begin = next + 1
  }
  return lines
}

function lineAt(text: string, begin: number, stop: number): TextLine {
  let [first, end, isQuoted] = [begin, stop, false]
  for (; first < end && (isBlankAt(text, first) || text[first] === '>'); first++)
    isQuoted ||= text[first] === '>'
  while (end > first && isBlankAt(text, end - 1)) end--
  let word = first
  while (word < end && !isBlankAt(text, word)) word++
  const head = text.slice(first, Math.min(end, first + 40))
  return {
    ...{ begin, first, end, isQuoted, head },
    length: end - first,
    isHeading: /^#{1,6}\s/.test(head),
    tail: text.slice(Math.max(first, end - 16), end),
    firstWord: word - first,
  }
}

function isBlankAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  return code === 32 || code === 9 || code === 13 || code === 160
}

/** A bullet, a number, a heading, a row of a table, a name with a colon. */
export const isItem = ({ head }: TextLine): boolean =>
  /^(?:[-*+•–—]\s|\d{1,3}[.)]\s|#{1,6}\s|\||\p{Lu}[\p{Lu} .]{1,30}:)/u.test(head)

/** Whether a sentence may end with the line. */
export const stops = ({ tail }: TextLine): boolean => /[.!?:;…]["”’»)\]]*$/.test(tail)

/** Whether the line begins with a small letter, perhaps after an opening mark. */
export const opensSmall = ({ head }: TextLine): boolean => /^["“‘'(«„]?\p{Ll}/u.test(head)
