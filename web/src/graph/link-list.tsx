import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { Windowed } from '../list/windowed.tsx'
import { kindName, pathOf } from '../node-path.ts'
import { Section } from '../page/section.tsx'
import { type GraphData, type GraphLink, type GraphNode, linkKey, linkWords } from './graph-data.ts'
import { Glyph, Swatch } from './legend.tsx'
import { type NodeActions, NodeTools } from './node-tools.tsx'

interface Props {
  readonly data: GraphData
  readonly chosen: readonly string[]
  readonly actions: NodeActions
}

/** The same as the drawing, for whoever cannot see or draw it. */
export function LinkList({ data, chosen, actions }: Props) {
  const names = new Map(data.nodes.map(({ slug, name }) => [slug, name]))
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
        tools={<ExportLinks name="graph-links" rows={() => data.links.map(linkRow)} />}
      >
        <Windowed items={data.links} class="lines" keyOf={linkKey}>
          {(link) => <LinkLine link={link} names={names} />}
        </Windowed>
      </Section>
    </div>
  )
}

const LinkLine = ({
  link: { from, to, type },
  names,
}: {
  readonly link: GraphLink
  readonly names: ReadonlyMap<string, string>
}) => (
  <p>
    {names.get(from)}{' '}
    <span class="faint">
      <Swatch type={type} /> {linkWords[type]}
    </span>{' '}
    {names.get(to)}
  </p>
)

const nodeRow = ({ slug, name, __typename }: GraphNode) => ({ slug, name, kind: kindName(__typename) })
const linkRow = ({ type, from, to }: GraphLink) => ({ type, from, to })
