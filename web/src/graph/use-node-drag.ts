import { useRef, useState } from 'preact/hooks'
import type { Position, Positions } from './drawing-state.ts'
import { nodeAt } from './pointed.ts'

const CLICK = 4

interface Drag {
  readonly slug: string
  readonly begin: Position
  readonly from: Position
  /** Where it is by now; null as long as it has not been moved. */
  readonly at: Position | null
}

export interface HeldNode {
  readonly slug: string
  readonly at: Position
}

/** Moves a node with the pointer; one that was pressed and not moved was clicked. */
export function useNodeDrag(positions: Positions, scale: number, drop: (slug: string, at: Position) => void) {
  const drag = useRef<Drag | null>(null)
  const hasDragged = useRef(false)
  const [held, setHeld] = useState<HeldNode | null>(null)

  const onPointerDown = (event: PointerEvent) => {
    const slug = nodeAt(event)
    const at = slug && positions.get(slug)
    hasDragged.current = false
    if (!slug || !at || event.button !== 0) return
    // The frame is not to move as well: its own listeners, which come after, heed this.
    event.preventDefault()
    drag.current = { slug, begin: { x: event.clientX, y: event.clientY }, from: at, at: null }
  }
  const onPointerMove = (event: PointerEvent) => {
    const now = drag.current
    if (!now) return
    const [dx, dy] = [event.clientX - now.begin.x, event.clientY - now.begin.y]
    if (!now.at && Math.hypot(dx, dy) < CLICK) return
    if (!now.at) (event.currentTarget as Element).setPointerCapture(event.pointerId)
    const at = { x: now.from.x + dx / scale, y: now.from.y + dy / scale }
    drag.current = { ...now, at }
    setHeld({ slug: now.slug, at })
  }
  const onPointerUp = () => {
    const { slug = '', at = null } = drag.current ?? {}
    drag.current = null
    hasDragged.current = at !== null
    if (at) drop(slug, { x: Math.round(at.x), y: Math.round(at.y) })
    setHeld(null)
  }
  return {
    held,
    /** Whether the click that now comes is the end of a drag. */
    hasDragged: () => hasDragged.current,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  }
}
