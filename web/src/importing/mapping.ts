import { nodeKinds, type Section } from '../../../src/values/node-kinds.ts'

export type MappedConstant = string | number | boolean

/** Where the value of a field comes from, written out; see docs/formats/mapping.md. */
export interface MappedObject {
  readonly column?: string | number
  readonly constant?: MappedConstant
  readonly item?: string
  readonly slug?: unknown
  readonly words?: string | Readonly<Record<string, MappedConstant>>
  readonly otherwise?: MappedConstant
  readonly date?: string | readonly string[]
  readonly number?: unknown
  readonly split?: string | readonly string[]
  readonly find?: string
  readonly by?: string
  readonly else?: string
  readonly create?: Readonly<Record<string, unknown>>
  readonly [other: string]: unknown
}
export type MappedValue = string | MappedObject

/** What is made of each row, once. */
export interface MappedItem {
  readonly section: Section
  readonly as?: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly [other: string]: unknown
}

/** How each row of a table becomes nodes. The server knows all that may stand in one, and says what is wrong. */
export interface Mapping {
  readonly hearsay: 'mapping'
  readonly items: readonly MappedItem[]
  readonly words?: Readonly<Record<string, Readonly<Record<string, MappedConstant>>>>
  readonly [other: string]: unknown
}

const sections: readonly string[] = Object.values(nodeKinds).map(({ many }) => many)

export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Why something is no mapping that can be shown; null where it is one. */
export function mappingRefusal(value: unknown): string | null {
  if (!isPlainObject(value)) return 'A mapping is a map that begins with “hearsay: mapping”.'
  if (value.hearsay !== 'mapping') return 'A mapping begins with “hearsay: mapping”, and this does not.'
  if (!Array.isArray(value.items) || value.items.length === 0)
    return 'A mapping has “items”: a list of what each row becomes.'
  const wrong = value.items.findIndex(
    (item) => !isPlainObject(item) || !sections.includes(String(item.section)) || !isPlainObject(item.fields),
  )
  return wrong < 0 ? null : `Item ${wrong + 1} needs a section (${sections.join(', ')}) and fields.`
}

/** Reads a mapping from YAML or JSON, or says why it is none. */
export async function readMapping(text: string): Promise<Mapping> {
  const { parse } = await import('yaml')
  const value: unknown = parse(text)
  const refusal = mappingRefusal(value)
  if (refusal) throw new Error(refusal)
  return value as Mapping
}

/** The mapping as a person would write it. */
export async function mappingText(mapping: Mapping): Promise<string> {
  const { stringify } = await import('yaml')
  return stringify(mapping, { lineWidth: 110, aliasDuplicateObjects: false })
}
