import { useState } from 'preact/hooks'
import type { AskPage, PageOf } from './page-of.ts'

export interface Pages<Node> {
  readonly nodes: readonly Node[]
  readonly total: number
  readonly hasMore: boolean
  readonly isBusy: boolean
  readonly failed: boolean
  readonly more: () => Promise<void>
}

interface Further<Node> {
  readonly of: PageOf<Node>
  readonly pages: readonly PageOf<Node>[]
}

/** A list that goes on for as long as there are more. Another first page is another list, and begins anew. */
export function usePages<Node>(first: PageOf<Node>, ask: AskPage<Node>): Pages<Node> {
  const [further, setFurther] = useState<Further<Node>>({ of: first, pages: [] })
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const pages = [first, ...(further.of === first ? further.pages : [])]
  const last = pages.at(-1) ?? first
  const more = async () => {
    setState('busy')
    try {
      const next = await ask(last.pageInfo.endCursor)
      setFurther({ of: first, pages: [...pages.slice(1), next] })
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return {
    nodes: pages.flatMap(({ nodes }) => nodes),
    total: first.totalCount,
    hasMore: last.pageInfo.hasNextPage,
    isBusy: state === 'busy',
    failed: state === 'failed',
    more,
  }
}
