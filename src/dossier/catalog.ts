import { withReferences } from '../model/history/named-forms.ts'
import type { Slugs } from '../model/nodes/slug.ts'
import { SlugSuggestions } from '../model/nodes/slug-suggestions.ts'
import type { FieldPath } from '../values/errors.ts'
import { type KeyTable, keyTables, nodeKinds, type Section } from '../values/node-kinds.ts'
import { wordList } from '../values/word-list.ts'
import type { DossierDraft } from './draft.ts'
import { anItemOf, sectionNames, sections } from './sections.ts'

type Fields = Readonly<Record<string, unknown>>

/** One item of a draft, as it stands in the file: any of its fields may still be wrong. */
export interface Item {
  readonly draft: DossierDraft
  readonly noun: Section
  readonly path: FieldPath
  readonly fields: Fields
  /** Its slug; where that is of a merged node, the slug of the one that stays. */
  readonly standsFor: unknown
}

/** What is wrong with a slug. */
interface SlugFault {
  readonly message: string
  readonly nearest: readonly string[]
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Everything that a slug may mean: what the drafts hold, and what the graph does. */
export class Catalog {
  readonly items: readonly Item[]
  readonly #slugs: Slugs
  readonly #bySlug = new Map<KeyTable, Map<unknown, Item>>()
  readonly #suggestions: SlugSuggestions
  readonly #whole: string

  constructor(drafts: readonly DossierDraft[], slugs: Slugs) {
    this.#slugs = slugs
    this.#suggestions = new SlugSuggestions(slugs, (type) => this.#slugsInFiles(nodeKinds[type].many))
    this.#whole = drafts[0]?.whole ?? ''
    const withOneName = slugsOfSurvivors(slugs)
    this.items = drafts.flatMap(itemsOf).map(withOneName)
    for (const table of keyTables) this.#bySlug.set(table, new Map())
    for (const item of this.items) {
      const known = this.#bySlug.get(sections[item.noun].keyTable)
      if (!known?.has(item.fields.slug)) known?.set(item.fields.slug, item)
    }
  }

  /** The first item with that slug, in the noun's space of slugs. */
  item(noun: Section, slug: unknown): Item | undefined {
    return this.#bySlug.get(sections[noun].keyTable)?.get(slug)
  }

  /** What a slug stands for: a draft's item goes before the graph's. */
  nounOf(space: Section, slug: string): Section | undefined {
    return this.item(space, slug)?.noun ?? this.graphNounOf(space, slug)
  }

  graphNounOf(space: Section, slug: string): Section | undefined {
    const type = this.#slugs.find(sections[space].keyTable, slug)?.type
    return type && nodeKinds[type].many
  }

  /** Null where the slug is one of these nouns; else what is wrong with it, and what comes nearest. */
  fault(slug: string, wanted: readonly Section[]): SlugFault | null {
    if (wanted.some((noun) => this.nounOf(noun, slug) === noun)) return null
    const expected = wordList(wanted.map(anItemOf), 'or')
    const other = sectionNames.find((noun) => this.nounOf(noun, slug) === noun)
    if (other) return { message: `is ${anItemOf(other)}, and ${expected} is wanted here`, nearest: [] }
    const types = wanted.map((noun) => sections[noun].type)
    const near = this.#suggestions.for(slug, types)
    const none = `is not the slug of ${expected}, in ${this.#whole} or in the graph`
    return {
      message: near.length > 0 ? `${none}; did you mean ${near.join(', ')}?` : none,
      nearest: near,
    }
  }

  #slugsInFiles(noun: Section): string[] {
    return this.items
      .filter((item) => item.noun === noun)
      .map(({ fields }) => String(fields.slug ?? ''))
      .filter((slug) => slug !== '')
  }
}

/** Names whatever was merged by the slug of the one that stays: so that it is known as the same. */
function slugsOfSurvivors(slugs: Slugs): (item: Item) => Item {
  if (!slugs.hasRedirects()) return (item) => item
  const known = new Map<string, unknown>()
  const one = (space: KeyTable, slug: unknown): unknown => {
    if (typeof slug !== 'string') return slug
    const key = `${space} ${slug}`
    if (!known.has(key)) known.set(key, slugs.survivorSlug(space, slug) ?? slug)
    return known.get(key)
  }
  return (item) => {
    const { type, keyTable } = sections[item.noun]
    const fields = withReferences(type, item.fields, (slug, { to: [named = type] }) =>
      one(nodeKinds[named].keyTable, slug),
    )
    return { ...item, fields, standsFor: one(keyTable, fields.slug) }
  }
}

function itemsOf(draft: DossierDraft): Item[] {
  const { data } = draft
  if (!isFields(data)) return []
  return sectionNames.flatMap((noun) => {
    const list = data[noun]
    if (!Array.isArray(list)) return []
    return list.flatMap((fields, index) =>
      isFields(fields) ? [{ draft, noun, path: [noun, index], fields, standsFor: fields.slug }] : [],
    )
  })
}
