import { useMemo, useRef } from 'preact/hooks'
import { Link } from '../link.tsx'
import { setParams, usePlace } from '../location.ts'
import { Page } from '../page/page.tsx'
import { Empty } from '../page/section.tsx'
import { useAnswer } from '../use-answer.ts'
import { Chart } from './chart.tsx'
import { type Domain, domainIn, fitAll, fitStatements, stamp } from './domain.ts'
import { datedOf, type Entry, undatedOf } from './entry.ts'
import { TimelineList } from './timeline-list.tsx'
import { type TimelineAnswer, timelineQuery } from './timeline-query.ts'

export function TimelinePage() {
  const { params } = usePlace()
  const about = params.getAll('about')
  const inSight = domainIn(params)
  const variables = {
    ...(about.length > 0 && { about, filter: { about } }),
    ...(inSight && { from: stamp(inSight[0]), until: stamp(inSight[1]) }),
  }
  const answer = useAnswer(timelineQuery, variables)
  return (
    <>
      <header class="head">
        <h1>Timeline</h1>
        <p class="lead">
          What happened, above; what was said, below. {about.length > 0 && <About slugs={about} />}
        </p>
      </header>
      <Page title="Timeline" document={timelineQuery} variables={variables} answer={answer}>
        {(data) => (
          <Timeline key={about.join()} data={data} inSight={inSight} isAboutSome={about.length > 0} />
        )}
      </Page>
    </>
  )
}

const About = ({ slugs }: { readonly slugs: readonly string[] }) => (
  <span>
    About {slugs.join(', ')}. <Link href="/timeline">Show everything</Link>
  </span>
)

interface Props {
  readonly data: TimelineAnswer
  readonly inSight: Domain | null
  readonly isAboutSome: boolean
}

function Timeline({ data, inSight, isAboutSome }: Props) {
  const entries = useSeen(data)
  const undated = undatedOf(data, isAboutSome)
  const start = useMemo(() => fitStatements(entries), [])
  const show = (domain: Domain) =>
    setParams({ from: stamp(domain[0]), until: stamp(domain[1]) }, { replace: true })
  if (entries.length + undated.length === 0)
    return <Empty>Nothing has happened in this time, and nothing was said.</Empty>
  return (
    <>
      <Chart
        entries={entries}
        domain={inSight ?? start}
        show={show}
        whole={fitAll(entries)}
        isPartial={data.timeline.pageInfo.hasNextPage}
      />
      <TimelineList entries={entries} undated={undated} domain={inSight ?? start} />
    </>
  )
}

/** What was answered before stays in the picture while the window moves. */
function useSeen(data: TimelineAnswer): Entry[] {
  const seen = useRef(new Map<string, Entry>())
  return useMemo(() => {
    for (const entry of datedOf(data)) seen.current.set(entry.node.id, entry)
    return [...seen.current.values()]
  }, [data])
}
