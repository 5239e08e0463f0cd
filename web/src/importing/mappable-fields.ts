import type { Section } from '../../../src/values/node-kinds.ts'
import type { FormField, NodesField, SingleField } from '../editing/form/field.ts'
import { nodeFields } from '../editing/kinds/node-fields.ts'
import { constantOf, type MappedPath } from './mapped-uses.ts'
import { isPlainObject, type MappedConstant, type MappedItem, type MappedValue } from './mapping.ts'
import { typeOfSection } from './section-kind.ts'

/** A field that a column can fill, and what it is called. */
export interface MappableField {
  readonly path: readonly string[]
  readonly label: string
  /** What it holds; an item's own slug has no field in the forms. */
  readonly field: SingleField | NodesField | null
}

const slugField: MappableField = {
  path: ['slug'],
  label: 'Its short name, by which it is known again',
  field: null,
}

/** What a column can fill in the items of a section. Rows of a form, such as names by language, are for whoever writes the text. */
export const fieldsToMap = (section: Section): readonly MappableField[] => [
  ...nodeFields[typeOfSection(section)].flatMap(mappable),
  slugField,
]

function mappable(field: FormField): MappableField[] {
  if (field.kind === 'rows') return []
  if (field.kind !== 'group') return [{ path: [field.name], label: field.label, field }]
  return field.fields.map((inner) => ({
    path: [field.name, inner.name],
    label: `${field.label}: ${inner.label.toLowerCase()}`,
    field: inner,
  }))
}

/** What stands at a path of an item; a list, such as what a statement is about, by its own name. */
export function fieldAt(section: Section, path: MappedPath): MappableField {
  const named = path.filter((part) => typeof part === 'string')
  const found = fieldsToMap(section).find((each) => each.path.join() === named.join())
  return found ?? { path: named, label: path.join(', '), field: null }
}

/** The fields that an item needs beside those that it has: given by constants, or by something else. */
export function missingFields({ section, fields }: MappedItem): readonly MappableField[] {
  const given = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, String(constantIn(value) ?? 'given')]),
  )
  return fieldsToMap(section).filter(({ path: [name = '', ...inner], field }) => {
    if (inner.length > 0 || Object.hasOwn(fields, name)) return false
    return field?.isRequired === true && (field.applies?.(given) ?? true)
  })
}

const constantIn = (value: unknown): MappedConstant | undefined =>
  typeof value === 'string' || isPlainObject(value) ? constantOf(value as MappedValue) : undefined
