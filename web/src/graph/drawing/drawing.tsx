import { useEffect, useRef, useState } from 'preact/hooks'
import { Canvas, type CanvasProps } from './canvas.tsx'
import { layInColumns } from './columns.ts'
import type { DrawingProps } from './drawing-props.ts'
import type { Positions } from './drawing-state.ts'
import { layOut } from './layout.ts'
import { useFrame } from './use-frame.ts'
import { useProportions } from './use-proportions.ts'

/** The graph, drawn. Whatever it shows is in the list as well. */
export function Drawing(props: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { size, palette } = useFrame(frame)
  const positions = usePositions(props)
  const isReady = size && palette && positions
  return (
    <div class="canvas" ref={frame} data-ready={Boolean(isReady)}>
      {isReady ? (
        <Proportioned {...props} size={size} palette={palette} laid={positions} />
      ) : (
        <p class="faint" role="status">
          The nodes are being laid out…
        </p>
      )}
    </div>
  )
}

const Proportioned = (props: Omit<CanvasProps, 'asLaid'>) => <Canvas {...props} {...useProportions(props)} />

function usePositions({ data, chosen, isInColumns }: DrawingProps): Positions | null {
  const [laid, setLaid] = useState<Positions | null>(null)
  useEffect(() => {
    if (isInColumns) return setLaid(layInColumns(data, chosen))
    let isCurrent = true
    layOut(data).then((positions) => isCurrent && setLaid(positions))
    return () => {
      isCurrent = false
    }
  }, [data])
  return laid
}
