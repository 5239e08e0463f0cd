import './timeline.css'
import { useMemo } from 'preact/hooks'
import { graphiqlLink } from '../kit/client.ts'
import { setParams, usePlace } from '../kit/location.ts'
import { AsOfBar } from '../page/as-of-bar.tsx'
import { Page } from '../page/page.tsx'
import { Empty } from '../page/section.tsx'
import { CrowdedTimeline } from './crowded-timeline.tsx'
import { Chart } from './deferred-chart.tsx'
import { type Domain, fitStatements, overlaps } from './domain.ts'
import { EntriesChart } from './entries-chart.tsx'
import { datedOf, undatedOf } from './entry.ts'
import { extentOf } from './extent.ts'
import { TimelineFilters } from './timeline-filters.tsx'
import { TimelineList } from './timeline-list.tsx'
import { MOST_ENTRIES, type Setting, settingQuery, type TimelineAnswer } from './timeline-query.ts'
import { settingVariablesOf, type TimelineState, timelineStateIn, windowParams } from './timeline-state.ts'
import { useWindow } from './use-window.ts'

export function TimelinePage() {
  const { params } = usePlace()
  const address = params.toString()
  const state = useMemo(() => timelineStateIn(params), [address])
  const asked = useWindow(state)
  const { setting } = asked
  return (
    <>
      <header class="head">
        <h1>Timeline</h1>
        <p class="lead">What happened, above; what was said, below.</p>
      </header>
      <AsOfBar>Events are shown whenever they were.</AsOfBar>
      <TimelineFilters state={state} params={params} setting={setting} />
      <Page title="Timeline" {...asked}>
        {(data) => setting && <Timeline data={data} setting={setting} state={state} />}
      </Page>
    </>
  )
}

interface TimelineProps {
  readonly data: TimelineAnswer
  readonly setting: Setting
  readonly state: TimelineState
}

function Timeline({ data, setting, state }: TimelineProps) {
  const { inSight, about, types, chosen, asOf } = state
  const { totalCount, pageInfo } = data.timeline
  const entries = useMemo(() => datedOf(data), [data])
  const dated = setting.dated.totalCount
  const isCrowded = inSight ? pageInfo.hasNextPage : dated > MOST_ENTRIES
  const total = inSight ? totalCount : dated
  const whole = extentOf(setting, entries, about.length > 0)
  const domain = useMemo(
    () => inSight ?? (isCrowded ? whole : fitStatements(entries)),
    [data, setting, inSight?.join()],
  )
  const hand = {
    domain,
    show: (next: Domain) => setParams(windowParams(next), { replace: true }),
    whole,
    fit: () => setParams({ from: null, until: null }),
  }
  const all = (setting.all ?? setting.timeline).totalCount
  if (all === 0)
    return (
      <Empty>
        {about.length + Object.keys(chosen).length > 0 || asOf
          ? 'Nothing passes these filters: take one away.'
          : 'Nothing has happened, and nothing was said.'}
      </Empty>
    )
  const seen = entries.filter((entry) => overlaps(entry, domain))
  return (
    <>
      {isCrowded ? (
        <CrowdedTimeline state={state} hand={hand} total={total} />
      ) : (
        <Chart {...hand}>
          {(shown, width) => <EntriesChart entries={entries} domain={shown} width={width} />}
        </Chart>
      )}
      <TimelineList
        entries={seen}
        total={isCrowded ? total : seen.length}
        undated={undatedOf(setting, types)}
        undatedTotal={all - dated}
        undatedLink={graphiqlLink(settingQuery, settingVariablesOf(state))}
      />
    </>
  )
}
