import { actorFaults } from '../model/actor/write.ts'
import { claimFaults } from '../model/claim/write.ts'
import { labelFaults } from '../model/entity/write.ts'
import type { Fault } from '../model/nodes/fault.ts'
import type { NodeReference } from '../model/nodes/references.ts'
import { placeFaults } from '../model/place/write.ts'
import { statementFaults } from '../model/statement/faults.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { Catalog, CatalogItem } from './catalog.ts'
import { type Fields, isFields } from './fields.ts'
import type { DossierItems, Item } from './items.ts'
import { anItemOf, referencesIn, sectionNames, sections } from './sections.ts'

/** The faults that the graph's own writers would refuse. */
const writerFaults: Partial<Record<Section, (fields: Fields) => Fault[]>> = {
  places: (fields) => [...placeFaults(fields), ...labelFaults(fields)],
  actors: (fields) => [...actorFaults(fields), ...labelFaults(fields)],
  events: labelFaults,
  claims: claimFaults,
  statements: statementFaults,
}

export const problemAt = (
  { part, path }: Pick<Item, 'part' | 'path'>,
  field: FieldPath,
  message: string,
  nearest: readonly string[] = [],
): Problem => part.problem([...path, ...field], message, nearest)

export const faultsOfItem = (noun: Section, fields: Fields): Fault[] => writerFaults[noun]?.(fields) ?? []

export const ownProblems = (item: Item): Problem[] =>
  faultsOfItem(item.noun, item.fields).map(({ field, message }) => problemAt(item, field, message))

/** A slug stands for one thing among the files. */
export const repeatedSlugProblems = (items: DossierItems): Problem[] =>
  items.repeated.flatMap((number) => {
    const item = items.item(number)
    const first = items.find(item.noun, String(item.fields.slug))
    if (first === undefined) return []
    const place = items.place(first)
    const { file, line, path } = problemAt(place, ['slug'], '')
    const where = line === undefined ? path : `${file}:${line}`
    return [problemAt(item, ['slug'], `is taken by ${anItemOf(place.noun)} already, at ${where}`)]
  })

/** And between the files and the graph. */
export function takenSlugProblems(catalog: Catalog): Problem[] {
  const { items } = catalog
  return [...catalog.takenSlugs()].map(({ number, known }) => {
    const item = items.place(number)
    return problemAt(
      item,
      ['slug'],
      `is ${anItemOf(known)} in the graph, and cannot be ${anItemOf(item.noun)} as well`,
    )
  })
}

interface ListedReference {
  readonly reference: NodeReference
  readonly wanted: readonly Section[]
}

const referencesOfItem: Readonly<Record<Section, readonly ListedReference[]>> = recordFrom(
  sectionNames,
  (section) =>
    referencesIn[section].map((reference) => ({
      reference,
      wanted: reference.to.map((type) => nodeKinds[type].many),
    })),
)

export function referenceProblems(catalog: Catalog, item: CatalogItem): Problem[] {
  return referencesOfItem[item.noun].flatMap(({ reference, wanted }) =>
    slugsAt(item.fields, reference).flatMap(([path, slug]) => {
      const own = slug === item.standsFor && wanted.length === 1 && wanted[0] === item.noun
      if (own) return [problemAt(item, path, `is the ${sections[item.noun].one} itself`)]
      const fault = catalog.fault(slug, wanted)
      return fault === null ? [] : [problemAt(item, path, fault.message, fault.nearest)]
    }),
  )
}

/** Whether all that an item names is among the items so far, and of the right kind. */
export const isAllNamed = (items: DossierItems, noun: Section, fields: Fields): boolean =>
  referencesOfItem[noun].every(({ reference, wanted }) => {
    const value = fields[reference.field]
    if (value === undefined) return true
    if (!reference.isList) return isNamed(items, wanted, value, noun, fields.slug)
    return slugsAt(fields, reference).every(([, slug]) => isNamed(items, wanted, slug, noun, fields.slug))
  })

function isNamed(
  items: DossierItems,
  wanted: readonly Section[],
  value: unknown,
  noun: Section,
  own: unknown,
): boolean {
  const [space] = wanted
  if (typeof value !== 'string' || space === undefined || (value === own && space === noun)) return false
  const number = items.find(space, value)
  return number !== undefined && wanted.includes(items.nounOf(number))
}

/** The slugs that a reference holds. What is no text is left to the shape. */
function slugsAt(fields: Fields, { field, isList, inner }: NodeReference): [FieldPath, string][] {
  const value = fields[field]
  if (value === undefined) return []
  if (!isList) return textAt([field], value)
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown, index) => {
    if (inner === undefined) return textAt([field, index], entry)
    return isFields(entry) ? textAt([field, index, inner], entry[inner]) : []
  })
}

const textAt = (path: FieldPath, value: unknown): [FieldPath, string][] =>
  typeof value === 'string' ? [[path, value]] : []
