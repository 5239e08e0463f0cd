import './link-list.css'
import { Link } from '../../kit/link.tsx'
import { kindName, pathOf } from '../../kit/node-path.ts'
import { capital } from '../../kit/words.ts'
import { nodeCells } from '../../list/cells.ts'
import { ExportLinks } from '../../list/export-links.tsx'
import type { Row } from '../../list/file.ts'
import { Windowed } from '../../list/windowed.tsx'
import { Section } from '../../page/section.tsx'
import { type GraphData, type GraphNode, tally } from './graph-data.ts'
import { Glyph, Swatch } from './legend.tsx'
import {
  DRAWN_TYPES,
  type DrawnType,
  type GraphLink,
  linkKey,
  linkRow,
  linkTail,
  linkWords,
  typeWords,
} from './link.ts'
import { LinkEvidence } from './link-evidence.tsx'
import { type NodeActions, NodeTools } from './node-tools.tsx'

interface LinkListProps {
  readonly data: GraphData
  readonly chosen: readonly string[]
  readonly actions: NodeActions
}

/** The same as the drawing, for whoever cannot see or draw it. */
export function LinkList({ data, chosen, actions }: LinkListProps) {
  const nodes = new Map(data.nodes.map((node) => [node.slug, node]))
  const links = DRAWN_TYPES.flatMap((type) => data.links.filter((link) => link.type === type))
  const types = tally(links.map(({ type }) => type))
  const firsts = new Set(links.filter(({ type }, index) => links[index - 1]?.type !== type))
  return (
    <div class="split">
      <Section
        title="Nodes"
        count={data.nodes.length}
        tools={<ExportLinks name="graph-nodes" rows={() => data.nodes.map(nodeRow)} />}
      >
        <Windowed items={data.nodes} class="lines" keyOf={({ slug }) => slug}>
          {(node) => (
            <p class="node-line">
              <span>
                <Glyph kind={node.__typename} />{' '}
                <span class="visually-hidden">{kindName(node.__typename)} </span>
                <Link href={pathOf(node)}>{node.name}</Link>
              </span>{' '}
              <span class="node-tools">
                <NodeTools node={node} isChosen={chosen.includes(node.slug)} actions={actions} />
              </span>
            </p>
          )}
        </Windowed>
      </Section>
      <Section
        title="Links"
        count={data.links.length}
        tools={
          <ExportLinks name="graph-links" rows={() => data.links.map((link) => linkRow(link, data.nodes))} />
        }
      >
        <Windowed items={links} class="lines" keyOf={linkKey}>
          {(link) => (
            <>
              {firsts.has(link) && <TypeHead type={link.type} count={types[link.type]} />}
              <LinkLine link={link} nodes={nodes} />
            </>
          )}
        </Windowed>
      </Section>
    </div>
  )
}

const TypeHead = ({ type, count = 0 }: { readonly type: DrawnType; readonly count: number | undefined }) => (
  <h3 class="link-type">
    <Swatch type={type} /> {capital(typeWords(type))} <span class="count">{count}</span>
  </h3>
)

interface LinkItemProps {
  readonly link: GraphLink
  readonly nodes: ReadonlyMap<string, GraphNode>
}

/** These rest on one of their own ends, which stands there already. */
const standsForItself: readonly DrawnType[] = ['AFFILIATED', 'PARTICIPATES_IN']

const LinkLine = ({ link, nodes }: LinkItemProps) => (
  <>
    <p>
      <NodeAtEnd node={nodes.get(link.from)} /> <span class="faint">{linkWords(link)}</span>{' '}
      <NodeAtEnd node={nodes.get(link.to)} />
      {linkTail(link)}
    </p>
    {!standsForItself.includes(link.type) && <LinkEvidence link={link} />}
  </>
)

const NodeAtEnd = ({ node }: { readonly node: GraphNode | undefined }) =>
  node ? <Link href={pathOf(node)}>{node.name}</Link> : null

const nodeRow = (node: GraphNode): Row => ({
  ...nodeCells('node', node),
  nodeType: kindName(node.__typename),
})
