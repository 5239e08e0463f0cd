import { sql } from 'kysely'
import { isObjectLike } from '../../values/is-object-like.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { nodeReferences } from '../nodes/references.ts'

/**
 * A merge changes of most nodes no more than which node they name, and of very many nodes at once. Of such a change the
 * journal has, in place of the whole form before it, what it named: `{"moved":{"speaker":17}}`; null for a field that was empty.
 */
const opening = '{"moved":'

export const isMovedChange = (before: string | null): before is string => before?.startsWith(opening) ?? false

/** Whether a row `later` of `change` has the whole node, or says that it was not there. */
export const hasWholeForm = sql`(later.before is null or later.before not like ${sql.lit(`${opening}%`)})`

/** A node before such a change, by how it was after it. */
export function withMoved(after: object | null, before: string): object {
  const { moved }: { readonly moved?: unknown } = JSON.parse(before)
  const fields = Object.entries({ ...after, ...(isObjectLike(moved) ? moved : {}) })
  return Object.fromEntries(fields.filter(([, value]) => value !== null))
}

/** What stands in the journal of a node that names others than before; null where it names the same. */
export function movedFields(type: NodeType, before: object, after: object): string | null {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const moved = fieldsNaming(type).flatMap((field): [string, unknown][] =>
    isSame(was.get(field), is.get(field)) ? [] : [[field, was.get(field) ?? null]],
  )
  return moved.length > 0 ? JSON.stringify({ moved: Object.fromEntries(moved) }) : null
}

const fieldsNaming = (type: NodeType): readonly string[] =>
  nodeReferences.filter(({ from }) => from === type).map(({ field }) => field)

/** A field is a key, or a list. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other))
