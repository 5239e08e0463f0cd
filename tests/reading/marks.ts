/** What is measured, in the order of the table. */
export const measures = [
  'found',
  'proposal',
  'nothing',
  'speaker',
  'he or she',
  'principal',
  'about',
  'about given',
  'addressee',
  'date',
  'act',
  'stance',
  'denial',
  'certainty',
  'actor',
  'actor due',
  'claim',
  'nearest',
  'nearest due',
] as const

export type Measure = (typeof measures)[number]

/** Right or wrong; left open where nobody was named; or given where nothing is due. */
export type Outcome = 'right' | 'wrong' | 'open' | 'extra'

/** One judgement of one thing in one report. */
export interface Mark {
  readonly measure: Measure
  readonly outcome: Outcome
  /** What sort of error it is; errors are counted by it. */
  readonly kind: string
  readonly wanted: string
  readonly came: string
  /** Where in the report: a statement by its number, or the words. */
  readonly where: string
}

export const right = (measure: Measure, where: string, came = ''): Mark => ({
  ...{ measure, where, wanted: came, came },
  outcome: 'right',
  kind: '',
})

/** Compares what was due with what was given, where neither needs to be there; nothing where neither is. */
export function compared(
  measure: Measure,
  where: string,
  wanted: string | undefined,
  came: string | undefined,
): Mark[] {
  if (wanted === undefined && came === undefined) return []
  if (wanted === came) return [right(measure, where, came)]
  const [outcome, kind]: [Outcome, string] =
    wanted === undefined
      ? ['extra', 'none is due']
      : came === undefined
        ? ['wrong', 'none was given']
        : ['wrong', 'another was given']
  return [{ measure, outcome, kind, wanted: wanted ?? 'none', came: came ?? 'none', where }]
}

/** Compares what both always have. */
export const matched = (measure: Measure, where: string, wanted: string, came: string): Mark =>
  wanted === came
    ? right(measure, where, came)
    : { measure, outcome: 'wrong', kind: `${came} for ${wanted}`, wanted, came, where }
