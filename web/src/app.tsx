import { useEffect, useErrorBoundary, useRef } from 'preact/hooks'
import { ActorPage } from './actor/actor-page.tsx'
import { ActorsPage } from './actors/actors-page.tsx'
import { AssessmentsPage } from './assessments/assessments-page.tsx'
import { ClaimPage } from './claim/claim-page.tsx'
import { ClaimsPage } from './claims/claims-page.tsx'
import { EventPage } from './event/event-page.tsx'
import { EventsPage } from './events/events-page.tsx'
import { SiteFoot } from './frame/site-foot.tsx'
import { SiteHead } from './frame/site-head.tsx'
import { GraphPage } from './graph/graph-page.tsx'
import { usePlace } from './kit/location.ts'
import { Problem } from './kit/problem.ts'
import { MatrixPage } from './matrix/matrix-page.tsx'
import { NotFound } from './page/not-found.tsx'
import { ProblemView } from './page/problem-view.tsx'
import { PlacePage } from './place/place-page.tsx'
import { PlacesPage } from './places/places-page.tsx'
import { ReadPage } from './read/read-page.tsx'
import { SearchPage } from './search/search-page.tsx'
import { useSlash } from './search/use-slash.ts'
import { SourcePage } from './source/source-page.tsx'
import { SourcesPage } from './sources/sources-page.tsx'
import { StartPage } from './start/start-page.tsx'
import { StatementPage } from './statement/statement-page.tsx'
import { StatementsPage } from './statements/statements-page.tsx'
import { TimelinePage } from './timeline/timeline-page.tsx'

function pageAt(path: string) {
  const [kind = '', name, ...rest] = path.split('/').slice(1)
  if (rest.length > 0) return <NotFound />
  const key = decoded(name)
  if (!key) return viewAt(path)
  switch (kind) {
    case 'actor':
      return <ActorPage key={key} slug={key} />
    case 'claim':
      return <ClaimPage key={key} slug={key} />
    case 'event':
      return <EventPage key={key} slug={key} />
    case 'source':
      return <SourcePage key={key} slug={key} />
    case 'place':
      return <PlacePage key={key} slug={key} />
    case 'statement':
      return <StatementPage key={key} id={key} />
    default:
      return <NotFound />
  }
}

function viewAt(path: string) {
  switch (path) {
    case '/':
      return <StartPage />
    case '/matrix':
      return <MatrixPage />
    case '/actors':
      return <ActorsPage />
    case '/places':
      return <PlacesPage />
    case '/events':
      return <EventsPage />
    case '/sources':
      return <SourcesPage />
    case '/claims':
      return <ClaimsPage />
    case '/statements':
      return <StatementsPage />
    case '/assessments':
      return <AssessmentsPage />
    case '/timeline':
      return <TimelinePage />
    case '/graph':
      return <GraphPage />
    case '/read':
      return <ReadPage />
    case '/search':
      return <SearchPage />
    default:
      return <NotFound />
  }
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A page that breaks says so, and leaves the others as they are. */
function Guarded({ path }: { readonly path: string }) {
  const [error, reset] = useErrorBoundary()
  if (error) return <ProblemView problem={new Problem('broken', `This page broke: ${error}`)} retry={reset} />
  return pageAt(path)
}

export function App() {
  const { path } = usePlace()
  useSlash()
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  // A screen reader begins each page at its beginning, as with a page of its own.
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true })
    isFirst.current = false
  }, [path])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <SiteHead path={path} />
      <main id="main" tabIndex={-1} ref={main}>
        <Guarded key={path} path={path} />
      </main>
      <SiteFoot path={path} />
    </>
  )
}
