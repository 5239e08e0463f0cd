import { sql } from 'kysely'
import type { NodeReference } from '../model/nodes/references.ts'
import { slot } from '../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../sql/engine.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import type { Origin } from '../values/vocabulary.ts'
import type { Dossier } from './format.ts'
import { referencesIn, sectionNames, sections } from './sections.ts'

type WrittenItem = Readonly<Record<string, unknown>> & {
  readonly slug: string
  readonly review?: string | undefined
}

interface Named {
  readonly noun: Section
  readonly item: WrittenItem
  /** The keys of what it names. */
  readonly names: readonly string[]
}

const keyOf = (noun: Section, slug: string) => `${sections[noun].keyTable} ${slug}`

/**
 * Where the items of dossiers come from that do not say so: from proposals, where proposed statements speak of them,
 * directly or by way of each other, and nothing that counts does. An item that the graph has already as somebody's own
 * stays that: a proposal takes nothing away.
 */
export class ItemOrigins {
  readonly #proposed: ReadonlySet<string>
  readonly #known: Readonly<Record<'entity' | 'claim', ImmediatePrepared<{ origin: Origin }>>>

  constructor(engine: ImmediateEngine, dossiers: readonly Dossier[]) {
    this.#proposed = proposedIn(dossiers)
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

function proposedIn(dossiers: readonly Dossier[]): ReadonlySet<string> {
  const items = dossiers.flatMap((dossier) => sectionNames.flatMap((noun) => namingItems(dossier, noun)))
  const proposals = items.filter(({ noun, item }) => noun === 'statements' && item.review === 'PROPOSED')
  if (proposals.length === 0) return new Set()
  const byKey = new Map(items.map((one) => [keyOf(one.noun, one.item.slug), one]))
  const spoken = reached(proposals, byKey)
  const isRoot = ({ noun, item }: Named) =>
    noun === 'statements'
      ? (item.review ?? 'ACCEPTED') === 'ACCEPTED'
      : !spoken.has(keyOf(noun, item.slug)) || item.review === 'ACCEPTED'
  const grounded = reached(items.filter(isRoot), byKey)
  return new Set([...spoken].filter((key) => !grounded.has(key)))
}

const namingItems = (dossier: Dossier, noun: Section): Named[] =>
  (dossier[noun] as readonly WrittenItem[]).map((item) => ({
    noun,
    item,
    names: referencesIn[noun].flatMap((reference) => {
      // The kinds that one field may name share a space of slugs.
      const [kind] = reference.to.map((type) => nodeKinds[type])
      return kind?.review === 'DERIVED'
        ? slugsNamedAt(item, reference).map((slug) => keyOf(kind.many, slug))
        : []
    }),
  }))

function slugsNamedAt(item: WrittenItem, { field, isList, inner }: NodeReference): string[] {
  const value = item[field]
  if (value === undefined) return []
  if (!isList) return [value as string]
  const entries = value as readonly (string | Record<string, string>)[]
  return entries.map((entry) => (typeof entry === 'string' ? entry : (entry[inner as string] as string)))
}

/** All that these items name, and what that names in turn. */
function reached(from: readonly Named[], byKey: ReadonlyMap<string, Named>): Set<string> {
  const found = new Set<string>()
  const open = from.flatMap(({ names }) => names)
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue
    found.add(key)
    for (const name of byKey.get(key)?.names ?? []) open.push(name)
  }
  return found
}
