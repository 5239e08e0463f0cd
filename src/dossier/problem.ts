import type { FieldPath, Problem } from '../values/errors.ts'
import { isObjectLike } from '../values/is-object-like.ts'

/** Problems by file, and in the order in which they stand there. */
export const inFileOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.line, b.line) ||
      compare(a.column, b.column) ||
      compare(a.path, b.path),
  )

/** Compares by order; what is left out comes first. */
const compare = <T extends string | number>(a: T | undefined, b: T | undefined): number =>
  a === b ? 0 : a === undefined || (b !== undefined && a < b) ? -1 : 1

/** `statements[3].speaker`. */
export const formatPath = (path: FieldPath): string =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${clippedValue(part)}`,
    )
    .join('')

export function formatValue(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  return clippedValue(
    typeof value === 'string' ? JSON.stringify(value.slice(0, LONGEST_SHOWN)) : String(value),
  )
}

const LONGEST_SHOWN = 80

const clippedValue = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text

export const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, part) => (isObjectLike(value) && Object.hasOwn(value, part) ? value[part] : undefined),
    data,
  )
