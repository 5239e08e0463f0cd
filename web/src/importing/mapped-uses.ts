import {
  isPlainObject,
  type MappedConstant,
  type MappedObject,
  type MappedValue,
  type Mapping,
} from './mapping.ts'

/** The way to a field of a mapped item, such as `['figure', 'low']`. */
export type MappedPath = readonly (string | number)[]

/** A field of an item, and where its value comes from. */
export interface MappedUse {
  /** The item's place among all of the mapping. */
  readonly item: number
  readonly path: MappedPath
  readonly value: MappedValue
}

/** What tells that a map is where a value comes from, and not a group of fields. */
const originKeys = ['column', 'constant', 'template', 'first', 'item', 'slug']

const isMappedValue = (value: unknown): value is MappedValue =>
  typeof value === 'string' || (isPlainObject(value) && originKeys.some((key) => Object.hasOwn(value, key)))

/** Every field that a mapping fills. */
export const usesOf = ({ items }: Mapping): MappedUse[] =>
  items.flatMap(({ fields }, item) => usesIn(fields, []).map((use) => ({ item, ...use })))

function usesIn(fields: unknown, path: MappedPath): Omit<MappedUse, 'item'>[] {
  // A figure has a field of the name of none of the origins, and so has everything else that is a group.
  if (path.length > 0 && isMappedValue(fields)) return [{ path, value: fields }]
  if (Array.isArray(fields)) return fields.flatMap((each, index) => usesIn(each, [...path, index]))
  if (!isPlainObject(fields)) return []
  return Object.entries(fields).flatMap(([name, value]) => usesIn(value, [...path, name]))
}

const isColumnText = (text: string): boolean => !text.startsWith('=') && !/[{}]/.test(text)

/** A value written out. */
export const objectOf = (value: MappedValue): MappedObject => {
  if (typeof value !== 'string') return value
  if (value.startsWith('=')) return { constant: value.slice(1) }
  return isColumnText(value) ? { column: value } : { template: value }
}

/** A value as short as it can be written. */
export function shortValue(value: MappedObject): MappedValue {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  const { column, constant, template } = value
  if (keys.length > 1) return value
  if (typeof column === 'string' && isColumnText(column)) return column
  if (typeof template === 'string' && /[{}]/.test(template) && !template.startsWith('=')) return template
  return typeof constant === 'string' && constant !== '' ? `=${constant}` : value
}

/** A value with some of it changed; what is undefined is taken out. */
export const amended = (object: MappedObject, changed: Readonly<Record<string, unknown>>): MappedObject =>
  Object.fromEntries(Object.entries({ ...object, ...changed }).filter(([, value]) => value !== undefined))

/** The column that a value comes from alone; null where it comes from elsewhere, or from several. */
export function columnOf(value: MappedValue, columns: readonly string[]): string | null {
  const { column, slug } = objectOf(value)
  if (typeof column === 'number') return columns[column - 1] ?? null
  if (column !== undefined) return column
  return slug !== undefined && !Array.isArray(slug) && isMappedValue(slug) ? columnOf(slug, columns) : null
}

/** Whether a column is a part of what makes a value: one of several, or what a node has that is made because none was found. */
export function hasPartOf(value: unknown, column: string): boolean {
  if (typeof value === 'string') {
    const { column: own, template } = objectOf(value)
    return own === column || (typeof template === 'string' && template.includes(`{${column}}`))
  }
  if (Array.isArray(value)) return value.some((each) => hasPartOf(each, column))
  if (!isPlainObject(value)) return false
  const { column: own, template, first, slug, create } = value
  const created = isPlainObject(create) ? Object.values(create) : []
  return own === column || [template, first, slug, created].some((each) => hasPartOf(each, column))
}

export const constantOf = (value: MappedValue): MappedConstant | undefined => objectOf(value).constant

/** The same mapping with another value in a field, or without the field. */
export function withField(
  mapping: Mapping,
  item: number,
  path: MappedPath,
  value: MappedValue | undefined,
): Mapping {
  const items = mapping.items.map((each, index) =>
    index === item ? { ...each, fields: placed(each.fields, path, value) as typeof each.fields } : each,
  )
  return { ...mapping, items }
}

/** A group or a list that is emptied goes with its last field. */
function placed(container: unknown, [first, ...rest]: MappedPath, value: unknown): unknown {
  if (first === undefined) return value
  const isList = Array.isArray(container)
  const entries = new Map<string | number, unknown>(
    isList ? container.entries() : Object.entries(isPlainObject(container) ? container : {}),
  )
  const inner = placed(entries.get(first), rest, value)
  const isGone = inner === undefined || (rest.length > 0 && isEmpty(inner))
  if (isGone) entries.delete(first)
  else entries.set(first, inner)
  return isList ? [...entries.values()] : Object.fromEntries(entries)
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0
