import './around.css'
import { useMemo, useRef, useState } from 'preact/hooks'
import { asOfIn } from '../../kit/as-of.ts'
import { isolated } from '../../kit/isolated.ts'
import { setParams, usePlace } from '../../kit/location.ts'
import { type Answer, useAnswer } from '../../kit/use-answer.ts'
import { Page } from '../../page/page.tsx'
import { NodePicker } from '../../search/node-picker.tsx'
import { type Around, aroundDocument, aroundVariables } from '../drawing/around-query.ts'
import { merged } from '../drawing/graph-data.ts'
import { GraphView } from '../drawing/graph-view.tsx'
import { ENTITIES } from '../drawing/open-around.ts'
import { endsQuery } from '../paths/paths-query.ts'

/** Each is a neighborhood of its own; more than these are a hairball. */
const MOST_NODES_AROUND = 8

/** The graph around some nodes, in the order in which they were expanded. */
export function AroundNodes({ slugs: asked }: { readonly slugs: readonly string[] }) {
  const slugs = asked.slice(0, MOST_NODES_AROUND)
  const document = aroundDocument(slugs.length)
  const variables = aroundVariables(slugs, asOfIn(usePlace().params))
  const answer = useKept(useAnswer(document, variables))
  const names = namesAround(answer.data)
  const title = answer.data ? `Around ${slugs.map((slug) => names.get(slug) ?? slug).join(', ')}` : 'Graph'
  return (
    <Page title={title} document={document} variables={variables} answer={answer}>
      {(data) => (
        <>
          {asked.length > MOST_NODES_AROUND && (
            <p class="notice quiet">
              The address names {asked.length} nodes; the first {MOST_NODES_AROUND} are expanded, which is the
              most there is room for.
            </p>
          )}
          <Expanded parts={data} slugs={slugs} />
        </>
      )}
    </Page>
  )
}

const namesAround = (parts: Record<string, Around> = {}): ReadonlyMap<string, string> =>
  new Map(Object.values(parts).flatMap(({ nodes }) => nodes.map(({ slug, name }) => [slug, name])))

/** The graph stays in sight while the next node is fetched. */
function useKept<Data>(answer: Answer<Data>): Answer<Data> {
  const last = useRef<Data | undefined>(undefined)
  if (answer.data) last.current = answer.data
  return answer.isLoading ? { ...answer, data: answer.data ?? last.current } : answer
}

interface ExpandedProps {
  readonly parts: Record<string, Around>
  readonly slugs: readonly string[]
}

function Expanded({ parts, slugs }: ExpandedProps) {
  const data = useMemo(() => merged(Object.values(parts)), [parts])
  const [ninth, setNinth] = useState<string | null>(null)
  const names = namesAround(parts)
  const show = (next: readonly string[]) => {
    setNinth(null)
    setParams({ nodes: next.join(','), selected: null })
  }
  const collapse = (slug: string) => show(slugs.filter((each) => each !== slug))
  const expand = (slug: string) => {
    if (slugs.includes(slug)) setParams({ selected: slug })
    else if (slugs.length < MOST_NODES_AROUND) show([...slugs, slug])
    else setNinth(slug)
  }
  const exchange = (slug: string) =>
    show([...slugs.filter((each) => each !== slug), ...(ninth ? [ninth] : [])])
  return (
    <>
      <Names word="Collapse" title="Around" slugs={slugs} names={names} act={collapse}>
        <NodePicker label="Add an actor, event or place" types={ENTITIES} choose={expand} />
        <span class="faint">A click selects a node, a double click expands it; drag to move it.</span>
      </Names>
      {ninth && (
        <div class="notice quiet" role="alert">
          <p>
            {MOST_NODES_AROUND} nodes are expanded, which is the most there is room for. Which shall make room
            for <b>{names.get(ninth) ?? <NameOf slug={ninth} />}</b>?
          </p>
          <Names word="Exchange" title="" slugs={slugs} names={names} act={exchange}>
            <button type="button" class="text-button" onClick={() => setNinth(null)}>
              None of them
            </button>
          </Names>
        </div>
      )}
      <GraphView data={data} chosen={slugs} expand={expand} collapse={collapse} />
    </>
  )
}

/** Of a node that was chosen by its name, and is nowhere in the graph yet. */
function NameOf({ slug }: { readonly slug: string }) {
  const { data } = useAnswer(endsQuery, { ids: [slug] })
  const [end] = data?.ends ?? []
  return <>{end && 'name' in end ? end.name : slug}</>
}

interface NamesProps {
  readonly word: string
  readonly title: string
  readonly slugs: readonly string[]
  readonly names: ReadonlyMap<string, string>
  readonly act: (slug: string) => void
  readonly children: preact.ComponentChildren
}

const Names = ({ word, title, slugs, names, act, children }: NamesProps) => (
  <fieldset class="chips around">
    <legend class={title ? '' : 'visually-hidden'}>{title || word}</legend>
    {slugs.map((slug) => (
      <button
        key={slug}
        type="button"
        class="chip"
        aria-label={`${word} ${isolated(names.get(slug) ?? slug)}`}
        onClick={() => act(slug)}
      >
        <bdi>{names.get(slug) ?? slug}</bdi> ×
      </button>
    ))}
    {children}
  </fieldset>
)
