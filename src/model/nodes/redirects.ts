import { sql } from 'kysely'
import { eachTuple, listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { type NodeId, parseId } from '../../values/id.ts'
import { type KeyTable, nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'

interface RedirectRow {
  readonly space: KeyTable
  readonly type: NodeType
  readonly slug: string
  readonly fromId: number
  readonly intoId: number
}

const columns = sql`space, type, slug, from_id as "fromId", into_id as "intoId"`

/** Where the ids and slugs of merged nodes lead. To be asked about those that no node is found by. */
export class Redirects {
  readonly #bySlug: Prepared<RedirectRow>
  readonly #byId: Prepared<RedirectRow>

  constructor(engine: Engine) {
    this.#bySlug = engine.prepare(sql`select ${columns} from redirect
      where space in ('entity', 'claim') and slug in ${listed('slugs', 'text')}`)
    this.#byId =
      engine.prepare(sql`select r.space, r.type, r.slug, r.from_id as "fromId", r.into_id as "intoId"
      from ${eachTuple('ids', { space: 'text', id: 'number' })} asked cross join redirect r
      where r.space = asked.space and r.from_id = asked.id`)
  }

  /** The nodes that stand for the merged ones with these ids or slugs: by the reference, as it was given. */
  of(references: readonly string[]): Answer<ReadonlyMap<string, readonly NodeId[]>> {
    const ids = references.flatMap((reference) => {
      const id = parseId(reference)
      return id ? [[nodeKinds[id.type].keyTable, id.key]] : []
    })
    const slugs = references.filter((reference) => !parseId(reference))
    const [byId, bySlug] = [
      ids.length > 0 ? this.#byId.all({ ids: JSON.stringify(ids) }) : [],
      slugs.length > 0 ? this.#bySlug.all({ slugs: JSON.stringify(slugs) }) : [],
    ]
    return mapAnswer(byId, (ofIds) =>
      mapAnswer(bySlug, (ofSlugs) => survivorsByReference(references, ofIds, ofSlugs)),
    )
  }
}

function survivorsByReference(
  references: readonly string[],
  byId: readonly RedirectRow[],
  bySlug: readonly RedirectRow[],
): ReadonlyMap<string, readonly NodeId[]> {
  return new Map(
    references.map((reference) => {
      const id = parseId(reference)
      const rows = id
        ? byId.filter(({ type, fromId }) => type === id.type && fromId === id.key)
        : bySlug.filter(({ slug }) => slug === reference)
      return [reference, rows.map(({ type, intoId }): NodeId => ({ type, key: intoId }))]
    }),
  )
}
