import { glyph } from './glyph.ts'
import { LINE } from './labels.ts'
import type { LineWord } from './line-words.ts'
import { DRAWN_TYPES, type DrawnType } from './link.ts'
import type { Palette } from './palette.ts'
import type { DrawnLink, DrawnNode, Scene } from './scene.ts'

interface ShapesProps {
  readonly scene: Scene
  readonly palette: Palette
}

/** The drawing itself, the same on the page and in a file: links below, then nodes, then names. */
export const Shapes = ({ scene: { links, nodes }, palette }: ShapesProps) => (
  <>
    {DRAWN_TYPES.map((type) => (
      <LinkShapes
        key={type}
        type={type}
        links={links.filter(({ link }) => link.type === type)}
        isFaint={links.length > MANY}
        palette={palette}
      />
    ))}
    {links.map(
      ({ key, word, link }) => word && <WordShape key={key} word={word} type={link.type} palette={palette} />,
    )}
    {nodes.map((drawn) => (
      <NodeShape key={drawn.node.slug} drawn={drawn} palette={palette} />
    ))}
    {nodes.map((drawn) => (
      <NameShape key={drawn.node.slug} drawn={drawn} palette={palette} />
    ))}
  </>
)

/** So many links would hide the nodes. */
const MANY = 200

interface LinkShapeProps {
  readonly type: DrawnType
  readonly links: readonly DrawnLink[]
  readonly isFaint: boolean
  readonly palette: Palette
}

/** All of a type, and their arrows as one shape: a large graph has thousands. */
function LinkShapes({ type, links, isFaint, palette }: LinkShapeProps) {
  const arrows = links.map(({ arrow }) => arrow ?? '').join('')
  return (
    <g fill="none" stroke={palette.link[type]} {...(isFaint && { opacity: 0.6 })}>
      {links.map((drawn) => (
        <LinkShape key={drawn.key} drawn={drawn} palette={palette} />
      ))}
      {arrows && <path class="arrows" d={arrows} fill={palette.link[type]} stroke="none" />}
    </g>
  )
}

const LinkShape = ({
  drawn: { key, link, stroke, path },
  palette,
}: {
  readonly drawn: DrawnLink
  readonly palette: Palette
}) => (
  <>
    <path
      data-link={key}
      data-type={link.type}
      data-from={link.from}
      data-to={link.to}
      d={path}
      stroke-width={stroke.width}
      {...(stroke.dashes && { 'stroke-dasharray': stroke.dashes })}
      {...(stroke.cap && { 'stroke-linecap': stroke.cap })}
    />
    {stroke.isDouble && <path d={path} stroke={palette.paper} stroke-width={stroke.width * 0.4} />}
  </>
)

const WordShape = ({
  word: { text, x, y },
  type,
  palette,
}: {
  readonly word: LineWord
  readonly type: DrawnType
  readonly palette: Palette
}) => (
  <text
    class="line-word"
    x={Math.round(x)}
    y={Math.round(y) + 3}
    text-anchor="middle"
    font-size="10"
    fill={palette.link[type]}
    stroke={palette.paper}
    stroke-width={3}
    stroke-linejoin="round"
    paint-order="stroke"
  >
    {text}
  </text>
)

interface NodeProps {
  readonly drawn: DrawnNode
  readonly palette: Palette
}

const NodeShape = ({ drawn: { node, x, y, radius }, palette }: NodeProps) => (
  <path
    data-node={node.slug}
    class="node"
    transform={`translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`}
    d={glyph(node.__typename, radius)}
    fill={palette.node[node.__typename] ?? palette.ink}
    fill-rule="evenodd"
    stroke={palette.paper}
    stroke-width={1.5}
    paint-order="stroke"
  />
)

const NameShape = ({ drawn: { node, label }, palette }: NodeProps) =>
  label && (
    <text
      data-node={node.slug}
      class="name"
      y={Math.round(label.y)}
      text-anchor={label.anchor}
      fill={palette.ink}
      stroke={palette.paper}
      stroke-width={3}
      stroke-linejoin="round"
      paint-order="stroke"
    >
      {label.lines.map((line, index) => (
        <tspan key={line} x={Math.round(label.x)} {...(index > 0 && { dy: LINE })}>
          {line}
        </tspan>
      ))}
    </text>
  )
