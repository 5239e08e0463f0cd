import { useAnswer } from '../kit/use-answer.ts'
import { hitName } from '../search/hit.ts'
import { eachOnce, type NearNode, nearOf } from './nearest-list.tsx'
import { nearestActorsQuery } from './nearest-query.ts'

/** Whom an actor may be, the likeliest first: by the graph's own comparison, then by the words of its name. */
export function useNearActors(of: { readonly slug: string; readonly name: string }): NearNode[] {
  const { data } = useAnswer(nearestActorsQuery, { of: of.slug, words: of.name })
  if (!data) return []
  const { nodes, searchedFor } = data.search
  const why = `has the words ${searchedFor ?? `“${of.name}”`}`
  const found = nodes.flatMap((hit) =>
    'slug' in hit.node && hit.node.slug ? [{ key: hit.node.slug, name: hitName(hit), why }] : [],
  )
  return eachOnce([...nearOf(data.duplicates, of.slug), ...found], [of.slug]).slice(0, 6)
}
