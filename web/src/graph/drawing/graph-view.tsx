import './drawing.css'
import { useMemo } from 'preact/hooks'
import { setParams, usePlace } from '../../kit/location.ts'
import { deferred } from '../../page/deferred.tsx'
import type { DrawingProps } from './drawing-props.ts'
import { type Camera, cameraText, drawingStateIn, pinsText, toggled } from './drawing-state.ts'
import { filtered, type GraphData } from './graph-data.ts'
import { LeftOut } from './left-out.tsx'
import { Legend } from './legend.tsx'
import { LinkList } from './link-list.tsx'
import { NodePanel } from './node-panel.tsx'

const DeferredDrawing = deferred(() => import('./drawing.tsx').then((module) => module.Drawing))

interface GraphViewProps {
  readonly data: GraphData
  /** In the middle, and kept whatever is filtered. */
  readonly chosen: readonly string[]
  readonly expand: (slug: string) => void
  readonly collapse?: (slug: string) => void
  readonly name?: string
  readonly isInColumns?: boolean
  /** Where the view has a list of its own. */
  readonly hasList?: boolean
}

/** A graph with its legend, its drawing and its list. */
export function GraphView({ data, chosen, expand, collapse, name = 'graph', ...rest }: GraphViewProps) {
  const { isInColumns = false, hasList = true } = rest
  const { params } = usePlace()
  const address = params.toString()
  const state = useMemo(() => drawingStateIn(params), [address])
  const shown = useMemo(() => filtered(data, state.omitted, chosen), [data, address, chosen.join()])
  const leaveOut = (slug: string) =>
    setParams({ leftOut: toggled(state.omitted.slugs, slug).join(','), selected: null })
  // What is not drawn cannot be what the rest steps back from.
  const selected = shown.nodes.find(({ slug }) => slug === state.selected)
  const drawn = useMemo(() => ({ ...state, selected: selected?.slug ?? null }), [state, selected])
  const drawing: DrawingProps = {
    ...{ data, shown, chosen, name, isInColumns, state: drawn, expand },
    select: (slug) => setParams({ selected: slug }, { replace: true }),
    look: (camera: Camera | null, pins = state.pins) =>
      setParams({ zoom: camera && cameraText(camera), at: pinsText(pins) }, { replace: true }),
  }
  const actions = { expand, leaveOut, ...(collapse && { collapse }) }
  return (
    <>
      <Legend data={data} omitted={state.omitted} />
      <LeftOut data={data} slugs={state.omitted.slugs} bringBack={leaveOut} />
      {data.truncated && (
        <p class="faint">There is more around than can be shown: the nearest and strongest are here.</p>
      )}
      <div class="drawing">
        <DeferredDrawing {...drawing} />
        {selected && (
          <NodePanel
            node={selected}
            links={shown.links.filter(({ from, to }) => from === selected.slug || to === selected.slug)}
            isChosen={chosen.includes(selected.slug)}
            actions={actions}
          />
        )}
      </div>
      {hasList && <LinkList data={shown} chosen={chosen} actions={actions} />}
    </>
  )
}
