import { useMemo } from 'preact/hooks'
import { setParams, usePlace } from '../location.ts'
import { Deferred } from '../page/deferred.tsx'
import type { Drawing } from './drawing.tsx'
import { filtered, type GraphData, LINK_TYPES, type LinkType } from './graph-data.ts'
import { Legend } from './legend.tsx'
import { LinkList } from './link-list.tsx'

const loadDrawing = (): Promise<typeof Drawing> => import('./drawing.tsx').then((module) => module.Drawing)

interface Props {
  readonly data: GraphData
  /** In the middle, and kept whatever is filtered. */
  readonly chosen: readonly string[]
  readonly open: (slug: string) => void
  readonly expand?: (slug: string) => void
}

/** A graph with its legend, its drawing and its list. */
export function GraphView({ data, chosen, open, expand }: Props) {
  const { params } = usePlace()
  const without = params.get('without') ?? ''
  const hidden = LINK_TYPES.filter((type) => without.split(',').includes(type))
  const shown = useMemo(() => filtered(data, hidden, chosen), [data, without, chosen.join()])
  const counts: Partial<Record<LinkType, number>> = {}
  for (const { type } of data.links) counts[type] = (counts[type] ?? 0) + 1
  const toggle = (type: LinkType) => {
    const next = hidden.includes(type) ? hidden.filter((it) => it !== type) : [...hidden, type]
    setParams({ without: next.join(',') }, { replace: true })
  }
  return (
    <>
      <Legend hidden={hidden} counts={counts} toggle={toggle} />
      {data.truncated && (
        <p class="faint">There is more around than can be shown: the nearest and strongest are here.</p>
      )}
      <Deferred load={loadDrawing} props={{ data: shown, chosen, open }} />
      <LinkList data={shown} chosen={chosen} expand={expand} />
    </>
  )
}
