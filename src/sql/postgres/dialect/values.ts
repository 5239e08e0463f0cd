import type { CustomTypesConfig } from 'pg'
import { snippetOf } from '../full-text/full-text.ts'

/** A whole number as it is; one that JavaScript would round is refused, because it would be another. */
function wholeNumberOf(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large a number.`)
  return value
}

/** `sum` of whole numbers is a numeric, and most of these are whole. */
const numericOf = (text: string): number => (/^-?\d+$/.test(text) ? wholeNumberOf(text) : Number(text))

const asText = (text: string): string => text

/** How values are read, by the numbers that PostgreSQL's catalog has for their types. */
const valueReaders = new Map<number, (text: string) => string | number>([
  [16, (text) => (text === 't' ? 1 : 0)], // boolean
  [20, wholeNumberOf], // bigint
  [21, Number], // smallint
  [23, Number], // integer
  [114, snippetOf], // json: nothing else is left as json
  [700, Number], // real
  [701, Number], // double precision
  [1700, numericOf], // numeric
])

/**
 * Values as the other engine gives them, so that a store reads one kind of row: numbers as numbers, a condition as 1 or 0,
 * JSON and all else as text.
 */
export const valueTypes: CustomTypesConfig = { getTypeParser: valueReader }

/** Reads a value of the type with this number. */
export function valueReader(type: number): (text: string) => string | number {
  return valueReaders.get(type) ?? asText
}
