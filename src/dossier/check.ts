import { slugsOf } from '../model/nodes/slug.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { Problem } from '../values/errors.ts'
import { Catalog } from './catalog.ts'
import { circleProblems } from './hierarchy.ts'
import type { DossierItems } from './items.ts'
import { inFileOrder } from './problem.ts'
import { ownProblems, referenceProblems, repeatedSlugProblems, takenSlugProblems } from './rules.ts'
import { textProblems } from './text.ts'

interface CheckOptions {
  /** Where not all files could be read, what the others refer to may be in those: references are left out then. */
  readonly isComplete?: boolean
  /** Whether items are looked at again with which all was well: the graph may have changed since. */
  readonly isAgain?: boolean
}

/**
 * All that is wrong with items, in one go. They are looked at together and with the graph: a slug may be that of any of them. The
 * rules look at the fields as they stand in the file, so that one wrong field hides no other.
 */
export function checkItems(
  engine: ImmediateEngine,
  items: DossierItems,
  { isComplete = true, isAgain = false }: CheckOptions = {},
): Problem[] {
  const catalog = new Catalog(items, slugsOf(engine))
  // Where nodes have been merged, an item may name by one slug what is known by another.
  const looked = isAgain || catalog.hasRedirects ? items.numbers() : items.waiting
  const ofItems: Problem[] = []
  for (const number of looked) {
    const item = catalog.item(number)
    ofItems.push(...ownProblems(item))
    if (isComplete) for (const problem of referenceProblems(catalog, item)) ofItems.push(problem)
  }
  return inFileOrder([
    ...items.problems,
    ...repeatedSlugProblems(items),
    ...takenSlugProblems(catalog),
    ...ofItems,
    ...circleProblems(engine, catalog),
    ...textProblems(engine, items),
  ])
}
