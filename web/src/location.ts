import { useEffect, useState } from 'preact/hooks'

/** The address bar holds all of a page's state; this tells the pages when it changes. */
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
addEventListener('popstate', tell)

export interface Place {
  readonly path: string
  readonly params: URLSearchParams
}

const here = (): Place => ({ path: location.pathname, params: new URLSearchParams(location.search) })

export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const listener = () => setPlace(here())
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return place
}

export function go(href: string): void {
  history.pushState(null, '', href)
  tell()
  const anchor = location.hash && document.getElementById(location.hash.slice(1))
  if (anchor) anchor.scrollIntoView()
  else scrollTo(0, 0)
}

export type Params = Readonly<Record<string, string | readonly string[] | null | undefined>>

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
  history[replace ? 'replaceState' : 'pushState'](null, '', href)
  tell()
}
