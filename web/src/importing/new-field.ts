import { fieldAt } from './mappable-fields.ts'
import { type MappedPath, withField } from './mapped-uses.ts'
import type { Mapping } from './mapping.ts'
import { itemsOfTypes, namedItem } from './mapping-items.ts'

/** A field that nothing is said of yet; of a node, that of the row, where there is one such. */
export function withNewField(mapping: Mapping, index: number, path: MappedPath): Mapping {
  const section = mapping.items[index]?.section
  const field = section && fieldAt(section, path).field
  const ofRow = field?.kind === 'node' ? itemsOfTypes(mapping, field.types, index) : []
  const [only] = ofRow
  if (only === undefined || ofRow.length > 1) return withField(mapping, index, path, { constant: '' })
  const { mapping: named, as } = namedItem(mapping, only)
  return withField(named, index, path, { item: as })
}
