import { useMemo } from 'preact/hooks'
import { Link } from '../link.tsx'
import { setParams, usePlace } from '../location.ts'
import { Page } from '../page/page.tsx'
import { useAnswer } from '../use-answer.ts'
import { Agreement } from './agreement.tsx'
import { type Around, aroundDocument, variablesOf } from './around-query.ts'
import { merged } from './graph-data.ts'
import { GraphStart } from './graph-start.tsx'
import { GraphView } from './graph-view.tsx'

/** Each is a neighborhood of its own; more than these are a hairball. */
const MOST = 8

export function GraphPage() {
  const { params } = usePlace()
  const slugs = [...new Set((params.get('nodes') ?? '').split(',').filter(Boolean))].slice(0, MOST)
  const isAgreement = params.get('view') === 'agreement'
  return (
    <>
      <header class="head">
        <h1>{isAgreement ? 'Who agrees, who conflicts' : 'Graph'}</h1>
        <p class="views">
          <Link href={slugs.length > 0 ? `/graph?nodes=${slugs.join(',')}` : '/graph'}>Around nodes</Link> ·{' '}
          <Link href="/graph?view=agreement">Agreement and conflict</Link>
        </p>
      </header>
      {isAgreement ? <Agreement /> : slugs.length === 0 ? <GraphStart /> : <AroundNodes slugs={slugs} />}
    </>
  )
}

function AroundNodes({ slugs }: { readonly slugs: readonly string[] }) {
  const document = aroundDocument(slugs.length)
  const variables = variablesOf(slugs)
  const answer = useAnswer(document, variables)
  return (
    <Page title={`Around ${slugs.join(', ')}`} document={document} variables={variables} answer={answer}>
      {(data) => <Merged parts={data} slugs={slugs} />}
    </Page>
  )
}

function Merged({
  parts,
  slugs,
}: {
  readonly parts: Record<string, Around>
  readonly slugs: readonly string[]
}) {
  const data = useMemo(() => merged(Object.values(parts)), [parts])
  const add = (slug: string) => setParams({ nodes: [...new Set([...slugs, slug])].slice(-MOST).join(',') })
  const names = new Map(data.nodes.map(({ slug, name }) => [slug, name]))
  return (
    <>
      <fieldset class="chips">
        <legend>Around</legend>
        {slugs.map((slug) => (
          <button
            key={slug}
            type="button"
            class="chip"
            aria-label={`Leave out ${names.get(slug) ?? slug}`}
            onClick={() => setParams({ nodes: slugs.filter((each) => each !== slug).join(',') })}
          >
            {names.get(slug) ?? slug} ×
          </button>
        ))}
        <span class="faint">A click on a node expands it; drag to move it.</span>
      </fieldset>
      <GraphView data={data} chosen={slugs} open={add} expand={add} />
    </>
  )
}
