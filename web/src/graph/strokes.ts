import type { LinkType } from './graph-data.ts'

export interface Stroke {
  readonly width: number
  readonly dashes?: string
  readonly cap?: 'round'
  /** Two lines side by side. */
  readonly isDouble?: boolean
}

const strokes: Readonly<Record<LinkType, Stroke>> = {
  SPEAKS_ABOUT: { width: 1.2 },
  AFFILIATED: { width: 1.8, dashes: '7 4' },
  PARTICIPATES_WITH: { width: 2.4, dashes: '0.1 5', cap: 'round' },
  SAME_SIDE: { width: 2.2 },
  OPPOSITE_SIDE: { width: 4.2, isDouble: true },
}

/** As much wider is the link that stands for most claims. */
const WIDER = 4

/** How a link is drawn: the more of the claims that the strongest stands for, the wider. */
export function strokeOf(type: LinkType, share = 0): Stroke {
  const stroke = strokes[type]
  return { ...stroke, width: Math.round((stroke.width + WIDER * share) * 10) / 10 }
}
