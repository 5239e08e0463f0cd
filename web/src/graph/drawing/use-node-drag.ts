import { type D3DragEvent, drag } from 'd3-drag'
import { select } from 'd3-selection'
import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { CLICK } from '../../gesture/use-zoom.ts'
import type { Position, Positions } from './drawing-state.ts'
import { nodeAt } from './pointed.ts'

export interface HeldNode {
  readonly slug: string
  readonly at: Position
}

/** Moves a node with the pointer; one that was pressed and not moved was clicked. */
export function useNodeDrag(
  svg: RefObject<SVGSVGElement | null>,
  positions: Positions,
  scale: number,
  drop: (slug: string, at: Position) => void,
): HeldNode | null {
  const [held, setHeld] = useState<HeldNode | null>(null)
  const [behaviour] = useState(() => drag<SVGSVGElement, unknown, Pressed | undefined>().clickDistance(CLICK))
  useLayoutEffect(() => {
    behaviour
      .subject(({ sourceEvent }) => {
        const slug = nodeAt(sourceEvent) ?? ''
        const at = positions.get(slug)
        return at && { slug, x: at.x * scale, y: at.y * scale }
      })
      .on(
        'drag',
        (event: Drag) =>
          isMoved(event) &&
          setHeld({ slug: event.subject.slug, at: { x: event.x / scale, y: event.y / scale } }),
      )
      .on('end', (event: Drag) => {
        if (isMoved(event))
          drop(event.subject.slug, { x: Math.round(event.x / scale), y: Math.round(event.y / scale) })
        setHeld(null)
      })
  })
  useLayoutEffect(() => {
    // The style has what a finger may do: beside the nodes it scrolls the page.
    if (svg.current) select(svg.current).call(behaviour).style('touch-action', null)
  }, [])
  return held
}

/** A node, where it was on the screen. */
type Pressed = Position & { readonly slug: string }
type Drag = D3DragEvent<SVGSVGElement, unknown, Pressed>

const isMoved = ({ subject, x, y }: Drag): boolean => Math.hypot(x - subject.x, y - subject.y) > CLICK
