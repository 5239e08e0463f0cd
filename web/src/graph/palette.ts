import { type LinkType, NODE_KINDS } from './graph-data.ts'

/** The page's own colours, as they are now: saved files know no custom properties. */
export interface Palette {
  readonly ink: string
  readonly soft: string
  readonly paper: string
  readonly link: Readonly<Record<LinkType, string>>
  readonly node: Readonly<Record<string, string>>
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: color('ink'),
    soft: color('soft'),
    paper: color('sheet'),
    link: {
      SPEAKS_ABOUT: color('link-speaks'),
      AFFILIATED: color('link-affiliated'),
      PARTICIPATES_WITH: color('link-participates'),
      SAME_SIDE: color('affirms'),
      OPPOSITE_SIDE: color('denies'),
    },
    node: Object.fromEntries(NODE_KINDS.map((kind) => [kind, color(`node-${kind.toLowerCase()}`)])),
  }
}
