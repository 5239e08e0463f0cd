import type { Slugs } from '../model/nodes/slug.ts'
import { combined, type Outcome, type Upserted } from '../sql/upsert.ts'
import { keyTables, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { DossierItems } from './items.ts'
import { sectionNames, sections } from './sections.ts'

export type Counts = Record<Outcome, number>
export type ImportSummary = Record<Section, Counts>

/** The keys that items have been given in the graph, and what has become of each. */
export class ItemKeys {
  readonly #items: DossierItems
  readonly #slugs: Slugs
  /** By the number of the item. */
  readonly #keys: number[] = []
  readonly #outcomes: Outcome[] = []
  /** Keys of what is in the graph and in no file. */
  readonly #inGraph = recordFrom(keyTables, () => new Map<string, number>())

  constructor(items: DossierItems, slugs: Slugs) {
    this.#items = items
    this.#slugs = slugs
    this.#keys.length = items.size
    this.#keys.fill(0)
  }

  note(number: number, { id, outcome }: Upserted): void {
    this.#keys[number] = id
    const before = this.#outcomes[number]
    this.#outcomes[number] = before ? combined(before, outcome) : outcome
  }

  /** What an item has become by now. */
  of(number: number): Upserted {
    const [id, outcome] = [this.#keys[number], this.#outcomes[number]]
    if (id === undefined || outcome === undefined) throw new Error(`Item ${number} has not been written.`)
    return { id, outcome }
  }

  /** The key of an item that was put, or of a node that the graph has. */
  find(noun: Section, slug: string): number | undefined {
    const number = this.#items.find(noun, slug)
    const key = number === undefined ? 0 : (this.#keys[number] ?? 0)
    return key === 0 ? this.#findInGraph(noun, slug) : key
  }

  must(noun: Section, slug: string): number {
    const key = this.find(noun, slug)
    if (key === undefined)
      throw new Error(`${slug} was there when the dossier was checked, and is not there now.`)
    return key
  }

  given(noun: Section, slug: string | undefined): number | undefined {
    return slug === undefined ? undefined : this.must(noun, slug)
  }

  summary(): ImportSummary {
    const summary = recordFrom(sectionNames, (): Counts => ({ created: 0, updated: 0, unchanged: 0 }))
    for (const [number, outcome] of this.#outcomes.entries())
      if (outcome) summary[this.#items.nounOf(number)][outcome]++
    return summary
  }

  #findInGraph(noun: Section, slug: string): number | undefined {
    const known = this.#inGraph[sections[noun].keyTable]
    const key = known.get(slug) ?? this.#slugs.find(sections[noun].keyTable, slug)?.id
    if (key !== undefined) known.set(slug, key)
    return key
  }
}
