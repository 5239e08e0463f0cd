import type { FieldPath, Problem } from '../values/errors.ts'

/** Problems by file, and in the order in which they stand there. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.line, b.line) ||
      compare(a.column, b.column) ||
      compare(a.path, b.path),
  )

/** What is left out comes first. */
const compare = <T extends string | number>(a: T | undefined, b: T | undefined): number =>
  a === b ? 0 : a === undefined || (b !== undefined && a < b) ? -1 : 1

/** `statements[3].speaker`. */
export const formatPath = (path: FieldPath): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${clip(part)}`))
    .join('')

export function formatValue(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  return clip(typeof value === 'string' ? JSON.stringify(value.slice(0, LONGEST)) : String(value))
}

const LONGEST = 80

const clip = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
