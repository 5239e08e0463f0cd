import { withReferences } from '../model/history/named-forms.ts'
import type { Slugs } from '../model/nodes/slug.ts'
import { SlugSuggestions } from '../model/nodes/slug-suggestions.ts'
import { type KeyTable, nodeKinds, type Section } from '../values/node-kinds.ts'
import { wordList } from '../values/word-list.ts'
import type { DossierItems, Item } from './items.ts'
import { anItemOf, sectionNames, sections } from './sections.ts'

/** An item as it is checked: what has been merged is named by the one that stays. */
export interface CatalogItem extends Item {
  /** Its slug; where that is of a merged node, the slug of the one that stays. */
  readonly standsFor: unknown
}

/** What is wrong with a slug. */
interface SlugFault {
  readonly message: string
  readonly nearest: readonly string[]
}

/** Everything that a slug may mean: what the files hold, and what the graph does. */
export class Catalog {
  readonly items: DossierItems
  readonly #slugs: Slugs
  readonly #suggestions: SlugSuggestions
  readonly #survivors = new Map<string, unknown>()
  readonly #empty = new Map<KeyTable, boolean>()
  #last: { readonly keyTable: KeyTable; readonly slug: string; readonly noun: Section | undefined } | null =
    null
  readonly hasRedirects: boolean

  constructor(items: DossierItems, slugs: Slugs) {
    this.items = items
    this.#slugs = slugs
    this.hasRedirects = slugs.hasRedirects()
    this.#suggestions = new SlugSuggestions(slugs, (type) => this.#slugsInFiles(nodeKinds[type].many))
  }

  /** An item, in which whatever was merged is named by the slug of the one that stays: so that it is known as the same. */
  item(number: number): CatalogItem {
    const item = this.items.item(number)
    if (!this.hasRedirects) return { ...item, standsFor: item.fields.slug }
    const { type, keyTable } = sections[item.noun]
    const fields = withReferences(type, item.fields, (slug, { to: [named = type] }) =>
      this.#survivor(nodeKinds[named].keyTable, slug),
    )
    return { ...item, fields, standsFor: this.#survivor(keyTable, fields.slug) }
  }

  /** What a slug stands for: a file's item goes before the graph's. */
  nounOf(space: Section, slug: string): Section | undefined {
    const number = this.items.find(space, slug)
    return number === undefined ? this.#graphNounOf(space, slug) : this.items.nounOf(number)
  }

  /** Null where the slug is one of these nouns; else what is wrong with it, and what comes nearest. */
  fault(slug: string, wanted: readonly Section[]): SlugFault | null {
    if (wanted.some((noun) => this.nounOf(noun, slug) === noun)) return null
    const expected = wordList(wanted.map(anItemOf), 'or')
    const other = sectionNames.find((noun) => this.nounOf(noun, slug) === noun)
    if (other) return { message: `is ${anItemOf(other)}, and ${expected} is wanted here`, nearest: [] }
    const types = wanted.map((noun) => sections[noun].type)
    const near = this.#suggestions.for(slug, types)
    const none = `is not the slug of ${expected}, in ${this.items.whole} or in the graph`
    return {
      message: near.length > 0 ? `${none}; did you mean ${near.join(', ')}?` : none,
      nearest: near,
    }
  }

  /** Items whose slug is that of another kind of node in the graph: only entities share a space of slugs. */
  *takenSlugs(): Generator<{ readonly number: number; readonly known: Section }> {
    const slugs = this.items.slugsIn('entity')
    if (slugs.size === 0 || this.#slugs.greatestId('entity') === 0) return
    for (const [slug, number] of slugs) {
      const noun = this.items.nounOf(number)
      const known = this.#graphNounOf(noun, slug)
      if (known !== undefined && known !== noun) yield { number, known }
    }
  }

  #graphNounOf(space: Section, slug: string): Section | undefined {
    const { keyTable } = sections[space]
    if (this.#isEmpty(keyTable)) return undefined
    // Nouns that share a space are asked for one after the other.
    if (this.#last?.keyTable !== keyTable || this.#last.slug !== slug) {
      const type = this.#slugs.find(keyTable, slug)?.type
      this.#last = { keyTable, slug, noun: type && nodeKinds[type].many }
    }
    return this.#last.noun
  }

  /** Whether the graph has nothing in a space of slugs, as a new one does: then no slug need be looked for in it. */
  #isEmpty(keyTable: KeyTable): boolean {
    const known = this.#empty.get(keyTable) ?? this.#slugs.greatestId(keyTable) === 0
    this.#empty.set(keyTable, known)
    return known
  }

  /** A slug of the noun's space; that of a merged node as the one of whatever stays. */
  nameOf(noun: Section, slug: string | undefined): string | undefined {
    const name = this.hasRedirects ? this.#survivor(sections[noun].keyTable, slug) : slug
    return typeof name === 'string' ? name : undefined
  }

  #survivor(space: KeyTable, slug: unknown): unknown {
    if (typeof slug !== 'string') return slug
    const key = `${space} ${slug}`
    if (!this.#survivors.has(key)) this.#survivors.set(key, this.#slugs.survivorSlug(space, slug) ?? slug)
    return this.#survivors.get(key)
  }

  #slugsInFiles(noun: Section): string[] {
    return [...this.items.slugsIn(sections[noun].keyTable)]
      .filter(([slug, number]) => slug !== '' && this.items.nounOf(number) === noun)
      .map(([slug]) => slug)
  }
}
