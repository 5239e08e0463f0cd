import { sql } from 'kysely'
import { Referrers } from '../model/nodes/referrers.ts'
import { typeIn } from '../model/nodes/type-in.ts'
import { slot } from '../sql/build.ts'
import { atOnce, type Engine, type Prepared } from '../sql/engine.ts'
import { formatId, type NodeId } from '../values/id.ts'
import { isObjectLike } from '../values/is-object-like.ts'
import { type KeyTable, keyTables, nodeKinds } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { NodeType } from '../values/vocabulary.ts'
import type { Fields } from './fields.ts'
import type { DossierItems } from './items.ts'
import { referencesIn, sections } from './sections.ts'

/** A node that an earlier import made. */
export interface MadeNode extends NodeId {
  readonly slug: string
}

/** What becomes of the nodes that an earlier import of the same files made, and that the files do not have any more. */
export interface Pruning {
  readonly gone: readonly MadeNode[]
  /** They stay, with why. */
  readonly kept: readonly { readonly node: MadeNode; readonly why: string }[]
}

interface MadeRow {
  readonly id: number
  readonly slug: string
}

const madeBy = (table: KeyTable, type: NodeType) => sql<MadeRow>`select node.id, node.slug
  from revision join creation on creation.revision_id = revision.id
  join ${sql.table(table)} node on node.id between creation.first_id and creation.last_id
  where revision.action = 'IMPORT' and revision.note = ${slot('note')} and creation.type = ${sql.lit(type)}
    and ${typeIn(table)} = ${sql.lit(type)}`

const changedSince = sql<{ found: number }>`select 1 as found from change
  join revision on revision.id = change.revision_id
  where change.type = ${slot('type')} and change.node_id = ${slot('id')} and revision.action <> 'IMPORT' limit 1`

/** Tells what earlier imports have brought that is not in their files any more. */
export class Pruner {
  readonly #made: Readonly<Record<NodeType, Prepared<MadeRow>>>
  readonly #changed: Prepared<{ found: number }>
  readonly #referrers: Referrers

  constructor(engine: Engine) {
    const types = Object.keys(nodeKinds) as NodeType[]
    this.#made = recordFrom(types, (type) => engine.prepare(madeBy(nodeKinds[type].keyTable, type)))
    this.#changed = engine.prepare(changedSince)
    this.#referrers = new Referrers(engine)
  }

  /**
   * What goes is what only these imports have brought: nothing that a person has changed since, and nothing that is still
   * named.
   *
   * @param note By which the revisions of these imports are known.
   */
  pruning(note: string, items: DossierItems): Pruning {
    const named = slugsIn(items)
    const missing = this.#nodesMade(note).filter(
      ({ type, slug }) => !named[nodeKinds[type].keyTable].has(slug),
    )
    const kept: Pruning['kept'][number][] = []
    const going = new Map<string, MadeNode>()
    for (const node of missing)
      if (this.#isChanged(node)) kept.push({ node, why: 'somebody has changed it since' })
      else going.set(formatId(node.type, node.key), node)
    // What is named by something that stays, stays, and so on.
    for (let isSettled = false; !isSettled; ) {
      isSettled = true
      for (const [id, node] of going) {
        const by = this.#namedBy(node).find((one) => !going.has(formatId(one.type, one.key)))
        if (!by) continue
        going.delete(id)
        kept.push({ node, why: `${formatId(by.type, by.key)} names it` })
        isSettled = false
      }
    }
    return { gone: [...going.values()], kept }
  }

  #nodesMade(note: string): MadeNode[] {
    return Object.entries(this.#made).flatMap(([type, query]) =>
      atOnce(query.all({ note })).map(({ id, slug }) => ({ type: type as NodeType, key: id, slug })),
    )
  }

  #isChanged({ type, key }: NodeId): boolean {
    return atOnce(this.#changed.get({ type, id: key })) !== undefined
  }

  #namedBy({ type, key }: NodeId): NodeId[] {
    return this.#referrers.of(type, [key]).filter((one) => one.type !== type || one.key !== key)
  }
}

/** The slugs of all items, and all that they name. */
function slugsIn(items: DossierItems): Readonly<Record<KeyTable, ReadonlySet<string>>> {
  const named = recordFrom(keyTables, (table) => new Set(items.slugsIn(table).keys()))
  for (const number of items.numbers()) {
    const noun = items.nounOf(number)
    const fields = items.fields(number)
    for (const { field, inner, to } of referencesIn[noun]) {
      const [type = sections[noun].type] = to
      for (const slug of slugsAt(fields, field, inner)) named[nodeKinds[type].keyTable].add(slug)
    }
  }
  return named
}

function slugsAt(fields: Fields, field: string, inner: string | undefined): string[] {
  const value = fields[field]
  const all = Array.isArray(value) ? value : [value]
  return all
    .map((one: unknown) => (inner !== undefined && isObjectLike(one) ? one[inner] : one))
    .filter((one) => typeof one === 'string')
}
