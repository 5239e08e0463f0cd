import { objectOf } from './mapped-uses.ts'
import { isPlainObject, type MappedValue } from './mapping.ts'

/** In words, what a value is made of that comes from no single column; what has no words, as it stands in the text. */
export function madeText(value: unknown): string {
  if (typeof value !== 'string' && !isPlainObject(value)) return JSON.stringify(value)
  const { first, slug, column, constant, template, ...others } = objectOf(value as MappedValue)
  if (Object.keys(others).length > 0) return JSON.stringify(value)
  if (Array.isArray(first)) return first.map(madeText).join(', or else ')
  if (Array.isArray(slug)) return `made of ${slug.map(madeText).join(', ')}`
  if (constant !== undefined) return `“${constant}”`
  return typeof (column ?? template) === 'string' ? String(column ?? template) : JSON.stringify(value)
}
