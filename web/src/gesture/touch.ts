import type { Selection } from 'd3-selection'
import { elementOf } from '../kit/event-element.ts'

export type Surface = HTMLElement | SVGSVGElement
export type Selected = Selection<Surface, unknown, null, undefined>
type Listener = (this: Surface, event: Event) => void

/**
 * One finger that sets out up or down scrolls the page, as the surface's touch-action has it. d3-zoom, whose listeners
 * are to come after these, would keep the page from it.
 */
export function leaveScrolling(surface: Selected, isTaken: (event: Event) => boolean): void {
  let begin: Touch | undefined
  let isScroll: boolean | undefined
  surface.on('touchstart.scroll', ({ touches }: TouchEvent) => {
    begin = touches[0]
    isScroll = undefined
  })
  surface.on('touchmove.scroll', (event: TouchEvent) => {
    const [now, other] = event.touches
    if (!begin || !now || isTaken(event)) return
    isScroll ??= !other && Math.abs(now.clientY - begin.clientY) > Math.abs(now.clientX - begin.clientX)
    if (isScroll) event.stopImmediatePropagation()
  })
}

/** What a finger was put on hears of it until it is lifted, also where it is drawn no more: d3-zoom is to hear as well. */
export function keepTouches(surface: Selected): void {
  const node = surface.node()
  if (!node) return
  const passOn = (event: Event) => {
    if (node.contains(elementOf(event))) return
    const listener = surface.on(`${event.type}.zoom`) as Listener | undefined
    listener?.call(node, event)
  }
  surface.on('touchstart.keep', ({ target }: TouchEvent) => {
    for (const type of ['touchmove', 'touchend', 'touchcancel']) target?.addEventListener(type, passOn)
  })
}
