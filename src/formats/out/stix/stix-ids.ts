import { hash } from 'node:crypto'
import { nodeKinds } from '../../../values/node-kinds.ts'
import type { NodeType } from '../../../values/vocabulary.ts'

/** The types of STIX objects that a graph is written in. */
export type StixType =
  | 'identity'
  | 'location'
  | 'incident'
  | 'report'
  | 'grouping'
  | 'note'
  | 'opinion'
  | 'relationship'

/** The namespace of the ids that are made here: chosen once, so that the same slug always has the same id. */
const NAMESPACE = Buffer.from('6b0f1f0e3c564c0e9a536a0d1f9a7d21', 'hex')

/** A UUID of version 5 (RFC 9562): the same name, the same UUID. */
export function uuidOf(name: string): string {
  const bytes = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name)]), 'buffer').subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The id of the object that a node is written as. Actors, places and events share their slugs. */
export const stixIdOf = (stixType: StixType, type: NodeType, slug: string): string =>
  `${stixType}--${uuidOf(`${nodeKinds[type].keyTable} ${slug}`)}`

const entityObjects: Partial<Readonly<Record<NodeType, StixType>>> = {
  ACTOR: 'identity',
  PLACE: 'location',
  EVENT: 'incident',
}

/** The id of the object of an actor, a place, an event or a claim. */
export const stixIdOfNamed = ({ type, slug }: { type: NodeType; slug: string }): string =>
  stixIdOf(entityObjects[type] ?? 'note', type, slug)
