import { sql } from 'kysely'
import type { NodeReference } from '../model/nodes/references.ts'
import { slot } from '../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../sql/engine.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import type { Origin } from '../values/vocabulary.ts'
import type { Fields } from './fields.ts'
import type { DossierItems } from './items.ts'
import { referencesIn, sections } from './sections.ts'

interface NamingItem {
  readonly key: string
  readonly review: unknown
  /** The keys of what it names. */
  readonly names: readonly string[]
}

const keyOf = (noun: Section, slug: string): string => `${sections[noun].keyTable} ${slug}`

/**
 * Where the items of dossiers come from that do not say so: from proposals, where proposed statements speak of them,
 * directly or by way of each other, and nothing that counts does. An item that the graph has already as somebody's own
 * stays that: a proposal takes nothing away.
 */
export class ItemOrigins {
  readonly #proposed: ReadonlySet<string>
  readonly #known: Readonly<Record<'entity' | 'claim', ImmediatePrepared<{ origin: Origin }>>>

  constructor(engine: ImmediateEngine, items: DossierItems) {
    this.#proposed = proposedIn(items)
    const known = (table: string) =>
      engine.prepare<{ origin: Origin }>(
        sql`select origin from ${sql.table(table)} where slug = ${slot('slug')}`,
      )
    this.#known = { entity: known('entity'), claim: known('claim') }
  }

  of(noun: Section, { slug, review }: { slug: string; review?: Origin | undefined }): Origin {
    if (review || !this.#proposed.has(keyOf(noun, slug))) return review ?? 'ACCEPTED'
    return this.#known[noun === 'claims' ? 'claim' : 'entity'].get({ slug })?.origin ?? 'PROPOSED'
  }
}

function proposedIn(items: DossierItems): ReadonlySet<string> {
  const [proposed, accepted] = [keysNamed(items, 'PROPOSED'), keysNamed(items, 'ACCEPTED')]
  if (proposed.length === 0) return new Set()
  const others = [...items.numbers()]
    .filter((number) => items.nounOf(number) !== 'statements')
    .map((number) => namingItem(items, number))
  const byKey = new Map(others.map((one) => [one.key, one]))
  const spoken = reached(proposed, byKey)
  const roots = others.filter(({ key, review }) => !spoken.has(key) || review === 'ACCEPTED')
  const grounded = reached(accepted, byKey)
  for (const key of reached(
    roots.flatMap(({ names }) => names),
    byKey,
  ))
    grounded.add(key)
  return new Set([...spoken].filter((key) => !grounded.has(key)))
}

const keysNamed = (items: DossierItems, review: keyof DossierItems['named']): string[] =>
  Object.entries(items.named[review]).flatMap(([table, slugs]) =>
    [...slugs].map((slug) => `${table} ${slug}`),
  )

function namingItem(items: DossierItems, number: number): NamingItem {
  const noun = items.nounOf(number)
  const fields = items.fields(number)
  return {
    key: keyOf(noun, String(fields.slug)),
    review: fields.review,
    names: referencesIn[noun].flatMap((reference) => {
      // The kinds that one field may name share a space of slugs.
      const [kind] = reference.to.map((type) => nodeKinds[type])
      return kind?.review === 'DERIVED'
        ? slugsNamedAt(fields, reference).map((slug) => keyOf(kind.many, slug))
        : []
    }),
  }
}

function slugsNamedAt(item: Fields, { field, isList, inner }: NodeReference): string[] {
  const value = item[field]
  if (value === undefined) return []
  if (!isList) return [value as string]
  const entries = value as readonly (string | Record<string, string>)[]
  return entries.map((entry) => (typeof entry === 'string' ? entry : (entry[inner as string] as string)))
}

/** All of these, and what they name in turn. */
function reached(from: Iterable<string>, byKey: ReadonlyMap<string, NamingItem>): Set<string> {
  const found = new Set<string>()
  const open = [...from]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue
    found.add(key)
    for (const name of byKey.get(key)?.names ?? []) open.push(name)
  }
  return found
}
