import './paths.css'
import { useMemo } from 'preact/hooks'
import { asOfIn } from '../../kit/as-of.ts'
import { dateText } from '../../kit/date.ts'
import { setParams } from '../../kit/location.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { counted } from '../../kit/words.ts'
import { Page } from '../../page/page.tsx'
import { Empty } from '../../page/section.tsx'
import { linkTypesIn } from '../drawing/drawing-state.ts'
import type { GraphData } from '../drawing/graph-data.ts'
import { GraphView } from '../drawing/graph-view.tsx'
import { linksOf, typeWords } from '../drawing/link.ts'
import { openAround } from '../drawing/open-around.ts'
import { PathList } from './path-list.tsx'
import { PathsForm } from './paths-form.tsx'
import { endsQuery, type Path, type PathsAnswer, pathsQuery } from './paths-query.ts'
import { LONGEST_PATH, type PathsState, pathsAskedOf, pathsStateIn } from './paths-state.ts'

/** How two actors are connected: the shortest paths, and what each of their links rests on. */
export function PathsView({ params }: { readonly params: URLSearchParams }) {
  const state = pathsStateIn(params)
  return state.from && state.to ? <Between state={state} params={params} /> : <Unfinished state={state} />
}

function Unfinished({ state }: { readonly state: PathsState }) {
  const variables = { ids: [state.from, state.to].filter(Boolean) }
  const answer = useAnswer(endsQuery, variables)
  return (
    <Page title="Paths" document={endsQuery} variables={variables} answer={answer}>
      {({ ends }) => {
        const name = ends.map((end) => (end && 'name' in end ? end.name : null))[0] ?? null
        return (
          <>
            <PathsForm state={state} from={state.from ? name : null} to={state.to ? name : null} />
            <Empty>Choose two actors to see the shortest paths between them.</Empty>
          </>
        )
      }}
    </Page>
  )
}

function Between({ state, params }: { readonly state: PathsState; readonly params: URLSearchParams }) {
  const variables = pathsAskedOf(state, params)
  const answer = useAnswer(pathsQuery, variables)
  const missing = ({ from, to }: PathsAnswer) =>
    (!from && `There is no actor “${state.from}”.`) || (!to && `There is no actor “${state.to}”.`)
  return (
    <Page title="Paths" document={pathsQuery} variables={variables} answer={answer} missing={missing}>
      {({ from, to, paths }) => (
        <>
          <PathsForm state={state} from={from?.name ?? null} to={to?.name ?? null} />
          {paths.length === 0 ? (
            <NoPath state={state} params={params} from={from?.name ?? ''} to={to?.name ?? ''} />
          ) : (
            <FoundPaths paths={paths} state={state} asOf={asOfIn(params)} />
          )}
        </>
      )}
    </Page>
  )
}

interface FoundPathsProps {
  readonly paths: readonly Path[]
  readonly state: PathsState
  readonly asOf: string | null
}

function FoundPaths({ paths, state, asOf }: FoundPathsProps) {
  const data = useMemo(() => graphOfPaths(paths), [paths])
  return (
    <>
      <GraphView
        data={data}
        chosen={[state.from, state.to]}
        expand={openAround}
        name="paths"
        isInColumns
        hasList={false}
      />
      <PathList paths={paths} isAll={paths.length < state.first} asOf={asOf} />
    </>
  )
}

interface NoPathProps {
  readonly state: PathsState
  readonly params: URLSearchParams
  readonly from: string
  readonly to: string
}

function NoPath({ state, params, from, to }: NoPathProps) {
  const [without, asOf] = [linkTypesIn(params), asOfIn(params)]
  if (state.from === state.to) return <Empty>Both are the same: there is no path to find.</Empty>
  return (
    <div class="notice">
      <p>
        {asOf ? `As of ${dateText(asOf)} there was` : 'There is'} no path of at most{' '}
        {counted(state.maxLength, 'link')} between {from} and {to}
        {without.length > 0 && `, without “${without.map(typeWords).join('” and “')}”`}.
      </p>
      <p>
        {without.length > 0 && (
          <button type="button" class="button" onClick={() => setParams({ without: null })}>
            Over all types of links
          </button>
        )}{' '}
        {state.maxLength < LONGEST_PATH && (
          <button type="button" class="button" onClick={() => setParams({ max: String(LONGEST_PATH) })}>
            With up to {LONGEST_PATH} links
          </button>
        )}
      </p>
    </div>
  )
}

/** All paths in one graph: where they share a node or a link, it is there once. */
function graphOfPaths(paths: readonly Path[]): GraphData {
  const nodes = new Map(paths.flatMap((path) => path.nodes.map((node) => [node.slug, node] as const)))
  const links = linksOf(paths.flatMap((path) => path.links))
  return { nodes: [...nodes.values()], links, truncated: false }
}
