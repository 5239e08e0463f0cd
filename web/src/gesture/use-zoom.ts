import { select } from 'd3-selection'
import { type ZoomBehavior, type ZoomTransform, zoom, zoomTransform } from 'd3-zoom'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { keepTouches, leaveScrolling, type Selected, type Surface } from './touch.ts'

type Behaviour = ZoomBehavior<Surface, unknown>

interface ZoomOptions {
  /** As the address has it. */
  readonly given: ZoomTransform
  readonly scales: readonly [least: number, most: number]
  /** How far to the left and to the right there is anything. */
  readonly span?: readonly [left: number, right: number]
  /** Whether what lies under the pointer wants this for itself. */
  readonly isTaken: (event: Event) => boolean
  readonly write: (transform: ZoomTransform) => void
}

/** How far a press may stray and still be a click. */
export const CLICK = 4
/** A wheel that goes sideways ends with each of its steps. */
const RESTED = 100
const SLIDE = 250
const NOTCH = 0.3

/**
 * What a hand, a wheel or two fingers hold instead of what is given; once it rests it is written down. What is given is
 * taken over at once: a hand may move on before the next frame.
 */
export function useZoom(element: RefObject<Surface | null>, options: ZoomOptions): ZoomTransform | null {
  const { given, scales, span: [left, right] = [-Infinity, Infinity], isTaken, write } = options
  const [held, hold] = useState<ZoomTransform | null>(null)
  const [behaviour] = useState((): Behaviour => zoom<Surface, unknown>().clickDistance(CLICK))
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const letGo = () => {
    if (element.current) behaviour.transform(select(element.current), given)
    hold(null)
  }
  useLayoutEffect(() => {
    behaviour
      .scaleExtent([...scales])
      .translateExtent([
        [left, -Infinity],
        [right, Infinity],
      ])
      .filter((event) =>
        event.type === 'wheel' ? isZoom(event) : !event.button && !event.ctrlKey && !isTaken(event),
      )
      .wheelDelta(stepOf)
      .duration(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : SLIDE)
      .on('start', () => clearTimeout(resting.current))
      .on('zoom', ({ transform }) => hold(transform))
      .on('end', ({ transform }) => {
        // Nothing was moved, or the address itself was shown.
        if (String(transform) === String(given)) return
        const rest = () => (isApart(given, transform) ? write(transform) : letGo())
        resting.current = setTimeout(rest, RESTED)
      })
  })
  useLayoutEffect(() => {
    if (!element.current) return
    const surface: Selected = select(element.current)
    surface.call(leaveScrolling, isTaken).call(keepTouches).call(behaviour)
    surface.on('wheel', (event) => slide(surface, behaviour, event), { passive: false })
    return () => {
      behaviour.on('start zoom end', null)
      clearTimeout(resting.current)
    }
  }, [])
  useLayoutEffect(letGo, [String(given)])
  return held
}

const isApart = (a: ZoomTransform, b: ZoomTransform): boolean =>
  a.k !== b.k || Math.hypot(a.x - b.x, a.y - b.y) > CLICK

const isSideways = ({ deltaX, deltaY }: WheelEvent): boolean => Math.abs(deltaX) > Math.abs(deltaY)

/** Else the page scrolls: whoever reads on below a drawing is not to be caught in it. Two fingers on a trackpad come so. */
const isZoom = (event: WheelEvent): boolean => (event.ctrlKey || event.metaKey) && !isSideways(event)

/** As a power of two: two fingers come in small steps, a wheel's notch in one. */
const stepOf = ({ deltaY }: WheelEvent): number => Math.max(Math.min(-deltaY * 0.02, NOTCH), -NOTCH)

/** d3-zoom knows no wheel that moves, and at its bounds would leave the wheel to the browser, which magnifies the page. */
function slide(surface: Selected, behaviour: Behaviour, event: WheelEvent): void {
  if (!isSideways(event) && !isZoom(event)) return
  event.preventDefault()
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
  const node = surface.node()
  if (node && isSideways(event))
    behaviour.translateBy(surface, (-event.deltaX * unit) / zoomTransform(node).k, 0)
}
