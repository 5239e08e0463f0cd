import { NODE_KINDS } from './graph-data.ts'
import { DRAWN_TYPES, type DrawnType } from './link.ts'

/** The page's own colours, as they are now: saved files know no custom properties. */
export interface Palette {
  readonly ink: string
  readonly soft: string
  readonly paper: string
  readonly link: Readonly<Record<DrawnType, string>>
  readonly node: Readonly<Record<string, string>>
}

/** The names of the page's colours. */
const colors: Readonly<Record<DrawnType, string>> = {
  TOLD: 'link-told',
  QUOTED_VIA: 'link-told',
  SPEAKS_ABOUT: 'link-speaks',
  AFFILIATED: 'link-affiliated',
  PARTICIPATES_IN: 'link-participates',
  PARTICIPATES_WITH: 'link-participates',
  SAME_SIDE: 'affirms',
  OPPOSITE_SIDE: 'denies',
  MIXED_SIDES: 'link-mixed',
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: color('ink'),
    soft: color('soft'),
    paper: color('sheet'),
    link: Object.fromEntries(DRAWN_TYPES.map((type) => [type, color(colors[type])])) as Palette['link'],
    node: Object.fromEntries(NODE_KINDS.map((kind) => [kind, color(`node-${kind.toLowerCase()}`)])),
  }
}
