import { isEdtf } from '../../../values/date.ts'
import type { LeftOut } from '../left-out.ts'
import { type ExpandedNode, textOf } from './expanded-node.ts'

/** The date of a property where it is one of ISO 8601; what is written otherwise is counted, as it may mean anything. */
export function toldDate(node: ExpandedNode, left: LeftOut, ...names: readonly string[]): string | undefined {
  const text = textOf(node, ...names)
  if (text === undefined) return undefined
  // An offset without a colon is ISO 8601 too: 2020-05-01T10:00:00+0000.
  const date = text.replace(/(T.*[+-]\d\d)(\d\d)$/, '$1:$2')
  if (isEdtf(date)) return date
  left.note('dates that are not ISO 8601')
  return undefined
}
