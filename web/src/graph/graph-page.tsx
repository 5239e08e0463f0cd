import './graph.css'
import { Link } from '../kit/link.tsx'
import { searchOf, usePlace } from '../kit/location.ts'
import { AsOfBar } from '../page/as-of-bar.tsx'
import { Agreement } from './agreement/agreement.tsx'
import { AroundNodes } from './around/around-nodes.tsx'
import { GraphStart } from './around/graph-start.tsx'
import { PathsView } from './paths/paths-view.tsx'

const VIEWS = [
  ['', 'Around nodes', 'Graph'],
  ['paths', 'Paths', 'How two are connected'],
  ['agreement', 'Agreement and conflict', 'Who agrees, who conflicts'],
] as const

export function GraphPage() {
  const { params } = usePlace()
  const nodes = params.get('nodes')
  const slugs = [...new Set((nodes ?? '').split(',').filter(Boolean))]
  const [view, , title] = VIEWS.find(([name]) => name === params.get('view')) ?? VIEWS[0]
  return (
    <>
      <header class="head">
        <h1 dir="auto">{title}</h1>
        <nav class="views" aria-label="Ways to see the graph">
          {VIEWS.map(([name, word]) => (
            <Link
              key={name}
              href={`/graph${searchOf({ view: name, nodes })}`}
              {...(name === view && { 'aria-current': 'page' as const })}
            >
              {word}
            </Link>
          ))}
        </nav>
      </header>
      <AsOfBar>Who belongs to a body or takes part in an event does, unless that began later.</AsOfBar>
      {view === 'agreement' ? (
        <Agreement params={params} />
      ) : view === 'paths' ? (
        <PathsView params={params} />
      ) : slugs.length === 0 ? (
        <GraphStart />
      ) : (
        <AroundNodes slugs={slugs} />
      )}
    </>
  )
}
