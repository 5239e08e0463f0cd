import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { aroundDocument, aroundVariables } from '../graph/drawing/around-query.ts'
import { merged } from '../graph/drawing/graph-data.ts'
import { GraphView } from '../graph/drawing/graph-view.tsx'
import { keptThen } from '../kit/as-of.ts'
import { graphiqlLink } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { go } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { Loading } from '../page/loading.tsx'
import { ProblemView } from '../page/problem-view.tsx'
import { Section } from '../page/section.tsx'

/** Its neighborhood, asked for once the reader comes near it. */
export function AroundActor({ slug, asOf }: { readonly slug: string; readonly asOf: string | null }) {
  const end = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!end.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '200px',
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [])
  const variables = aroundVariables([slug], asOf)
  return (
    <Section
      title="Neighborhood"
      tools={
        <span>
          <a class="text-button" href={graphiqlLink(aroundDocument(1), variables)}>
            GraphiQL
          </a>
          <Link class="text-button" href={`/graph?nodes=${encodeURIComponent(slug)}`}>
            On its own page
          </Link>
        </span>
      }
    >
      <div ref={end}>{isNear && <Neighborhood slug={slug} variables={variables} />}</div>
    </Section>
  )
}

function Neighborhood({
  slug,
  variables,
}: {
  readonly slug: string
  readonly variables: Record<string, string>
}) {
  const { data, problem, retry } = useAnswer(aroundDocument(1), variables)
  const graph = useMemo(() => data && merged(Object.values(data)), [data])
  if (problem) return <ProblemView problem={problem} retry={retry} />
  if (!graph) return <Loading />
  return (
    <GraphView
      data={graph}
      chosen={[slug]}
      expand={(other) => go(keptThen(`/graph?nodes=${slug},${other}`))}
    />
  )
}
