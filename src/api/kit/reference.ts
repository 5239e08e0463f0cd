import { entityTypes, type NamedNode } from '../../model/nodes/lookup.ts'
import { type Answer, atOnce, mapAnswer } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import type { Context } from './builder.ts'

type References = readonly string[] | null | undefined
type Path = readonly (string | number)[]

/** The node that a reference was found to name; null where there is none. */
export const nodeFound = <N>(
  found: Answer<NodeId | null>,
  load: (ids: readonly number[]) => Answer<readonly N[]>,
): Answer<N | null> =>
  mapAnswer(found, (id) => (id ? mapAnswer(load([id.key]), ([node]) => node ?? null) : null))

/** The keys of the nodes that an argument names; none of them may be unknown. */
const keysOf =
  (types: readonly NamedNode[]) =>
  (context: Context, references: References, path: Path): number[] | undefined =>
    references ? atOnce(context.graph.lookup.keys(types, references, path)) : undefined

/** The key of the node that an argument names, which must be there. */
const keyOf =
  (types: readonly NamedNode[]) =>
  (context: Context, reference: string, path: Path): number =>
    atOnce(context.graph.lookup.key(types, reference, path))

export const actorKey = keyOf(['ACTOR'])
export const entityKey = keyOf(entityTypes)
export const actorKeys = keysOf(['ACTOR'])
export const placeKeys = keysOf(['PLACE'])
export const eventKeys = keysOf(['EVENT'])
export const sourceKeys = keysOf(['SOURCE'])
export const claimKeys = keysOf(['CLAIM'])
export const entityKeys = keysOf(entityTypes)
