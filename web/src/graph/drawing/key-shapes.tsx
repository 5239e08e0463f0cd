import { kindName } from '../../kit/node-path.ts'
import { glyph } from './glyph.ts'
import { type GraphData, NODE_KINDS } from './graph-data.ts'
import { DRAWN_TYPES, type DrawnType, typeWords } from './link.ts'
import type { Palette } from './palette.ts'
import { strokeOf } from './strokes.ts'

const KEY_LETTER = 6.4
const ROW = 24

interface KeyEntry {
  readonly word: string
  readonly width: number
  readonly mark: (x: number, y: number) => preact.JSX.Element
}

/** The legend of a saved picture: what is in it, and nothing else. */
export function keyEntries({ nodes, links }: GraphData, palette: Palette): KeyEntry[] {
  const kinds = NODE_KINDS.filter((kind) => nodes.some(({ __typename }) => __typename === kind))
  const types = DRAWN_TYPES.filter((each) => links.some(({ type }) => type === each))
  const entry = (word: string, mark: KeyEntry['mark'], room: number): KeyEntry => ({
    word,
    mark,
    width: room + word.length * KEY_LETTER + 22,
  })
  return [
    ...kinds.map((kind) =>
      entry(
        kindName(kind),
        (x, y) => (
          <path
            transform={`translate(${x + 7} ${y})`}
            d={glyph(kind, 6)}
            fill={palette.node[kind] ?? palette.ink}
            fill-rule="evenodd"
          />
        ),
        18,
      ),
    ),
    ...types.map((type) =>
      entry(typeWords(type), (x, y) => <Sample type={type} palette={palette} x={x} y={y} />, 34),
    ),
  ]
}

interface SampleProps {
  readonly type: DrawnType
  readonly palette: Palette
  readonly x: number
  readonly y: number
}

function Sample({ type, palette, x, y }: SampleProps) {
  const { width, dashes, cap, isDouble } = strokeOf(type)
  const path = `M${x} ${y}h28`
  return (
    <g fill="none">
      <path
        d={path}
        stroke={palette.link[type]}
        stroke-width={width}
        {...(dashes && { 'stroke-dasharray': dashes })}
        {...(cap && { 'stroke-linecap': cap })}
      />
      {isDouble && <path d={path} stroke={palette.paper} stroke-width={width * 0.4} />}
    </g>
  )
}

/** Set in rows from the left; its height goes with how many there are. */
export function keyRows(entries: readonly KeyEntry[], width: number): readonly (readonly KeyEntry[])[] {
  const rows: KeyEntry[][] = [[]]
  let used = 0
  for (const entry of entries) {
    if (used + entry.width > width && used > 0) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(entry)
    used += entry.width
  }
  return rows
}

export const keyHeight = (rows: readonly unknown[]): number => rows.length * ROW

export const KeyShapes = ({
  rows,
  y,
  palette,
}: {
  readonly rows: readonly (readonly KeyEntry[])[]
  readonly y: number
  readonly palette: Palette
}) => (
  <g fill={palette.soft}>
    {rows.map((row, line) => {
      let x = 24
      return row.map(({ word, width, mark }) => {
        const [left, base] = [x, y + line * ROW]
        x += width
        return (
          <g key={word}>
            {mark(left, base - 4)}
            <text x={left + width - word.length * KEY_LETTER - 22} y={base}>
              {word}
            </text>
          </g>
        )
      })
    })}
  </g>
)
