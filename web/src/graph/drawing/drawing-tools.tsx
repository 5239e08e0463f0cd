import { save } from '../../list/save.ts'
import { type Pictured, pngOf, svgOf } from './picture.tsx'

interface DrawingToolsProps {
  readonly name: string
  readonly zoom: (factor: number) => void
  readonly showAll: () => void
  readonly resetPositions?: () => void
  readonly pictured: () => Pictured
}

/** What can be done with the drawing as a whole. */
export const DrawingTools = ({ name, zoom, showAll, resetPositions, pictured }: DrawingToolsProps) => (
  <>
    <p class="zoom-tools">
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => zoom(1.4)}>
        +
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => zoom(1 / 1.4)}>
        −
      </button>
      <button type="button" aria-label="Show all" title="Show all" onClick={showAll}>
        ⤢
      </button>
    </p>
    <p class="drawing-tools">
      {resetPositions && (
        <button type="button" class="text-button" onClick={resetPositions}>
          Reset positions
        </button>
      )}
      <button
        type="button"
        class="text-button"
        onClick={() => save(`${name}.svg`, svgOf(pictured()), 'image/svg+xml')}
      >
        SVG
      </button>
      <button
        type="button"
        class="text-button"
        onClick={async () => save(`${name}.png`, await pngOf(svgOf(pictured())))}
      >
        PNG
      </button>
    </p>
  </>
)
