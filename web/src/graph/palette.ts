import { isActor } from '../node-path.ts'
import type { LinkType } from './graph-data.ts'

/** The page's own colours: WebGL and saved files know no custom properties. */
export interface Palette {
  readonly ink: string
  readonly soft: string
  readonly paper: string
  readonly line: string
  readonly link: Readonly<Record<LinkType, string>>
  readonly node: (typename: string) => string
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: color('ink'),
    soft: color('soft'),
    paper: color('sheet'),
    line: color('line'),
    link: {
      SPEAKS_ABOUT: color('link-speaks'),
      AFFILIATED: color('link-affiliated'),
      PARTICIPATES_WITH: color('link-participates'),
      SAME_SIDE: color('affirms'),
      OPPOSITE_SIDE: color('denies'),
    },
    node: (typename) =>
      isActor(typename)
        ? color('node-actor')
        : typename === 'Event'
          ? color('node-event')
          : color('node-place'),
  }
}
