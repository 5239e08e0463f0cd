import type { Camera, DrawingState, Positions } from './drawing-state.ts'
import type { GraphData } from './graph-data.ts'

export interface DrawingProps {
  /** What is laid out, and what of it is shown: what is left out keeps its place. */
  readonly data: GraphData
  readonly shown: GraphData
  readonly chosen: readonly string[]
  /** Begins a saved picture's name. */
  readonly name: string
  /** Side by side, by how far they are from the first of the chosen. */
  readonly isInColumns: boolean
  readonly state: DrawingState
  readonly select: (slug: string | null) => void
  readonly expand: (slug: string) => void
  readonly look: (camera: Camera | null, pins?: Positions) => void
}
