import type { Section } from '../../../src/values/node-kinds.ts'
import type { NodeType } from '../../../src/values/vocabulary.ts'
import type { MappedItem, Mapping } from './mapping.ts'
import { kindOfSection, typeOfSection } from './section-kind.ts'

/** What an item is called in sentences: “statement”, or “source (article)” where several of a kind are made of a row. */
export function itemName({ items }: Mapping, index: number): string {
  const item = items[index]
  if (!item) return ''
  const { one } = kindOfSection(item.section)
  const isOnly = items.filter(({ section }) => section === item.section).length === 1
  return isOnly ? one : `${one} (${item.as ?? index + 1})`
}

/** An item of which nothing is said yet; where no slug is, the server makes one of what the item holds. */
export const newItem = (section: Section): MappedItem => ({ section, fields: {} })

/** A mapping of which only is said what each row becomes. */
export const newMapping = (section: Section): Mapping => ({ hearsay: 'mapping', items: [newItem(section)] })

/** What refers to another item of the row comes after it. */
export function withItem(mapping: Mapping, item: MappedItem): Mapping {
  const order = kindPlace(item.section)
  const at = mapping.items.findIndex(({ section }) => kindPlace(section) > order)
  const items = [...mapping.items]
  items.splice(at < 0 ? items.length : at, 0, item)
  return { ...mapping, items }
}

const order: readonly NodeType[] = ['PLACE', 'ACTOR', 'EVENT', 'SOURCE', 'CLAIM', 'STATEMENT', 'ASSESSMENT']
const kindPlace = (section: Section): number => order.indexOf(typeOfSection(section))

export const withoutItem = (mapping: Mapping, index: number): Mapping => ({
  ...mapping,
  items: mapping.items.filter((_, each) => each !== index),
})

/** The items of a row that a field of these types may name. */
export const itemsOfTypes = (
  { items }: Mapping,
  types: readonly NodeType[],
  but: number,
): readonly number[] =>
  items.flatMap(({ section }, index) =>
    index !== but && types.includes(typeOfSection(section)) ? [index] : [],
  )

/** The same mapping with a name for an item by which others refer to it, and that name. */
export function namedItem(
  mapping: Mapping,
  index: number,
): { readonly mapping: Mapping; readonly as: string } {
  const item = mapping.items[index]
  if (!item) return { mapping, as: '' }
  if (item.as) return { mapping, as: item.as }
  const taken = new Set(mapping.items.map(({ as }) => as))
  const { one } = kindOfSection(item.section)
  const as = taken.has(one) ? `${one}-${index + 1}` : one
  const items = mapping.items.map((each, at) => (at === index ? { ...each, as } : each))
  return { mapping: { ...mapping, items }, as }
}
