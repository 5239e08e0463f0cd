import './controls.css'
import './page.css'
import type { ComponentChildren } from 'preact'
import { graphiqlLink } from '../kit/client.ts'
import type { QueryNode } from '../kit/names-in.ts'
import type { Answer } from '../kit/use-answer.ts'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'
import { ProblemView } from './problem-view.tsx'
import { useTitle } from './use-title.ts'

interface PageProps<Data> {
  readonly title: string
  /** The question that this page asks, as it asks it. */
  readonly document: QueryNode
  readonly variables: object
  readonly answer: Answer<Data>
  /** What to say where the answer is that there is no such thing. */
  readonly missing?: (data: Data) => string | null | false
  /** What stands above it whatever is answered. */
  readonly above?: ComponentChildren
  readonly children: (data: Data) => ComponentChildren
}

/** The frame of every page: what it shows while it waits, when nothing is found, and when something fails. */
export function Page<Data>({
  title,
  document,
  variables,
  answer,
  missing,
  above,
  children,
}: PageProps<Data>) {
  const { data, problem, isLoading, retry } = answer
  useTitle(title)
  const absent = data !== undefined && missing?.(data)
  if (absent || problem?.kind === 'missing') return <NotFound text={absent || problem?.message} />
  return (
    <div class="page" aria-busy={isLoading}>
      {above}
      {problem && <ProblemView problem={problem} retry={retry} isStale={data !== undefined} />}
      {data !== undefined ? children(data) : !problem && <Loading />}
      <p class="page-foot">
        <a class="button quiet" href={graphiqlLink(document, variables)}>
          Open in GraphiQL
        </a>{' '}
        <span class="faint">the query that made this page</span>
      </p>
    </div>
  )
}
