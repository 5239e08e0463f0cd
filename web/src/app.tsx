import type { ComponentType, JSX } from 'preact'
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks'
import type { PageName, Section } from '../../src/values/node-kinds.ts'
import { ActorPage } from './actor/actor-page.tsx'
import { ActorsPage } from './actors/actors-page.tsx'
import { AssessmentsPage } from './assessments/assessments-page.tsx'
import { ClaimPage } from './claim/claim-page.tsx'
import { ClaimsPage } from './claims/claims-page.tsx'
import { newKinds } from './editing/opened/new-kinds.ts'
import { EventPage } from './event/event-page.tsx'
import { EventsPage } from './events/events-page.tsx'
import { SiteFoot } from './frame/site-foot.tsx'
import { SiteHead } from './frame/site-head.tsx'
import { GraphPage } from './graph/graph-page.tsx'
import { usePlace } from './kit/location.ts'
import { Problem } from './kit/problem.ts'
import { MatrixPage } from './matrix/matrix-page.tsx'
import { StatementPage } from './one-statement/statement-page.tsx'
import { deferred } from './page/deferred.tsx'
import { NotFound } from './page/not-found.tsx'
import { ProblemView } from './page/problem-view.tsx'
import { PlacePage } from './place/place-page.tsx'
import { PlacesPage } from './places/places-page.tsx'
import { ReadPage } from './read/read-page.tsx'
import { ToReviewPage } from './reviewing/to-review-page.tsx'
import { SearchPage } from './search/search-page.tsx'
import { useSlash } from './search/use-slash.ts'
import { SourcePage } from './source/source-page.tsx'
import { SourcesPage } from './sources/sources-page.tsx'
import { StartPage } from './start/start-page.tsx'
import { StatementsPage } from './statements/statements-page.tsx'
import { TimelinePage } from './timeline/timeline-page.tsx'

/** They come when they are shown: most who read need none of them. */
const NewPage = deferred(async () => (await import('./editing/panels/new-page.tsx')).NewPage)
const HistoryPage = deferred(async () => (await import('./history/history-page.tsx')).HistoryPage)
const DuplicatesPage = deferred(
  async () => (await import('./editing/merging/duplicates-page.tsx')).DuplicatesPage,
)
const ImportPage = deferred(async () => (await import('./importing/import-page.tsx')).ImportPage)
const ReviewPage = deferred(async () => (await import('./reviewing/review-page.tsx')).ReviewPage)

type Shown = (key: string) => JSX.Element

/** The page of a node of each kind, and the review of a source, by what its address begins with; `key` is its slug or its id. */
const nodePages: Readonly<Record<PageName | 'review', Shown>> = {
  actor: (key) => <ActorPage key={key} slug={key} />,
  claim: (key) => <ClaimPage key={key} slug={key} />,
  event: (key) => <EventPage key={key} slug={key} />,
  source: (key) => <SourcePage key={key} slug={key} />,
  place: (key) => <PlacePage key={key} slug={key} />,
  statement: (key) => <StatementPage key={key} id={key} />,
  review: (key) => <ReviewPage key={key} slug={key} />,
}

/** The lists of all kinds, and what spans them. */
const views: Readonly<Record<Section | View, ComponentType>> = {
  '': StartPage,
  matrix: MatrixPage,
  actors: ActorsPage,
  places: PlacesPage,
  events: EventsPage,
  sources: SourcesPage,
  claims: ClaimsPage,
  statements: StatementsPage,
  assessments: AssessmentsPage,
  timeline: TimelinePage,
  graph: GraphPage,
  read: ReadPage,
  review: ToReviewPage,
  search: SearchPage,
  history: HistoryPage,
  duplicates: DuplicatesPage,
  import: ImportPage,
}
type View =
  | ''
  | 'matrix'
  | 'timeline'
  | 'graph'
  | 'read'
  | 'review'
  | 'search'
  | 'history'
  | 'duplicates'
  | 'import'

function pageAt(path: string) {
  const [kind = '', name, ...rest] = path.split('/').slice(1)
  if (rest.length > 0) return <NotFound />
  const key = decoded(name)
  if (key && kind === 'new' && isOneOf(newKinds, key)) return <NewPage key={key} type={newKinds[key]} />
  if (key) return isOneOf(nodePages, kind) ? nodePages[kind](key) : <NotFound />
  const view = path.slice(1)
  const Page = isOneOf(views, view) ? views[view] : NotFound
  return <Page />
}

const isOneOf = <Name extends string>(pages: Readonly<Record<Name, unknown>>, name: string): name is Name =>
  Object.hasOwn(pages, name)

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
