import type { Problem } from '../values/errors.ts'
import { formatValue } from './problem.ts'
import { type FileText, problemsInText } from './text-draft.ts'

const space = /[ \t\n\r]*/y
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** What may stand next in a text of JSON. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

/** Where a text that is no JSON stops being JSON, and by what. */
export function jsonFaultIn(given: FileText): Problem {
  const { text } = given
  const problemAt = problemsInText(given)
  const at = offsetOfJsonFault(text)
  if (at >= text.length) return problemAt(at, 'is not whole: the JSON ends in the middle of something')
  const [shown] = /^\S{1,20}/.exec(text.slice(at, at + 20)) ?? ['']
  return problemAt(at, `is not JSON: ${formatValue(shown)} cannot stand here`)
}

/**
 * The offset of the first thing in a text by which it is not JSON. The native parser does not tell it in all versions. It goes
 * through the text once, and calls itself nowhere: a text may be nested a million times.
 */
function offsetOfJsonFault(text: string): number {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = past(space, text, 0)
  while (at < text.length) {
    const sign = text[at] as string
    const end = pastToken(text, at, expected)
    if (end === null) return at
    if (sign === '{' || sign === '[') open.push(sign)
    if (sign === '}' || sign === ']') open.pop()
    expected = nextOf(sign, expected, open.at(-1))
    at = past(space, text, end)
  }
  return at
}

/** Where what stands here ends; null where it may not stand here. */
function pastToken(text: string, at: number, expected: Expected): number | null {
  const sign = text[at] as string
  if (expected === 'colon') return sign === ':' ? at + 1 : null
  if (expected === 'nothing') return null
  if (expected === 'comma or end') return ',]}'.includes(sign) ? at + 1 : null
  if (sign === '"') return pastQuoted(text, at)
  if (expected === 'key or end') return sign === '}' ? at + 1 : null
  if (expected === 'key') return null
  if (sign === '{' || sign === '[' || (sign === ']' && expected === 'value or end')) return at + 1
  const end = past(plain, text, at)
  return end > at ? end : null
}

function nextOf(sign: string, expected: Expected, outer: '{' | '[' | undefined): Expected {
  if (sign === '{') return 'key or end'
  if (sign === '[') return 'value or end'
  if (sign === ':') return 'value'
  if (sign === ',') return outer === '{' ? 'key' : 'value'
  if (expected === 'key' || expected === 'key or end') return sign === '"' ? 'colon' : afterValue(outer)
  return afterValue(outer)
}

const afterValue = (outer: '{' | '[' | undefined): Expected =>
  outer === undefined ? 'nothing' : 'comma or end'

/** Where a string ends; the end of the text where it does not end, and null where something in it is wrong. */
function pastQuoted(text: string, at: number): number | null {
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  if (end >= text.length) return text.length
  return isString(text.slice(at, end + 1)) ? end + 1 : null
}

function isString(quoted: string): boolean {
  try {
    JSON.parse(quoted)
    return true
  } catch {
    return false
  }
}

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
