import { textProblem } from '../text/text-problem.ts'
import { UserError } from '../values/errors.ts'

/** Where a node stands in a list: the key that the list is sorted by, null where the node has none, and its id. */
export interface Cursor {
  readonly key: string | number | null
  readonly id: string | number
}

/** `order` names the list's order, so that a cursor from another order is refused instead of misread. */
export const formatCursor = (order: string, { key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([order, key, id])).toString('base64url')

export function parseCursor(order: string, text: string, argument: string): Cursor {
  const parts = decodeCursor(text)
  if (!parts)
    throw new UserError(`${argument} is not a cursor of this API: pass one that it gave you.`, [argument])
  if (parts[0] !== order)
    throw new UserError(
      `${argument} is a cursor of a list in another order: start again from the first page.`,
      [argument],
    )
  return { key: parts[1], id: parts[2] }
}

function decodeCursor(text: string): [string, string | number | null, string | number] | null {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts.length !== 3) return null
  const [order, key, id] = parts
  const isText = (part: unknown) => typeof part === 'string' && textProblem(part) === null
  const isKey = key === null || isText(key) || Number.isFinite(key)
  const isId = isText(id) || (Number.isSafeInteger(id) && id >= 0)
  return typeof order === 'string' && isKey && isId ? [order, key, id] : null
}
