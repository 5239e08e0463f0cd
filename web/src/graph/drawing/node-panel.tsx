import './node-panel.css'
import { Link } from '../../kit/link.tsx'
import { setParams } from '../../kit/location.ts'
import { kindName, pathOf } from '../../kit/node-path.ts'
import { capital, counted } from '../../kit/words.ts'
import type { GraphNode } from './graph-data.ts'
import { Glyph } from './legend.tsx'
import type { GraphLink } from './link.ts'
import { type NodeActions, NodeTools } from './node-tools.tsx'

interface NodePanelProps {
  readonly node: GraphNode
  readonly links: readonly GraphLink[]
  readonly isChosen: boolean
  readonly actions: NodeActions
}

/** Who the selected node is, and what can be done with it. */
export const NodePanel = ({ node, links, isChosen, actions }: NodePanelProps) => (
  <aside class="node-panel" aria-label="Selected node" aria-live="polite">
    <p class="faint">
      <Glyph kind={node.__typename} /> {capital(kindName(node.__typename))}, {counted(links.length, 'link')}{' '}
      here
    </p>
    <h2 dir="auto">{node.name}</h2>
    <p class="node-tools">
      <Link class="text-button" href={pathOf(node)}>
        Open its page
      </Link>
      <NodeTools node={node} isChosen={isChosen} actions={actions} />
    </p>
    <button
      type="button"
      class="close"
      aria-label="Close"
      onClick={() => setParams({ selected: null }, { replace: true })}
    >
      ×
    </button>
  </aside>
)
