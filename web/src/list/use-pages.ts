import { useState } from 'preact/hooks'
import type { Count } from '../kit/count.ts'
import type { AskPage, PageOf } from './page-of.ts'

export interface Pages<Node, Total extends Count = Count> {
  readonly nodes: readonly Node[]
  readonly total: Total
  readonly hasMore: boolean
  readonly isBusy: boolean
  readonly failed: boolean
  readonly more: () => Promise<void>
}

/** The pages that were asked for after a first one. An answer that is remembered is the same object when one comes back. */
const furtherPages = new WeakMap<object, readonly unknown[]>()

/**
 * A list that goes on for as long as there are more. Another first page is another list, and begins anew; whoever comes
 * back to one finds as much of it as was there.
 */
export function usePages<Node, Total extends Count>(
  first: PageOf<Node, Total>,
  ask: AskPage<Node>,
): Pages<Node, Total> {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const pages = [first, ...((furtherPages.get(first) ?? []) as readonly PageOf<Node>[])]
  const last = pages.at(-1) ?? first
  const more = async () => {
    setState('busy')
    try {
      const next = await ask(last.pageInfo.endCursor)
      furtherPages.set(first, [...pages.slice(1), next])
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
