import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useZoom } from '../gesture/use-zoom.ts'
import { elementOf } from '../kit/event-element.ts'
import { Controls, keyActs } from './controls.tsx'
import type { Domain } from './domain.ts'
import { domainOf, domainTransform, TIME_SCALES } from './time-transform.ts'

export interface ZoomableProps {
  readonly domain: Domain
  readonly show: (domain: Domain) => void
  readonly whole: Domain
  readonly fit: () => void
  /** What is drawn of a stretch of time at a width. */
  readonly children: (domain: Domain, width: number) => ComponentChildren
}

/** A stretch of time that is moved and zoomed by hand, wheel, two fingers and keys. */
export function Zoomable({ domain: given, show, whole, fit, children }: ZoomableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const moved = useZoom(frame, {
    given: domainTransform(given, width),
    scales: TIME_SCALES,
    span: [0, width],
    isTaken: (event) => event.type === 'dblclick' && Boolean(elementOf(event)?.closest('a')),
    write: (transform) => show(domainOf(transform, width)),
  })
  const domain = moved ? domainOf(moved, width) : given
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyActs[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    show(act(domain))
  }
  return (
    <>
      <Controls domain={domain} show={show} whole={whole} fit={fit} />
      <section
        class="chart"
        ref={frame}
        aria-label="Timeline: plus and minus zoom, the arrow keys move"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved and zoomed must be so by keyboard.
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {children(domain, width)}
      </section>
    </>
  )
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(960)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(Math.floor(entry.contentRect.width), 240)),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return width
}
