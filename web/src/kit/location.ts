import { useLayoutEffect, useState } from 'preact/hooks'
import { noteScroll, restoreScroll } from './scroll.ts'

/** The address bar holds all of a page's state; this tells the pages when it changes. */
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
addEventListener('popstate', () => {
  tell()
  restoreScroll()
})

export interface Place {
  readonly path: string
  readonly params: URLSearchParams
}

const here = (): Place => ({ path: location.pathname, params: new URLSearchParams(location.search) })

export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  // At once: a key that is pressed before the next frame may change the address too.
  useLayoutEffect(() => {
    const listener = () => setPlace(here())
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return place
}

/** The part of a page that the address names, until it is there: most of a page comes with an answer. */
let awaited = location.hash.slice(1)

export function go(href: string): void {
  const from = location.pathname
  noteScroll()
  history.pushState(null, '', href)
  awaited = location.hash.slice(1)
  tell()
  const part = awaited && document.getElementById(awaited)
  if (part) arriveAt(part)
  else if (location.pathname !== from) scrollTo(0, 0)
}

/** Takes eye and keyboard to a part of a page that has come, if the address is waiting for it. */
export function arriveAt(part: HTMLElement): void {
  if (!awaited || part.id !== awaited) return
  awaited = ''
  part.scrollIntoView()
  part.focus({ preventScroll: true })
}

export type Params = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** Those of a few words that an address has under a name, in the order in which they are given here. */
export const wordsIn = <Word extends string>(
  params: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word[] => {
  const named = params.getAll(name)
  return words.filter((word) => named.includes(word))
}

/** The search part of an address; empty values are left out. */
export function searchOf(params: Params, base = new URLSearchParams()): string {
  const search = new URLSearchParams(base)
  for (const [name, value] of Object.entries(params)) {
    search.delete(name)
    const values = typeof value === 'string' ? [value] : (value ?? [])
    for (const each of values) if (each) search.append(name, each)
  }
  const text = search.toString().replace(/%(2C|3A|3B)/g, decodeURIComponent)
  return text ? `?${text}` : ''
}

/** Changes part of the page's state; small changes, such as a slider's, leave no trace in the history. */
export function setParams(params: Params, { replace = false } = {}): void {
  const href = location.pathname + searchOf(params, new URLSearchParams(location.search))
  if (href === location.pathname + location.search) return
  noteScroll()
  history[replace ? 'replaceState' : 'pushState'](replace ? history.state : null, '', href)
  tell()
}
