import { nodeKinds, nodeTypeNamed } from './node-kinds.ts'
import { romanized } from './romanize.ts'
import type { NodeType } from './vocabulary.ts'

/** A node's global id, taken apart: `actor_17` is `{ type: 'ACTOR', key: 17 }`. */
export interface NodeId {
  readonly type: NodeType
  readonly key: number
}

const pattern = /^([a-z]+)_([1-9][0-9]{0,14})$/

export const formatId = (type: NodeType, key: number): string => `${nodeKinds[type].one}_${key}`

/** Null where the text is no id; it may be a slug then, which never holds an underscore. */
export function parseId(text: string): NodeId | null {
  const [, name = '', key] = pattern.exec(text) ?? []
  const type = nodeTypeNamed(name)
  return type ? { type, key: Number(key) } : null
}

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const isSlug = (text: string): boolean => text.length <= 200 && slugPattern.test(text)

/** A slug for a name: romanized, everything but letters and digits a hyphen. */
export const slugify = (name: string): string =>
  romanized(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')

const revisionPattern = /^revision_([1-9][0-9]{0,14})$/
const userPattern = /^user_(0|[1-9][0-9]{0,14})$/
const keyIn = (pattern: RegExp, text: string): number | null => {
  const key = pattern.exec(text)?.[1]
  return key === undefined ? null : Number(key)
}

/** Revisions and users are no nodes, and have ids of the same form: `revision_12`, `user_3`. */
export const formatRevisionId = (key: number): string => `revision_${key}`
export const formatUserId = (key: number): string => `user_${key}`
/** Null where the text is no id of a revision. */
export const parseRevisionId = (text: string): number | null => keyIn(revisionPattern, text)
export const parseUserId = (text: string): number | null => keyIn(userPattern, text)
