import type { Slugs } from '../../model/nodes/slug.ts'
import { slugify } from '../../values/id.ts'
import type { KeyTable } from '../../values/node-kinds.ts'

/** Makes slugs that nothing in the graph has yet. */
export class SlugMaker {
  readonly #slugs: Slugs

  constructor(slugs: Slugs) {
    this.#slugs = slugs
  }

  /** A free slug made of a name, or of a word for what it names where the name has no letter that a slug could hold. */
  free(space: KeyTable, name: string, otherwise: string): string {
    const slug = slugify(name) || otherwise
    if (!this.#slugs.find(space, slug)) return slug
    // Doubling, then halving: as few questions for the thousandth of a name as for the tenth.
    let [taken, free] = [1, 2]
    while (this.#slugs.find(space, `${slug}-${free}`)) [taken, free] = [free, free * 2]
    while (free - taken > 1) {
      const middle = (taken + free) >> 1
      if (this.#slugs.find(space, `${slug}-${middle}`)) taken = middle
      else free = middle
    }
    return `${slug}-${free}`
  }
}
