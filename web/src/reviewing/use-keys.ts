import { useLayoutEffect, useState } from 'preact/hooks'
import { elementOf } from '../kit/event-element.ts'

/** What can be done by a single key, in the order in which the help tells it. */
export const reviewKeys = [
  ['next', ['j', 'ArrowDown'], 'Next'],
  ['previous', ['k', 'ArrowUp'], 'Previous'],
  ['accept', ['a'], 'Accept, with what is edited, and go on'],
  ['reject', ['r'], 'Reject, and go on'],
  ['edit', ['e'], 'Edit'],
  ['identify', ['w'], 'Say who a new actor is'],
  ['undo', ['u'], 'Undo what was done last on this page'],
  ['acceptSure', ['A'], 'Accept all that are sure'],
  ['help', ['?'], 'Show or hide this help'],
  ['close', ['Escape'], 'Close what is open: what is typed is kept'],
] as const
export type ReviewKey = (typeof reviewKeys)[number][0]

const actionOf = new Map<string, ReviewKey>(
  reviewKeys.flatMap(([action, keys]) => keys.map((key) => [key, action] as const)),
)

const KEYS_OFF = 'hearsay.review-keys'

/**
 * Calls what a key stands for, unless something is being typed. The keys can be switched off, for whoever speaks to the
 * computer: each word spoken would be taken for keys (WCAG 2.1.4).
 */
export function useKeys(actions: Readonly<Record<ReviewKey, () => void>>, mayWrite: boolean) {
  const [isOn, setOn] = useState(() => stored() !== 'off')
  // At once, and not after the next frame: whoever is quick presses a key before that.
  useLayoutEffect(() => {
    if (!isOn || !mayWrite) return
    const listener = (event: KeyboardEvent) => {
      const action = actionOf.get(event.key)
      if (!action || event.defaultPrevented || isForOthers(event)) return
      event.preventDefault()
      actions[action]()
    }
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  })
  const toggle = () => {
    store(isOn ? 'off' : 'on')
    setOn(!isOn)
  }
  return { isOn, toggle }
}

/** What is typed into a field is its own, and so is what the browser or the system does with a modifier. */
const isForOthers = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  elementOf(event)?.closest('input, select, textarea, [role="combobox"]') != null

function stored(): string | null {
  try {
    return localStorage.getItem(KEYS_OFF)
  } catch {
    return null
  }
}

function store(state: 'on' | 'off'): void {
  try {
    localStorage.setItem(KEYS_OFF, state)
  } catch {
    // Where a browser keeps nothing, it lasts until the page is left.
  }
}
