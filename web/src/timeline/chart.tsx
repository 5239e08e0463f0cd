import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useGestures } from '../gesture/use-gestures.ts'
import { useHeld } from '../gesture/use-held.ts'
import { Controls, keyActs } from './controls.tsx'
import { type Domain, moved, stamp, zoomed } from './domain.ts'

interface Props {
  readonly domain: Domain
  readonly show: (domain: Domain) => void
  readonly whole: Domain
  readonly fit: () => void
  /** What is drawn of a stretch of time at a width. */
  readonly children: (domain: Domain, width: number) => ComponentChildren
}

/** A stretch of time that is moved and zoomed by hand, wheel, two fingers and keys. */
export function Chart({ domain: given, show, whole, fit, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const { value: domain, hold, rest } = useHeld(given, given.map(stamp).join(), show)
  useGestures(frame, {
    move: (byX) => hold((held) => moved(held, -byX / width)),
    zoom: (factor, x) =>
      hold((held) => zoomed(held, 1 / factor, held[0] + (x / width) * (held[1] - held[0]))),
    rest,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyActs[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    show(act(domain))
  }
  return (
    <div class="timeline">
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
    </div>
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
