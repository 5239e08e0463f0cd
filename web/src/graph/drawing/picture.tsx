import { render } from 'preact'
import { boundsOf } from './bounds.ts'
import type { Positions } from './drawing-state.ts'
import type { GraphData } from './graph-data.ts'
import { KeyShapes, keyEntries, keyHeight, keyRows } from './key-shapes.tsx'
import type { Palette } from './palette.ts'
import { degreesOf, sceneOf } from './scene.ts'
import { Shapes } from './shapes.tsx'

const PICTURE_MARGIN = { x: 110, y: 60 }
const LEAST_PICTURE = { width: 560, height: 320 }
const SCALE = 1.15

export interface Pictured {
  readonly data: GraphData
  readonly positions: Positions
  readonly chosen: readonly string[]
  readonly palette: Palette
}

const pictureTitle = ({ nodes }: GraphData, chosen: readonly string[]): string => {
  const named = nodes.filter(({ slug }) => chosen.length === 0 || chosen.includes(slug))
  return named.map(({ name }) => name).join(', ')
}

/** All of the graph as a picture that stands on its own, with its legend. */
export function svgOf({ data, positions, chosen, palette }: Pictured): string {
  const scene = sceneOf(data, positions, {
    scale: SCALE,
    chosen,
    degrees: degreesOf(data.links),
    isSure: () => true,
  })
  const { left, right, top, bottom } = boundsOf(scene.nodes)
  const width = Math.round(Math.max(right - left + 2 * PICTURE_MARGIN.x, LEAST_PICTURE.width))
  const height = Math.round(Math.max(bottom - top + 2 * PICTURE_MARGIN.y, LEAST_PICTURE.height))
  const rows = keyRows(keyEntries(data, palette), width - 48)
  const whole = height + keyHeight(rows) + 12
  const x = Math.round((width - left - right) / 2)
  const y = Math.round((height - top - bottom) / 2)
  const holder = document.createElement('div')
  render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={whole}
      viewBox={`0 0 ${width} ${whole}`}
      font-family="system-ui, sans-serif"
      font-size="12"
    >
      <title>{pictureTitle(data, chosen)}</title>
      <rect width={width} height={whole} fill={palette.paper} />
      <g transform={`translate(${x} ${y})`}>
        <Shapes scene={scene} palette={palette} />
      </g>
      <KeyShapes rows={rows} y={height + 12} palette={palette} />
    </svg>,
    holder,
  )
  const text = new XMLSerializer().serializeToString(holder.firstElementChild ?? holder)
  render(null, holder)
  return `${text}\n`
}

export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.')))),
  )
}
