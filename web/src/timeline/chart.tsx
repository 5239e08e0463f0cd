import { Deferred } from '../page/deferred.tsx'
import type { Zoomable, ZoomableProps } from './zoomable.tsx'

const loadZoomable = (): Promise<typeof Zoomable> =>
  import('./zoomable.tsx').then((module) => module.Zoomable)

/** The chart, once its code is there: d3-zoom is a sixth of what a first visit would load. */
export const Chart = (props: ZoomableProps) => (
  <div class="timeline">
    <Deferred load={loadZoomable} props={props} />
  </div>
)
