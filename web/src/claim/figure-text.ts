export interface Figure {
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
}

/** A figure without what it counts: 70, 12–96, at least 40, up to 25. */
export function figureText({ low, high }: Omit<Figure, 'unit'>): string {
  const [least, most] = [low?.toLocaleString('en'), high?.toLocaleString('en')]
  if (least === undefined) return `up to ${most}`
  if (most === undefined) return `at least ${least}`
  return least === most ? least : `${least}–${most}`
}
