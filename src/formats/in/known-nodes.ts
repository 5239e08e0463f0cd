import { basename } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { creationOf } from '../../model/history/change-rows.ts'
import { typeIn } from '../../model/nodes/type-in.ts'
import { slot } from '../../sql/build.ts'
import { atOnce, type Engine, type Prepared } from '../../sql/engine.ts'
import { foldedName } from '../../text/fold.ts'
import { isEntityType, type KeyTable, keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'

interface NamedSlug {
  readonly slug: string
  readonly name: string
}

/** The kinds of node that have names: entities, sources by their titles and claims by their texts. */
export type NameableType = Exclude<NodeType, 'STATEMENT' | 'ASSESSMENT'>

/** Finds nodes that the graph has, by what another tool calls them. Of several, the one that came first. */
export class KnownNodes {
  readonly #engine: Engine
  readonly #bySlug: Readonly<Record<KeyTable, Prepared<{ type: NodeType }>>>
  readonly #byLink: Prepared<{ slug: string }>
  readonly #broughtBy: Readonly<Record<KeyTable, Prepared<{ note: string }>>>
  readonly #names = new Map<NameableType, ReadonlyMap<string, string>>()

  constructor(engine: Engine) {
    this.#engine = engine
    this.#bySlug = recordFrom(keyTables, (table) =>
      engine.prepare(
        sql<{
          type: NodeType
        }>`select ${typeIn(table)} as type from ${sql.table(table)} where slug = ${slot('slug')}`,
      ),
    )
    this.#broughtBy = recordFrom(keyTables, (table) =>
      engine.prepare(
        sql<{ note: string }>`select revision.note from ${sql.table(table)} node
          join revision on revision.id = ${creationOf(typeIn(table), sql`node.id`)}
          where node.slug = ${slot('slug')} and revision.action = 'IMPORT' and revision.note is not null`,
      ),
    )
    this.#byLink = engine.prepare(
      sql<{ slug: string }>`select entity.slug from external_id link join entity on entity.id = link.entity_id
        where link.scheme = ${slot('scheme')} and link.value = ${slot('value')} order by entity.id limit 1`,
    )
  }

  /** The kind of node that has a slug; undefined where none has it. Actors, places and events share their slugs. */
  typeOf(space: NodeType, slug: string): NodeType | undefined {
    return atOnce(this.#bySlug[nodeKinds[space].keyTable].get({ slug }))?.type
  }

  /** Whether the graph has a node of that slug from an import of other files, by their names. */
  isOfOthers(space: NodeType, slug: string, file: string): boolean {
    const made = atOnce(this.#broughtBy[nodeKinds[space].keyTable].get({ slug }))
    return made !== undefined && !made.note.split(', ').includes(basename(file))
  }

  /** The slug of a node that is called so, by any of its names; upper and lower case and accents make no difference. */
  named(type: NameableType, name: string): string | undefined {
    const names = this.#names.get(type) ?? this.#readNames(type)
    return names.get(foldedName(name.trim()))
  }

  /** The slug of the actor, place or event with an identifier elsewhere, such as `wikidata`, `Q7833`. */
  linked(scheme: string, value: string): string | undefined {
    return atOnce(this.#byLink.get({ scheme, value }))?.slug
  }

  /** All names of a kind: an import asks for thousands of them. */
  #readNames(type: NameableType): ReadonlyMap<string, string> {
    const names = new Map<string, string>()
    for (const { slug, name } of atOnce(this.#engine.prepare(namesOf(type)).all())) {
      const folded = foldedName(name)
      if (!names.has(folded)) names.set(folded, slug)
    }
    this.#names.set(type, names)
    return names
  }
}

function namesOf(type: NameableType): RawBuilder<NamedSlug> {
  if (isEntityType(type))
    return sql<NamedSlug>`select entity.slug, label.text as name from entity join label on label.entity_id = entity.id
      where entity.kind = ${sql.lit(type)} order by entity.id, label.id`
  const column = type === 'SOURCE' ? 'title' : 'text'
  return sql<NamedSlug>`select slug, ${sql.ref(column)} as name from ${sql.table(nodeKinds[type].keyTable)} order by id`
}
