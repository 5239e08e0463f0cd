import { useMemo } from 'preact/hooks'
import type { Size } from './camera.ts'
import type { DrawingProps } from './drawing-props.ts'
import type { DrawingState, Positions } from './drawing-state.ts'
import { allDrawnOut, drawnOut, laidOutBy, proportionsIn } from './proportions.ts'

type ProportionsInput = Pick<DrawingProps, 'state' | 'look'> & {
  readonly laid: Positions
  readonly size: Size
}

/** A drawing in its frame's proportions; what is written down is in those that every frame has in common. */
export function useProportions({ laid, size: { width, height }, state, look }: ProportionsInput) {
  const by = useMemo(() => proportionsIn(laid, { width, height }), [laid, width, height])
  const back = laidOutBy(by)
  const drawn = useMemo(() => allDrawnOut(laid, by), [laid, by])
  const seen = useMemo((): DrawingState => {
    const { pins, camera } = state
    return { ...state, pins: allDrawnOut(pins, by), camera: camera && drawnOut(camera, by) }
  }, [state, by])
  const write: DrawingProps['look'] = (camera, pins = seen.pins) =>
    look(camera && drawnOut(camera, back), allDrawnOut(pins, back))
  return {
    laid: drawn,
    state: seen,
    look: write,
    asLaid: (at: Positions) => roundedPositions(allDrawnOut(at, back)),
  }
}

/** As the layout and the address have them. */
const roundedPositions = (positions: Positions): Positions =>
  new Map([...positions].map(([slug, { x, y }]) => [slug, { x: Math.round(x), y: Math.round(y) }]))
