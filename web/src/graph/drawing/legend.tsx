import './legend.css'
import { type LinkType, linkTypes } from '../../../../src/values/vocabulary.ts'
import { setParams } from '../../kit/location.ts'
import { kindName } from '../../kit/node-path.ts'
import { kindParams, linkTypeParams, toggled } from './drawing-state.ts'
import { glyph } from './glyph.ts'
import { type GraphData, NODE_KINDS, type Omitted, tally } from './graph-data.ts'
import { type DrawnType, typeWords } from './link.ts'
import { strokeOf } from './strokes.ts'

interface LegendProps {
  readonly data: GraphData
  readonly omitted: Omitted
}

/** Says which shape is which kind of node and which line which link, and filters by both. */
export const Legend = ({ data, omitted }: LegendProps) => {
  const types = tally(data.links.map(({ type }) => type))
  /** A mixed pair is left out with both of its sides, so that both can be switched. */
  const isPart = (type: LinkType) => Boolean(types.MIXED_SIDES) && /_SIDE$/.test(type)
  const kinds = tally(data.nodes.map(({ __typename }) => __typename))
  return (
    <div class="legend">
      <fieldset class="chips">
        <legend class="visually-hidden">Types of links</legend>
        {linkTypes
          .filter((type) => types[type] || omitted.types.includes(type) || isPart(type))
          .map((type) => (
            <Switch
              key={type}
              isOn={!omitted.types.includes(type)}
              toggle={() => setParams(linkTypeParams(toggled(omitted.types, type)), { replace: true })}
            >
              <Swatch type={type} /> {typeWords(type)} <span class="count">{types[type] ?? 0}</span>
            </Switch>
          ))}
        {types.MIXED_SIDES && (
          <span class="chip key">
            <Swatch type="MIXED_SIDES" /> {typeWords('MIXED_SIDES')}{' '}
            <span class="count">{types.MIXED_SIDES}</span>
          </span>
        )}
      </fieldset>
      <fieldset class="chips">
        <legend class="visually-hidden">Kinds of nodes</legend>
        {NODE_KINDS.filter((kind) => kinds[kind] || omitted.kinds.includes(kind)).map((kind) => (
          <Switch
            key={kind}
            isOn={!omitted.kinds.includes(kind)}
            toggle={() => setParams(kindParams(toggled(omitted.kinds, kind)), { replace: true })}
          >
            <Glyph kind={kind} /> {kindName(kind)} <span class="count">{kinds[kind] ?? 0}</span>
          </Switch>
        ))}
      </fieldset>
    </div>
  )
}

interface SwitchProps {
  readonly isOn: boolean
  readonly toggle: () => void
  readonly children: preact.ComponentChildren
}

const Switch = ({ isOn, toggle, children }: SwitchProps) => (
  <button type="button" class="chip" aria-pressed={isOn} onClick={toggle}>
    {children}
  </button>
)

/** A piece of the line, drawn as the links are. */
export const Swatch = ({ type }: { readonly type: DrawnType }) => {
  const { width, dashes, cap, isDouble } = strokeOf(type)
  const path = 'M0 4h24'
  return (
    <svg class={`swatch ${type.toLowerCase()}`} viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
      <path d={path} stroke-width={width} stroke-dasharray={dashes} stroke-linecap={cap} />
      {isDouble && <path class="between" d={path} stroke-width={width * 0.4} />}
    </svg>
  )
}

export const Glyph = ({ kind }: { readonly kind: string }) => (
  <svg class={`glyph ${kind.toLowerCase()}`} viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
    <path d={glyph(kind, 6)} fill-rule="evenodd" />
  </svg>
)
