import { useEffect, useRef, useState } from 'preact/hooks'
import { type Domain, moved, zoomed } from './domain.ts'

const CLICK = 4
const SETTLED = 250

/** Moves the domain with the pointer and the wheel; the address is told when the hand rests. */
export function useDrag(given: Domain, width: number, show: (domain: Domain) => void) {
  const [held, setHeld] = useState<Domain | null>(null)
  const drag = useRef<{ x: number; from: Domain; moved: boolean } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const domain = held ?? given
  useEffect(() => setHeld(null), [given[0], given[1]])

  const onPointerDown = (event: PointerEvent) => {
    if (event.button === 0) drag.current = { x: event.clientX, from: domain, moved: false }
  }
  const onPointerMove = (event: PointerEvent) => {
    const now = drag.current
    if (!now || (event.buttons & 1) === 0) return
    const by = event.clientX - now.x
    if (!now.moved && Math.abs(by) < CLICK) return
    now.moved = true
    setHeld(moved(now.from, -by / width))
  }
  const onPointerUp = () => {
    if (drag.current?.moved && held) show(held)
    // Kept for the click that follows.
    setTimeout(() => {
      drag.current = null
    })
  }
  /** The end of a drag over a link is no click on it. */
  const onClickCapture = (event: MouseEvent) => {
    if (!drag.current?.moved) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const box = (event.currentTarget as Element).getBoundingClientRect()
    const centre = domain[0] + ((event.clientX - box.left) / width) * (domain[1] - domain[0])
    const next = zoomed(domain, 1.0015 ** event.deltaY, centre)
    setHeld(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => show(next), SETTLED)
  }
  const handlers = {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerLeave: onPointerUp,
    onClickCapture,
    onWheel,
  }
  return { domain, handlers }
}
