import type { FieldPath } from '../values/errors.ts'
import { invalid } from './refusal.ts'
import type { InvalidInput } from './request.ts'

/** The fields that people read as one line: names, titles, addresses and the like. What a source says is kept as it says it. */
const lineFields: ReadonlySet<unknown> = new Set([
  ...['name', 'labels', 'links', 'title', 'author', 'mode', 'unit', 'method', 'note', 'url', 'archivedUrl'],
])
const LONGEST_LINE = 2_000

/** Controls but tabs and line ends; and what turns the direction of all that follows, so that a name reads as another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unseen = /[\u0001-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]/

/** What is wrong with the lines in something that is given, such as a name with a control character. */
export function lineProblems(value: unknown, path: FieldPath, isLine = false): InvalidInput[] {
  if (typeof value === 'string') {
    const problem = isLine ? lineProblem(value) : null
    return problem === null ? [] : [invalid(path, problem)]
  }
  if (typeof value !== 'object' || value === null) return []
  const inner: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return inner.flatMap(([key, one]) => lineProblems(one, [...path, key], isLine || lineFields.has(key)))
}

function lineProblem(text: string): string | null {
  if (text.length > LONGEST_LINE)
    return `This has ${text.length.toLocaleString('en')} characters; at most ${LONGEST_LINE.toLocaleString('en')} are taken here.`
  const at = text.search(unseen)
  if (at < 0) return null
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return `This has a character at ${at} that cannot be seen and changes what is seen (U+${code}): leave it out.`
}
