import type { MultiDirectedGraph } from 'graphology'
import { useEffect, useRef, useState } from 'preact/hooks'
import Sigma from 'sigma'
import { save } from '../list/save.ts'
import { type GraphData, type LinkType, linkWords } from './graph-data.ts'
import { keepPositions, layOut } from './layout.ts'
import { type Palette, paletteOf } from './palette.ts'
import { pngOf, svgOf } from './picture.ts'

interface Props {
  readonly data: GraphData
  readonly chosen: readonly string[]
  readonly open: (slug: string) => void
}

/** The graph, drawn. Nodes can be dragged; a click opens one; whatever it shows is in the list as well. */
export function Drawing({ data, chosen, open }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const graph = useRef<MultiDirectedGraph | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const container = frame.current
    if (!container) return
    graph.current = layOut(data)
    try {
      return draw(container, graph.current, chosen, open)
    } catch {
      setFailed(true)
      return undefined
    }
  }, [data, chosen.join()])
  const picture = () =>
    graph.current && frame.current ? svgOf(graph.current, paletteOf(frame.current), chosen) : ''
  return (
    <div class="drawing">
      {failed && (
        <p class="notice quiet">
          This browser cannot draw the graph: it has no WebGL. The list below holds the same.
        </p>
      )}
      <div
        class="canvas"
        ref={frame}
        hidden={failed}
        role="img"
        aria-label={`Graph of ${data.nodes.length} nodes and ${data.links.length} links; the list below holds the same`}
      />
      <p class="drawing-tools">
        <button
          type="button"
          class="text-button"
          onClick={() => save('graph.svg', picture(), 'image/svg+xml')}
        >
          SVG
        </button>
        <button
          type="button"
          class="text-button"
          onClick={async () => save('graph.png', await pngOf(picture()))}
        >
          PNG
        </button>
      </p>
    </div>
  )
}

/** Draws until the returned function is called. */
function draw(
  container: HTMLElement,
  graph: MultiDirectedGraph,
  chosen: readonly string[],
  open: (slug: string) => void,
) {
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  let palette = paletteOf(container)
  let hovered: string | null = null
  const sigma = new Sigma(graph, container, {
    ...settingsOf(palette),
    nodeReducer: (slug, { name, typename, x, y }) => ({
      x,
      y,
      label: name,
      size: chosen.includes(slug) ? 11 : 7,
      color:
        hovered && hovered !== slug && !graph.areNeighbors(slug, hovered)
          ? palette.line
          : palette.node(typename),
      forceLabel: chosen.includes(slug) || slug === hovered,
    }),
    edgeReducer: (edge, { linkType }: { linkType?: LinkType }) => {
      const isNear = !hovered || graph.hasExtremity(edge, hovered)
      const type = linkType ?? 'SPEAKS_ABOUT'
      return {
        color: isNear ? palette.link[type] : palette.line,
        size: type === 'SPEAKS_ABOUT' ? 1.2 : 2.6,
        type: type === 'SPEAKS_ABOUT' || type === 'AFFILIATED' ? 'arrow' : 'line',
        label: hovered && isNear ? linkWords[type] : null,
      }
    },
  })
  const recolor = () => {
    palette = paletteOf(container)
    sigma.setSettings(settingsOf(palette))
  }
  scheme.addEventListener('change', recolor)
  sigma.on('enterNode', ({ node }) => {
    hovered = node
    sigma.refresh({ skipIndexation: true })
  })
  sigma.on('leaveNode', () => {
    hovered = null
    sigma.refresh({ skipIndexation: true })
  })
  letDrag(sigma, graph, open)
  return () => {
    scheme.removeEventListener('change', recolor)
    sigma.kill()
  }
}

const settingsOf = ({ ink, soft }: Palette) => ({
  labelColor: { color: ink },
  edgeLabelColor: { color: soft },
  labelFont: 'system-ui, sans-serif',
  labelSize: 13,
  edgeLabelSize: 11,
  labelRenderedSizeThreshold: 4,
  renderEdgeLabels: true,
  defaultDrawNodeHover: () => undefined,
  zIndex: true,
})

/** A press that moves drags the node; one that does not opens it. */
function letDrag(sigma: Sigma, graph: MultiDirectedGraph, open: (slug: string) => void): void {
  let dragged: string | null = null
  let hasMoved = false
  sigma.on('downNode', ({ node }) => {
    dragged = node
    hasMoved = false
  })
  sigma.on('moveBody', ({ event }) => {
    if (!dragged) return
    hasMoved = true
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox())
    graph.mergeNodeAttributes(dragged, sigma.viewportToGraph(event))
    event.preventSigmaDefault()
    event.original.preventDefault()
  })
  const release = () => {
    if (dragged && hasMoved) keepPositions(graph)
    dragged = null
  }
  sigma.on('upNode', release)
  sigma.on('upStage', release)
  sigma.on('clickNode', ({ node }) => {
    if (!hasMoved) open(node)
  })
}
