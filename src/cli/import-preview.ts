import { stringify } from 'yaml'
import type { Fields } from '../dossier/fields.ts'
import type { DossierItems } from '../dossier/items.ts'
import { sectionNames } from '../dossier/sections.ts'

/** So many nodes are shown whole. */
const SHOWN = 10
/** Letters of a text that are shown. */
const LONGEST = 300

/** The first nodes that would be written, and how many there are of each kind. */
export function previewLines(items: DossierItems): string[] {
  const counts = sectionNames.map((noun) => ({ noun, count: [...items.numbers(noun)].length }))
  const first = [...items.numbers()].slice(0, SHOWN)
  return [
    ...counts.filter(({ count }) => count > 0).map(({ noun, count }) => `${noun.padEnd(12)}${count}`),
    first.length < items.size ? `The first ${first.length} of ${items.size}:` : '',
    ...first.flatMap((number) => shownItem(items, number)),
  ].filter((line) => line !== '')
}

const shownItem = (items: DossierItems, number: number): string[] =>
  stringify({ [items.nounOf(number)]: [clipped(items.fields(number))] }, { lineWidth: 100 })
    .trimEnd()
    .split('\n')

/** The text of a source is long, and its beginning tells enough. */
const clipped = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
    ]),
  )
