import { entityTypes, type NamedType } from '../../values/node-kinds.ts'
import type { Context } from './builder.ts'

type References = readonly string[] | null | undefined
type Path = readonly (string | number)[]

/** The keys of the nodes that an argument names; none of them may be unknown. */
const keysOf =
  (types: readonly NamedType[]) =>
  (context: Context, references: References, path: Path): number[] | undefined =>
    references ? context.graph.lookup.keys(types, references, path) : undefined

/** The key of the node that an argument names, which must be there. */
const keyOf =
  (types: readonly NamedType[]) =>
  (context: Context, reference: string, path: Path): number =>
    context.graph.lookup.key(types, reference, path)

export const actorKey = keyOf(['ACTOR'])
export const entityKey = keyOf(entityTypes)
export const actorKeys = keysOf(['ACTOR'])
export const placeKeys = keysOf(['PLACE'])
export const eventKeys = keysOf(['EVENT'])
export const sourceKeys = keysOf(['SOURCE'])
export const claimKeys = keysOf(['CLAIM'])
export const entityKeys = keysOf(entityTypes)
