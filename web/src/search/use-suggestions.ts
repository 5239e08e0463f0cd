import { useEffect, useState } from 'preact/hooks'
import { ask } from '../kit/client.ts'
import type { Count } from '../kit/count.ts'
import { type Hit, type HitsAsked, hitsQuery, type NodeType } from './hit.ts'
import type { Nearest } from './nearest.ts'

/** Words as they are typed: the last one may not be finished. Of one letter there are too many words. */
export function searchText(typed: string): string {
  const text = typed.trim()
  return /[\p{L}\p{N}]{2}$/u.test(text) ? `${text}*` : text
}

const PAUSE = 120
/** As many as a list has room for. */
const MOST_SUGGESTIONS = 12

interface FoundHits {
  /** What was asked for. */
  readonly text: string
  readonly hits: readonly Hit[]
  readonly total: Count
  readonly nearest: Nearest
  readonly failed?: boolean
}

export interface Suggestions extends FoundHits {
  /** While it is loading, the hits are those of an older text: to be seen, and not to be chosen. */
  readonly state: 'idle' | 'loading' | 'ready' | 'failed'
}

const nothingSuggested: FoundHits = {
  text: '',
  hits: [],
  total: 0,
  nearest: { searchedFor: null, searchedForAny: false },
}

/** What the graph has for what is typed; an answer that comes too late is dropped. */
export function useSuggestions(
  typed: string,
  types: readonly NodeType[],
  review?: HitsAsked['review'],
): Suggestions {
  const [found, setFound] = useState(nothingSuggested)
  const text = searchText(typed)
  const isAsked = text.length > 1
  useEffect(() => {
    if (!isAsked) return setFound(nothingSuggested)
    let isCurrent = true
    const timer = setTimeout(async () => {
      const next = await ask(hitsQuery, {
        text,
        types: [...types],
        ...(review && { review }),
        first: MOST_SUGGESTIONS,
      }).then(
        ({ search }): FoundHits => ({ text, hits: search.nodes, total: search.totalCount, nearest: search }),
        (): FoundHits => ({ ...nothingSuggested, text, failed: true }),
      )
      if (isCurrent) setFound(next)
    }, PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text])
  if (!isAsked) return { ...nothingSuggested, state: 'idle' }
  // Told by the text, and not by what was set when it changed: a key may be pressed before that.
  if (found.text !== text) return { ...found, state: 'loading' }
  return { ...found, state: found.failed ? 'failed' : 'ready' }
}
