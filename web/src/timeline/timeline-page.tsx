import { useEffect, useMemo } from 'preact/hooks'
import { graphiqlLink } from '../client.ts'
import { setParams, usePlace } from '../location.ts'
import { Page } from '../page/page.tsx'
import { Empty } from '../page/section.tsx'
import { type Answer, useAnswer } from '../use-answer.ts'
import { Chart } from './chart.tsx'
import { CrowdedTimeline } from './crowded-timeline.tsx'
import { type Domain, fitStatements, overlaps } from './domain.ts'
import { EntriesChart } from './entries-chart.tsx'
import { datedOf, undatedOf } from './entry.ts'
import { extentOf, statementsExtent } from './extent.ts'
import { TimelineFilters } from './timeline-filters.tsx'
import { TimelineList } from './timeline-list.tsx'
import { type Setting, settingQuery, type TimelineAnswer, timelineQuery } from './timeline-query.ts'
import {
  settingVariablesOf,
  type TimelineState,
  timelineStateIn,
  variablesOf,
  windowParams,
} from './timeline-state.ts'

export function TimelinePage() {
  const { params } = usePlace()
  const address = params.toString()
  const state = useMemo(() => timelineStateIn(params), [address])
  const variables = variablesOf(state)
  const answer = useAnswer(timelineQuery, variables)
  const setting = useAnswer(settingQuery, settingVariablesOf(state))
  const subjects = setting.data?.subjects ?? []
  const names = new Map(subjects.flatMap((node) => (node && 'slug' in node ? [[node.slug, node.name]] : [])))
  return (
    <>
      <header class="head">
        <h1>Timeline</h1>
        <p class="lead">What happened, above; what was said, below.</p>
      </header>
      <TimelineFilters state={state} names={names} />
      <Page title="Timeline" document={timelineQuery} variables={variables} answer={both(answer, setting)}>
        {({ window, setting }) => <Timeline data={window} setting={setting} state={state} />}
      </Page>
    </>
  )
}

interface Both {
  readonly window: TimelineAnswer
  readonly setting: Setting
}

/** The page waits for both, and tells of whatever goes wrong with either. */
const both = (window: Answer<TimelineAnswer>, setting: Answer<Setting>): Answer<Both> => ({
  data: window.data && setting.data && { window: window.data, setting: setting.data },
  problem: window.problem ?? setting.problem,
  isLoading: window.isLoading || setting.isLoading,
  retry: () => {
    if (window.problem) window.retry()
    if (setting.problem) setting.retry()
  },
})

interface Props {
  readonly data: TimelineAnswer
  readonly setting: Setting
  readonly state: TimelineState
}

function Timeline({ data, setting, state }: Props) {
  const { inSight, about, types } = state
  const { totalCount, pageInfo } = data.timeline
  const entries = useMemo(() => datedOf(data), [data])
  const isCrowded = pageInfo.hasNextPage
  const domain = useMemo(
    () => inSight ?? (isCrowded ? statementsExtent(setting) : fitStatements(entries)),
    [data, setting, inSight?.join()],
  )
  // What is in sight is counted by its window, so a window there must be.
  useEffect(() => {
    if (isCrowded && !inSight) setParams(windowParams(domain), { replace: true })
  }, [isCrowded, inSight])
  const hand = {
    domain,
    show: (next: Domain) => setParams(windowParams(next), { replace: true }),
    whole: extentOf(setting, entries, about.length > 0),
    fit: () => setParams({ from: null, until: null }),
  }
  const all = setting.all.totalCount
  if (all === 0) return <Empty>Nothing has happened, and nothing was said.</Empty>
  const seen = entries.filter((entry) => overlaps(entry, domain))
  return (
    <>
      {isCrowded ? (
        <CrowdedTimeline state={state} hand={hand} total={totalCount} all={all} />
      ) : (
        <Chart {...hand}>
          {(shown, width) => <EntriesChart entries={entries} domain={shown} width={width} />}
        </Chart>
      )}
      <TimelineList
        entries={seen}
        total={isCrowded ? totalCount : seen.length}
        undated={undatedOf(setting, types)}
        undatedTotal={all - setting.dated.totalCount}
        undatedLink={graphiqlLink(settingQuery, settingVariablesOf(state))}
      />
    </>
  )
}
