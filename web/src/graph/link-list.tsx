import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { Windowed } from '../list/windowed.tsx'
import { pathOf } from '../node-path.ts'
import { Section } from '../page/section.tsx'
import { type GraphData, type GraphLink, type GraphNode, linkWords } from './graph-data.ts'

interface Props {
  readonly data: GraphData
  readonly chosen: readonly string[]
  readonly expand?: ((slug: string) => void) | undefined
}

/** The same as the drawing, for whoever cannot see or draw it. */
export function LinkList({ data, chosen, expand }: Props) {
  const nodes = new Map(data.nodes.map((node) => [node.slug, node]))
  return (
    <div class="split">
      <Section
        title="Nodes"
        count={data.nodes.length}
        tools={<ExportLinks name="graph-nodes" rows={() => data.nodes.map(nodeRow)} />}
      >
        <Windowed items={data.nodes} class="lines" keyOf={({ slug }) => slug}>
          {(node) => (
            <p>
              <Link href={pathOf(node)}>{node.name}</Link>{' '}
              {expand && !chosen.includes(node.slug) && (
                <button
                  type="button"
                  class="text-button"
                  aria-label={`Expand ${node.name}`}
                  onClick={() => expand(node.slug)}
                >
                  expand
                </button>
              )}
            </p>
          )}
        </Windowed>
      </Section>
      <Section
        title="Links"
        count={data.links.length}
        tools={<ExportLinks name="graph-links" rows={() => data.links.map(linkRow)} />}
      >
        <Windowed items={data.links} class="lines" keyOf={({ type, from, to }) => `${type} ${from} ${to}`}>
          {(link) => <LinkLine link={link} nodes={nodes} />}
        </Windowed>
      </Section>
    </div>
  )
}

const LinkLine = ({
  link,
  nodes,
}: {
  readonly link: GraphLink
  readonly nodes: ReadonlyMap<string, GraphNode>
}) => (
  <p>
    {nodes.get(link.from)?.name ?? link.from}{' '}
    <span class="faint">
      <span class={`swatch ${link.type.toLowerCase()}`} aria-hidden="true" /> {linkWords[link.type]}
    </span>{' '}
    {nodes.get(link.to)?.name ?? link.to} {link.note && <span class="faint">({link.note})</span>}
  </p>
)

const nodeRow = ({ slug, name, __typename }: GraphNode) => ({ slug, name, type: __typename })
const linkRow = ({ type, from, to, note }: GraphLink) => ({ type, from, to, note })
