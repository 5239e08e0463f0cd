import type { TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { leastOf } from '../kit/count.ts'
import type { Hit, HitsAsked, NodeType } from './hit.ts'
import { useSuggestions } from './use-suggestions.ts'

export interface ComboboxOptions {
  readonly types: readonly NodeType[]
  /** What is found beside what is accepted, where that is wanted. */
  readonly reviews?: HitsAsked['review']
  /** What stands in the box before anybody types. */
  readonly shown?: string
  readonly choose: (hit: Hit) => void
  /** Where all results have a page: there Enter leads, if nothing is chosen. Without, it takes the first hit. */
  readonly seeAll?: (text: string) => void
}

/** What is typed, found and chosen in a box, and what its keys do. */
export function useCombobox({ types, reviews, shown = '', choose: take, seeAll }: ComboboxOptions) {
  const [typed, setTyped] = useState(shown)
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const [isUsed, setUsed] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const found = useSuggestions(isUsed ? typed : '', types, reviews)
  const { hits, state, total, text } = found
  const isReady = state === 'ready'
  const hasAll = seeAll !== undefined && isReady && leastOf(total) > 1
  const options = isReady ? hits.length + Number(hasAll) : 0
  const shows = isOpen && state !== 'idle'

  const open = () => {
    setUsed(true)
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    setWaiting(false)
  }
  const type = (next: string) => {
    setTyped(next)
    setActive(-1)
    setWaiting(false)
    open()
  }
  const chooseAt = (index: number) => {
    const hit = hits[index]
    if (!isReady || index >= options) return
    close()
    if (!hit) return seeAll?.(text)
    setTyped('')
    take(hit)
  }
  const enter = (now: string) => {
    if (active >= 0) return chooseAt(active)
    if (!seeAll) return setWaiting(now !== '')
    if (now === '') return
    close()
    seeAll(now)
  }
  const move = (to: number) => {
    open()
    setActive(options === 0 ? -1 : (to + options) % options)
  }

  // Another address has another text. At once, as all that answers keys is: the next key may come before the next frame.
  useLayoutEffect(() => {
    setTyped(shown)
    setActive(-1)
    setUsed(false)
  }, [shown])
  // Enter may come before the hits of what is typed do.
  useLayoutEffect(() => {
    if (!isWaiting || state === 'loading') return
    setWaiting(false)
    chooseAt(0)
  }, [isWaiting, state])

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active <= 0 ? options - 1 : active - 1),
      Home: () => move(0),
      End: () => move(options - 1),
      Enter: () => enter(event.currentTarget.value.trim()),
      Escape: () => (shows ? close() : setTyped('')),
    }
    const act = keys[event.key]
    if (!act || (!shows && (event.key === 'Home' || event.key === 'End'))) return
    event.preventDefault()
    act()
  }
  return { typed, active, shows, found, hasAll, open, close, type, chooseAt, onKeyDown }
}
