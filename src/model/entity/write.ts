import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import {
  combined,
  type ExpectedRow,
  OwnedRows,
  type TableRow,
  type Upserted,
  UpsertTable,
} from '../../sql/upsert.ts'
import { keyWordsOf } from '../../text/key-word.ts'
import { canonicalLanguage } from '../../text/language.ts'
import { sortKey } from '../../text/sort-key.ts'
import { UserError } from '../../values/errors.ts'
import { isSlug } from '../../values/id.ts'
import type { EntityType } from '../../values/node-kinds.ts'
import type { Origin } from '../../values/vocabulary.ts'
import type { Fault } from '../nodes/fault.ts'
import { keepRow, type NodeChanges } from '../nodes/node-changes.ts'

/** One text or several, the preferred one first. */
type OneOrMore = string | readonly string[]

/** What actors, places and events have in common. What is left out is empty afterwards. */
export interface EntityDraft {
  /** The key of the one that is meant, which may get another slug; the slug's own where it is left out. */
  readonly id?: number | undefined
  readonly slug: string
  readonly name: string
  /** The language of the name, where none of the labels is the name; English unless said otherwise. */
  readonly language?: string | undefined
  readonly labels?: Readonly<Record<string, OneOrMore>> | undefined
  readonly description?: string | undefined
  /** Of actors only: who is described by a source and not named by any has no names, and stands in no list. */
  readonly unnamed?: boolean | undefined
  /** Identifiers elsewhere, by scheme. */
  readonly links?: Readonly<Record<string, OneOrMore>> | undefined
  /** PROPOSED of what a proposal makes: it counts once something accepted names it. ACCEPTED unless it says otherwise. */
  readonly review?: Origin | undefined
}

/** Writes the half of a noun that it shares with the others; the noun's own row has the same key. */
export class EntityWriter {
  readonly #kind: EntityType
  readonly #changes: NodeChanges
  readonly #rows: UpsertTable<'entity'>
  readonly #labels: OwnedRows<'label', 'entity_id'>
  readonly #keys: OwnedRows<'key_word', 'entity_id'>
  readonly #links: OwnedRows<'external_id', 'entity_id'>
  readonly #known: ImmediatePrepared<{ kind: EntityType; isMerged: 0 | 1 }>

  constructor(engine: ImmediateEngine, kind: EntityType, changes: NodeChanges) {
    this.#kind = kind
    this.#changes = changes
    const touch = (id: number) => changes.touch(kind, id)
    this.#rows = new UpsertTable(engine, 'entity', 'slug', touch)
    this.#labels = new OwnedRows(engine, 'label', 'entity_id', touch, 'id')
    this.#keys = new OwnedRows(engine, 'key_word', 'entity_id', touch)
    this.#links = new OwnedRows(engine, 'external_id', 'entity_id', touch)
    this.#known = engine.prepare(sql`select kind, 0 as "isMerged" from entity where slug = ${slot('slug')}
      union all select type, 1 from redirect where space = 'entity' and slug = ${slot('slug')}`)
  }

  /** Tells which entities are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedRow[]): void {
    this.#known.expect(drafts.flatMap(({ slug }) => (slug === undefined ? [] : [{ slug }])))
    this.#rows.expect(drafts)
  }

  /** A person is looked up by the last name. */
  put(draft: EntityDraft, isPerson = false): Upserted {
    this.#refuseTakenSlug(draft.slug)
    const { slug, name, description } = draft
    const row: TableRow<'entity'> = {
      slug,
      name,
      sort_key: sortKey(name),
      description: description ?? null,
      unnamed: draft.unnamed ? 1 : 0,
      kind: this.#kind,
      origin: draft.review ?? 'ACCEPTED',
    }
    const kept = keepRow(this.#rows, draft, row, this.#changes, this.#kind)
    if (kept.outcome !== 'unchanged') this.#known.forget({ slug })
    const names = labelRows(draft)
    const [words, identifiers] = [keyRows(names, isPerson), linkRows(draft)]
    this.#labels.expect(kept, names)
    this.#keys.expect(kept, words)
    this.#links.expect(kept, identifiers)
    const labels = this.#labels.upsert(kept, names)
    const keys = this.#keys.upsert(kept, words)
    const links = this.#links.upsert(kept, identifiers)
    return { id: kept.id, outcome: combined(kept.outcome, labels, keys, links) }
  }

  #refuseTakenSlug(slug: string): void {
    requireSlug(slug)
    const { kind, isMerged } = this.#known.get({ slug }) ?? {}
    if (isMerged) throw mergedSlugError(slug)
    if (kind && kind !== this.#kind)
      throw new UserError(`slug: ${slug} is an entity of another kind: ${kind.toLowerCase()}.`, ['slug'])
  }
}

export const mergedSlugError = (slug: string): UserError =>
  new UserError(`slug: ${slug} is taken: The slug leads to another node since a merge.`, ['slug'])

export function requireSlug(slug: string): void {
  if (!isSlug(slug))
    throw new UserError(
      `slug: ${JSON.stringify(slug)} is no slug: lower-case letters, digits, single hyphens.`,
      ['slug'],
    )
}

/** One language under two tags: the names of one would be lost. */
export function labelFaults({ labels }: { labels?: unknown }): Fault[] {
  if (typeof labels !== 'object' || labels === null) return []
  const firstOf = new Map<string, string>()
  return Object.keys(labels).flatMap((tag) => {
    const canonical = canonicalLanguage(tag)
    const first = canonical === null ? undefined : firstOf.get(canonical)
    if (canonical !== null && first === undefined) firstOf.set(canonical, tag)
    if (first === undefined) return []
    return [
      { field: ['labels', tag], message: `is the language of ${first} again: give its names in one list` },
    ]
  })
}

const allTexts = (texts: OneOrMore): readonly string[] => (typeof texts === 'string' ? [texts] : texts)

type LabelRow = TableRow<'label', 'entity_id'>

/** All names of an entity, the name itself among them; the first of a language is the preferred one. */
function labelRows({ name, language = 'en', labels = {}, unnamed }: EntityDraft): LabelRow[] {
  if (unnamed) return []
  const byLanguage = new Map(Object.entries(labels).map(([lang, texts]) => [lang, [...allTexts(texts)]]))
  const named = [...byLanguage.values()].some((texts) => texts.includes(name))
  if (!named) byLanguage.set(language, [name, ...(byLanguage.get(language) ?? [])])
  return [...byLanguage].flatMap(([lang, texts]) =>
    [...new Set(texts)].map(
      (text, index): LabelRow => ({
        lang,
        text,
        preferred: index === 0 ? 1 : 0,
      }),
    ),
  )
}

/** By which of its names' words it is looked up. */
const keyRows = (names: readonly LabelRow[], isPerson: boolean): TableRow<'key_word', 'entity_id'>[] =>
  [...new Set(names.flatMap(({ text }) => keyWordsOf(text, isPerson)))].map((word) => ({ word }))

const linkRows = ({ links = {} }: EntityDraft): TableRow<'external_id', 'entity_id'>[] =>
  Object.entries(links).flatMap(([scheme, values]) => allTexts(values).map((value) => ({ scheme, value })))
