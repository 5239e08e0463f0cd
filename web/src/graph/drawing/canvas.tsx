import { useMemo, useRef, useState } from 'preact/hooks'
import { useZoom } from '../../gesture/use-zoom.ts'
import {
  CAMERA_SCALES,
  cameraOf,
  cameraTransform,
  fitted,
  isSameView,
  type Size,
  zoomedCamera,
} from './camera.ts'
import type { DrawingProps } from './drawing-props.ts'
import type { Position, Positions } from './drawing-state.ts'
import { DrawingTools } from './drawing-tools.tsx'
import { linkText } from './graph-data.ts'
import { linkKey } from './link.ts'
import type { Palette } from './palette.ts'
import { isOnNode, linkAt, nodeAt } from './pointed.ts'
import { useNodeDrag } from './use-node-drag.ts'
import { useShapes } from './use-shapes.tsx'

export type CanvasProps = DrawingProps & {
  readonly size: Size
  readonly palette: Palette
  /** Where the layout puts the nodes. */
  readonly laid: Positions
  /** Where nodes would stand in any frame. */
  readonly asLaid: (drawn: Positions) => Positions
}

/** The drawing in its frame, to be moved, zoomed and pointed at. */
export function Canvas({ size, palette, laid, asLaid, shown, chosen, name, ...props }: CanvasProps) {
  const { state, select, expand, look } = props
  const svg = useRef<SVGSVGElement>(null)
  const [pointed, setPointed] = useState<Pointed>(nothingPointed)
  const pinned = useMemo(() => withPins(laid, state.pins), [laid, state.pins])
  const given = state.camera ?? fitted(pinned, size)
  const rested = cameraTransform(given, size)
  const moved = useZoom(svg, {
    given: rested,
    scales: CAMERA_SCALES,
    isTaken: isOnNode,
    write: (transform) => look(cameraOf(transform, size)),
  })
  const camera = moved ? cameraOf(moved, size) : given
  const drop = (slug: string, at: Position) => {
    const pins = new Map(state.pins).set(slug, at)
    // Nothing jumps: where the whole would now be seen from elsewhere, the view is kept as well.
    const isStill = state.camera || isSameView(fitted(withPins(laid, pins), size), given)
    look(isStill ? state.camera : camera, pins)
  }
  const held = useNodeDrag(svg, pinned, camera.scale, drop)
  const focus = [held?.slug, pointed.node, state.selected].find((slug) => slug && pinned.has(slug)) ?? null
  const shapes = useShapes({ shown, pinned, held, focus, chosen, palette, camera, given })
  const link = shown.links.find((each) => linkKey(each) === pointed.link)
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list below does by keyboard what a click does here. */}
      <svg
        ref={svg}
        width={size.width}
        height={size.height}
        role="img"
        aria-label={`Graph of ${shown.nodes.length} nodes and ${shown.links.length} links; the list below holds the same`}
        font-size="12"
        onClick={(event) => select(nodeAt(event))}
        onDblClick={(event) => {
          const slug = nodeAt(event)
          if (slug) expand(slug)
        }}
        onPointerOver={(event) => setPointed({ node: nodeAt(event), link: linkAt(event) })}
        onPointerLeave={() => setPointed(nothingPointed)}
      >
        <g transform={shiftOf(moved ?? rested)}>{shapes}</g>
      </svg>
      {link && <p class="link-note">{linkText(shown, link)}</p>}
      <DrawingTools
        name={name}
        zoom={(factor) => look(zoomedCamera(camera, factor))}
        showAll={() => look(null)}
        {...(state.pins.size > 0 && { resetPositions: () => look(state.camera, new Map()) })}
        pictured={() => ({ data: shown, positions: asLaid(pinned), chosen, palette })}
      />
    </>
  )
}

interface Pointed {
  readonly node: string | null
  readonly link: string | null
}
const nothingPointed: Pointed = { node: null, link: null }

const shiftOf = ({ x, y }: Position): string =>
  `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`

const withPins = (laid: Positions, pins: Positions): Positions =>
  new Map([...laid].map(([slug, at]) => [slug, pins.get(slug) ?? at]))
