/** Whatever has a stretch of a text. */
export interface Spanned {
  readonly span: { readonly start: number; readonly end: number } | null
}

/** A stretch of the text over which nothing begins or ends, and all that covers it, the shortest first. */
export interface Segment<S> {
  readonly start: number
  readonly text: string
  readonly covering: readonly S[]
}

const lengthOf = ({ span }: Spanned): number => (span ? span.end - span.start : 0)

/** Cuts a text where spans begin and end, so that spans that overlap need not nest. */
export function segmentsOf<S extends Spanned>(text: string, spanned: readonly S[]): Segment<S>[] {
  const valid = spanned.filter(({ span }) => span && span.start < span.end && span.end <= text.length)
  const cuts = [
    ...new Set([0, text.length, ...valid.flatMap(({ span }) => (span ? [span.start, span.end] : []))]),
  ]
  cuts.sort((a, b) => a - b)
  const sorted = valid.toSorted((a, b) => lengthOf(a) - lengthOf(b))
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covering = sorted.filter(({ span }) => span && span.start <= start && span.end >= end)
    return { start, text: text.slice(start, end), covering }
  })
}
