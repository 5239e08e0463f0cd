import { deferred } from '../page/deferred.tsx'
import type { ZoomableProps } from './zoomable.tsx'

const DeferredZoomable = deferred(() => import('./zoomable.tsx').then((module) => module.Zoomable))

/** The chart, once its code is there: d3-zoom is a sixth of what a first visit would load. */
export const Chart = (props: ZoomableProps) => (
  <div class="timeline">
    <DeferredZoomable {...props} />
  </div>
)
