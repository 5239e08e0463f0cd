import { searchOf } from '../../kit/location.ts'
import { claimPath, pathOf } from '../../kit/node-path.ts'
import type { RecordedNode } from './record-node.ts'

/** The page of what was written, which says so and offers to take it back, or goes on to edit it. */
export const pathAfter = (node: RecordedNode, revision: string | null, isEdited = false): string =>
  (node.claim ? claimPath(node.claim.slug) : pathOf(node)) +
  searchOf({ done: revision, edit: isEdited ? node.id : null })
