/**
 * How far each entry of the history was scrolled, kept in its state. Going back leads to the same place: the browser's
 * own way tries once, before the page's answer and its lists are there.
 */
const TRIES_FOR = 3_000
let cancel = () => {}

export function keepScroll(): void {
  history.scrollRestoration = 'manual'
  let timer = 0
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = window.setTimeout(noteScroll, 100)
    },
    { passive: true },
  )
  addEventListener('pagehide', noteScroll)
  for (const hand of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(hand, () => cancel(), { passive: true })
  restoreScroll()
}

/** Before the address changes: what is kept is of the entry that is left. */
export const noteScroll = (): void => history.replaceState({ ...history.state, scroll: scrollY }, '')

/** Scrolls to where this entry was, as soon as the page is high enough, unless the reader scrolls first. */
export function restoreScroll(): void {
  cancel()
  const wanted: unknown = history.state?.scroll
  if (typeof wanted !== 'number') return
  const until = performance.now() + TRIES_FOR
  let frame = 0
  const attempt = () => {
    const reach = document.documentElement.scrollHeight - innerHeight
    if (reach >= wanted || performance.now() > until) return scrollTo(0, Math.min(wanted, reach))
    frame = requestAnimationFrame(attempt)
  }
  frame = requestAnimationFrame(attempt)
  cancel = () => cancelAnimationFrame(frame)
}
