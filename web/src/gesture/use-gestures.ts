import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export interface Gestures {
  readonly move: (byX: number, byY: number) => void
  /** By a factor, about a point of the element. */
  readonly zoom: (factor: number, x: number, y: number) => void
  /** The hand rests: what was moved may be written down. */
  readonly rest: () => void
}

const CLICK = 4
const SETTLED = 250

interface Touch {
  readonly x: number
  readonly y: number
}

/** Dragging, pinching and the wheel, over an element. Whoever wants a press for itself prevents its default. */
export function useGestures(
  element: RefObject<HTMLElement | SVGSVGElement | null>,
  gestures: Gestures,
): void {
  const latest = useRef(gestures)
  latest.current = gestures
  useEffect(() => {
    const target = element.current
    if (!target) return
    const hand = new Hand(target, () => latest.current)
    return () => hand.letGo()
  }, [])
}

class Hand {
  readonly #target: HTMLElement | SVGSVGElement
  readonly #gestures: () => Gestures
  readonly #touches = new Map<number, Touch>()
  readonly #listening = new AbortController()
  #begin: Touch | null = null
  #hasMoved = false
  #resting: ReturnType<typeof setTimeout> | undefined

  constructor(target: HTMLElement | SVGSVGElement, gestures: () => Gestures) {
    this.#target = target
    this.#gestures = gestures
    const { signal } = this.#listening
    const on = (name: string, listener: (event: never) => void, options = {}) =>
      target.addEventListener(name, listener as EventListener, { signal, ...options })
    on('pointerdown', (event: PointerEvent) => this.#press(event))
    on('pointermove', (event: PointerEvent) => this.#move(event))
    for (const name of ['pointerup', 'pointercancel']) on(name, (event: PointerEvent) => this.#release(event))
    on('wheel', (event: WheelEvent) => this.#wheel(event), { passive: false })
    on('click', (event: MouseEvent) => this.#click(event), { capture: true })
    on('dragstart', (event: Event) => event.preventDefault())
  }

  letGo(): void {
    clearTimeout(this.#resting)
    this.#listening.abort()
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || event.defaultPrevented) return
    this.#touches.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (this.#touches.size === 1) {
      this.#begin = { x: event.clientX, y: event.clientY }
      this.#hasMoved = false
    }
  }

  #move(event: PointerEvent): void {
    const last = this.#touches.get(event.pointerId)
    if (!last || !this.#begin) return
    const next = { x: event.clientX, y: event.clientY }
    if (!this.#hasMoved && Math.hypot(next.x - this.#begin.x, next.y - this.#begin.y) < CLICK) return
    // Only now: a press that goes nowhere is a click on what lies below.
    if (!this.#hasMoved) this.#target.setPointerCapture(event.pointerId)
    this.#hasMoved = true
    const other = [...this.#touches].find(([id]) => id !== event.pointerId)?.[1]
    this.#touches.set(event.pointerId, next)
    if (other) this.#pinch(last, next, other)
    else this.#gestures().move(next.x - last.x, next.y - last.y)
  }

  #pinch(last: Touch, next: Touch, other: Touch): void {
    const apart = (a: Touch) => Math.max(Math.hypot(a.x - other.x, a.y - other.y), 1)
    const { left, top } = this.#target.getBoundingClientRect()
    const [x, y] = [(next.x + other.x) / 2 - left, (next.y + other.y) / 2 - top]
    this.#gestures().move((next.x - last.x) / 2, (next.y - last.y) / 2)
    this.#gestures().zoom(apart(next) / apart(last), x, y)
  }

  #release(event: PointerEvent): void {
    if (!this.#touches.delete(event.pointerId) || this.#touches.size > 0) return
    if (this.#hasMoved) this.#gestures().rest()
  }

  /** What was dragged over a link is no click on it; by keyboard, it is one. */
  #click(event: MouseEvent): void {
    if (!this.#hasMoved || event.detail === 0) return
    this.#hasMoved = false
    event.preventDefault()
    event.stopPropagation()
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault()
    const { left, top } = this.#target.getBoundingClientRect()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.#gestures().move(-event.deltaX * unit, 0)
    // A pinch on a trackpad comes as a wheel with Ctrl, in small steps.
    else
      this.#gestures().zoom(
        Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0015)),
        event.clientX - left,
        event.clientY - top,
      )
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#gestures().rest(), SETTLED)
  }
}
