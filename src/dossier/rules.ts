import { actorFaults } from '../model/actor/write.ts'
import { claimFaults } from '../model/claim/write.ts'
import { labelFaults } from '../model/entity/write.ts'
import type { Fault } from '../model/nodes/fault.ts'
import type { NodeReference } from '../model/nodes/references.ts'
import { placeFaults } from '../model/place/write.ts'
import { statementFaults } from '../model/statement/faults.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { type Catalog, type Item, isFields } from './catalog.ts'
import { anItemOf, referencesIn, sections } from './sections.ts'

/** The faults that the graph's own writers would refuse. */
const writerFaults: Partial<Record<Section, (fields: Item['fields']) => Fault[]>> = {
  places: (fields) => [...placeFaults(fields), ...labelFaults(fields)],
  actors: (fields) => [...actorFaults(fields), ...labelFaults(fields)],
  events: labelFaults,
  claims: claimFaults,
  statements: statementFaults,
}

export const problemAt = (
  { draft, path }: Item,
  field: FieldPath,
  message: string,
  nearest: readonly string[] = [],
): Problem => draft.problem([...path, ...field], message, nearest)

export const ownProblems = (item: Item): Problem[] =>
  (writerFaults[item.noun]?.(item.fields) ?? []).map(({ field, message }) => problemAt(item, field, message))

/** A slug stands for one thing: among the files, and between them and the graph. */
export function slugProblems(catalog: Catalog, item: Item): Problem[] {
  const { slug } = item.fields
  if (typeof slug !== 'string') return []
  const first = catalog.item(item.noun, slug)
  if (first && first !== item) {
    const { file, line, path } = problemAt(first, ['slug'], '')
    const place = line === undefined ? path : `${file}:${line}`
    return [problemAt(item, ['slug'], `is taken by ${anItemOf(first.noun)} already, at ${place}`)]
  }
  const known = catalog.graphNounOf(item.noun, slug)
  if (known === undefined || known === item.noun) return []
  return [
    problemAt(
      item,
      ['slug'],
      `is ${anItemOf(known)} in the graph, and cannot be ${anItemOf(item.noun)} as well`,
    ),
  ]
}

export function referenceProblems(catalog: Catalog, item: Item): Problem[] {
  return referencesIn[item.noun].flatMap((reference) => {
    const wanted = reference.to.map((type) => nodeKinds[type].many)
    return slugsAt(item.fields, reference).flatMap(([path, slug]) => {
      const own = slug === item.standsFor && wanted.length === 1 && wanted[0] === item.noun
      if (own) return [problemAt(item, path, `is the ${sections[item.noun].one} itself`)]
      const fault = catalog.fault(slug, wanted)
      return fault === null ? [] : [problemAt(item, path, fault.message, fault.nearest)]
    })
  })
}

/** The slugs that a reference holds. What is no text is left to the shape. */
function slugsAt(fields: Item['fields'], { field, isList, inner }: NodeReference): [FieldPath, string][] {
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
