import type { Lookup } from '../../model/nodes/lookup.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { type NodeId, parseId } from '../../values/id.ts'
import { entityTypes, type NamedType } from '../../values/node-kinds.ts'
import type { Context } from './builder.ts'

type References = readonly string[] | null | undefined
type ArgumentPath = readonly (string | number)[]

/** The node of a kind that a reference names; where it was merged into another, that one; null where there is none. */
export const nodeNamed = <N>(
  lookup: Lookup,
  type: NamedType,
  reference: string,
  load: (ids: readonly number[]) => Answer<readonly N[]>,
): Answer<N | null> =>
  mapAnswer(
    nodeFound(lookup.find([type], reference), load),
    (node) => node ?? (parseId(reference) ? nodeFound(lookup.redirected([type], reference), load) : null),
  )

/** The node that a reference was found to name; null where there is none. */
export const nodeFound = <N>(
  found: Answer<NodeId | null>,
  load: (ids: readonly number[]) => Answer<readonly N[]>,
): Answer<N | null> =>
  mapAnswer(found, (id) => (id ? mapAnswer(load([id.key]), ([node]) => node ?? null) : null))

/** The keys of the nodes that an argument names; none of them may be unknown. */
const keysNamed =
  (types: readonly NamedType[]) =>
  (context: Context, references: References, path: ArgumentPath): Answer<number[] | undefined> =>
    references ? context.graph.lookup.keys(types, references, path) : undefined

/** The key of the node that an argument names, which must be there. */
const keyNamed =
  (types: readonly NamedType[]) =>
  (context: Context, reference: string, path: ArgumentPath): Answer<number> =>
    context.graph.lookup.key(types, reference, path)

export const actorKey = keyNamed(['ACTOR'])
export const entityKey = keyNamed(entityTypes)
export const actorKeys = keysNamed(['ACTOR'])
export const placeKeys = keysNamed(['PLACE'])
export const eventKeys = keysNamed(['EVENT'])
export const sourceKeys = keysNamed(['SOURCE'])
export const claimKeys = keysNamed(['CLAIM'])
export const entityKeys = keysNamed(entityTypes)
