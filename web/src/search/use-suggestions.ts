import { useEffect, useState } from 'preact/hooks'
import { ask } from '../client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts'

export const searchQuery = graphql(`
  query Search($text: String!, $types: [NodeType!]!) {
    search(text: $text, types: $types, first: 12) {
      totalCount
      nodes {
        snippet
        node {
          __typename
          id
          ... on Entity { slug name }
          ... on Claim { slug text }
          ... on Source { slug title }
          ... on Statement { text speaker { name } }
        }
      }
    }
  }
`)

export type NodeType = VariablesOf<typeof searchQuery>['types'][number]
export type Suggestion = ResultOf<typeof searchQuery>['search']['nodes'][number]

/** Words as they are typed: the last one may not be finished. */
export function searchText(typed: string): string {
  const text = typed.trim()
  return /[\p{L}\p{N}]$/u.test(text) ? `${text}*` : text
}

const PAUSE = 120

export interface Suggestions {
  readonly hits: readonly Suggestion[]
  readonly state: 'idle' | 'loading' | 'ready' | 'failed'
  readonly total: number
}

const nothing: Suggestions = { hits: [], state: 'idle', total: 0 }

/** What the graph has for what is typed; an answer that comes too late is dropped. */
export function useSuggestions(typed: string, types: readonly NodeType[]): Suggestions {
  const [found, setFound] = useState(nothing)
  const text = searchText(typed)
  useEffect(() => {
    if (text.length < 2) return setFound(nothing)
    let isCurrent = true
    setFound((last) => ({ ...last, state: 'loading' }))
    const timer = setTimeout(async () => {
      const next = await ask(searchQuery, { text, types: [...types] }).then(
        ({ search }): Suggestions => ({ hits: search.nodes, total: search.totalCount, state: 'ready' }),
        (): Suggestions => ({ ...nothing, state: 'failed' }),
      )
      if (isCurrent) setFound(next)
    }, PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text])
  return found
}
