import type { ItemInput } from '../../edits/request.ts'
import type { FieldPath } from '../../values/errors.ts'

/**
 * From an input to an item of a dossier and back. Lists that are maps in a dossier become maps:
 *
 *     labels: [{ lang: "uk", texts: ["Київ"] }]  →  labels: { uk: ["Київ"] }
 *
 * Dates and instants become their text. A field that is left out stays left out, and null stays null.
 */
export function itemOf(input: object): ItemInput {
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => [
      field,
      isMapField(field) ? mapOf(field, value) : plain(value),
    ]),
  )
}

/** For each list that stands for a map, what its items are called by, and what they hold. */
const mapFields = {
  labels: { key: 'lang', values: 'texts' },
  links: { key: 'scheme', values: 'values' },
} as const
type MapField = keyof typeof mapFields
const isMapField = (field: unknown): field is MapField => field === 'labels' || field === 'links'

interface Entry {
  readonly key: string
  readonly value: unknown
  readonly path: FieldPath
}

/** Each value of such a list, with its key and where it stands: keys that come twice are one in the map. */
function entriesOf(field: MapField, list: unknown): Entry[] {
  const { key, values } = mapFields[field]
  const items: readonly Record<string, unknown>[] = Array.isArray(list) ? list : []
  return items.flatMap((item, index) => {
    const all: readonly unknown[] = Array.isArray(item[values]) ? item[values] : []
    return all.map((value, place) => ({ key: String(item[key]), value, path: [field, index, values, place] }))
  })
}

function mapOf(field: MapField, list: unknown): unknown {
  if (list == null) return list
  const map = new Map<string, unknown[]>()
  for (const { key, value } of entriesOf(field, list)) map.set(key, [...(map.get(key) ?? []), value])
  return Object.fromEntries(map)
}

/** Dates are given as EDTF reads them, and written as their text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if ('earliest' in value && 'text' in value) return value.text
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, plain(inner)]))
}

/** Where something stands in an input that stands at this path of its item: `labels.uk.1` is `labels.0.texts.1`. */
export function pathInInput(input: object, path: FieldPath): FieldPath {
  const [field, key, place = 0, ...rest] = path
  if (!isMapField(field) || key === undefined) return path
  const list = new Map(Object.entries(input)).get(field)
  const same = entriesOf(field, list).filter((entry) => entry.key === String(key))
  const entry = same[Number(place)] ?? same[0]
  if (!entry) return [field]
  return path.length > 2 ? [...entry.path, ...rest] : entry.path.slice(0, 2)
}
