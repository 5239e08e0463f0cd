import { keptThen } from '../../kit/as-of.ts'
import { go } from '../../kit/location.ts'

/** What a graph can be around. */
export const ENTITIES = ['ACTOR', 'EVENT', 'PLACE'] as const

/** Where a view has no neighborhoods of its own, a node is expanded in the one that has. */
export const openAround = (slug: string): void => go(keptThen(`/graph?nodes=${slug}`))
