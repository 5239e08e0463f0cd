import type { MultiDirectedGraph } from 'graphology'
import type { LinkType } from './graph-data.ts'
import type { Palette } from './palette.ts'

const WIDTH = 1200
const HEIGHT = 900
const MARGIN = 90

/** The graph as a picture that stands on its own. */
export function svgOf(graph: MultiDirectedGraph, palette: Palette, chosen: readonly string[]): string {
  const place = placer(graph)
  const links = graph.mapEdges((_, { linkType }, from, to) => {
    const [a, b] = [place(from), place(to)]
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${palette.link[linkType as LinkType]}" stroke-opacity="0.6"/>`
  })
  const nodes = graph.mapNodes((slug, { name, typename }) => {
    const { x, y } = place(slug)
    const size = chosen.includes(slug) ? 10 : 6
    return `<circle cx="${x}" cy="${y}" r="${size}" fill="${palette.node(typename as string)}"/><text x="${x + size + 4}" y="${y + 4}">${escaped(name as string)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="${palette.ink}"><rect width="100%" height="100%" fill="${palette.paper}"/>${links.join('')}${nodes.join('')}</svg>\n`
}

function placer(graph: MultiDirectedGraph) {
  const xs = graph.mapNodes((_, { x }) => x as number)
  const ys = graph.mapNodes((_, { y }) => y as number)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (right - left || 1),
    (HEIGHT - 2 * MARGIN) / (high - low || 1),
  )
  return (slug: string) => {
    const { x, y } = graph.getNodeAttributes(slug)
    return {
      x: Math.round(MARGIN + (x - left) * scale),
      // Sigma's y grows upwards, and SVG's downwards.
      y: Math.round(HEIGHT - MARGIN - (y - low) * scale),
    }
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image(WIDTH, HEIGHT)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH * 2
  canvas.height = HEIGHT * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.')))),
  )
}
