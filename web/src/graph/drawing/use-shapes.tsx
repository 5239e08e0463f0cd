import { useMemo } from 'preact/hooks'
import type { Camera, Positions } from './drawing-state.ts'
import { type GraphData, nearOf } from './graph-data.ts'
import type { Palette } from './palette.ts'
import { degreesOf, sceneOf } from './scene.ts'
import { Shapes } from './shapes.tsx'
import type { HeldNode } from './use-node-drag.ts'

interface ShapesInput {
  readonly shown: GraphData
  readonly pinned: Positions
  readonly held: HeldNode | null
  /** What is held, pointed at or selected. */
  readonly focus: string | null
  readonly chosen: readonly string[]
  readonly palette: Palette
  readonly camera: Camera
  /** Where the camera was when it last rested. */
  readonly given: Camera
}

/** With more links than these, the drawing is only scaled while it is zoomed, and drawn anew at rest. */
const LIGHT = 600

/**
 * All of the graph, and, over it, what is near the focus, while the rest steps back. The elements of the whole stay
 * the same as long as nothing in it changes, so that pointing, dragging and moving cost nothing in a large graph.
 */
export function useShapes({ shown, pinned, held, focus, chosen, palette, camera, given }: ShapesInput) {
  const scale = shown.links.length > LIGHT ? given.scale : camera.scale
  const degrees = useMemo(() => degreesOf(shown.links), [shown])
  const common = { scale, chosen, degrees }
  const scene = useMemo(
    () => sceneOf(shown, pinned, { ...common, isSure: (slug) => chosen.includes(slug) }),
    [shown, pinned, scale, chosen.join()],
  )
  const whole = useMemo(() => <Shapes scene={scene} palette={palette} />, [scene, palette])
  const near = useMemo(() => {
    if (!focus) return null
    const positions = held ? new Map(pinned).set(held.slug, held.at) : pinned
    const options = { ...common, isSure: () => true, whole: scene, moving: held?.slug }
    return <Shapes scene={sceneOf(nearOf(shown, focus), positions, options)} palette={palette} />
  }, [scene, held, focus, palette])
  return (
    <g {...(scale !== camera.scale && { transform: `scale(${camera.scale / scale})` })}>
      <g class={near ? 'far' : 'whole'}>{whole}</g>
      {near && <g class="near">{near}</g>}
    </g>
  )
}
