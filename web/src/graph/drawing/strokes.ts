import type { DrawnType } from './link.ts'

export interface Stroke {
  readonly width: number
  readonly dashes?: string
  readonly cap?: 'round'
  /** Two lines side by side. */
  readonly isDouble?: boolean
}

/** No two are told apart by their colour alone. */
const strokes: Readonly<Record<DrawnType, Stroke>> = {
  TOLD: { width: 2.4 },
  QUOTED_VIA: { width: 2, dashes: '9 3 2 3' },
  SPEAKS_ABOUT: { width: 1.2 },
  AFFILIATED: { width: 1.8, dashes: '7 4' },
  PARTICIPATES_IN: { width: 1.6, dashes: '3 3' },
  PARTICIPATES_WITH: { width: 2.4, dashes: '0.1 5', cap: 'round' },
  SAME_SIDE: { width: 3.2 },
  OPPOSITE_SIDE: { width: 4.2, isDouble: true },
  MIXED_SIDES: { width: 4.2, dashes: '10 4', isDouble: true },
}

/** As much wider is the heaviest link. */
const WIDER = 4

/** How a link is drawn: the more of the heaviest link's weight it has, the wider. */
export function strokeOf(type: DrawnType, share = 0): Stroke {
  const stroke = strokes[type]
  return { ...stroke, width: Math.round((stroke.width + WIDER * share) * 10) / 10 }
}
