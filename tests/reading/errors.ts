import type { Mark } from './marks.ts'
import { measures } from './marks.ts'

/** Marks of one report, with the name to list them by. */
export interface Marked {
  readonly report: string
  readonly marks: readonly Mark[]
}

const isError = ({ outcome }: Mark): boolean => outcome !== 'right'

/** What was wanted, what came, and of which kind the error is: a paragraph for each. */
export const listed = ({ report, marks }: Marked): string[] =>
  marks
    .filter(isError)
    .map(
      ({ measure, kind, wanted, came, where }) =>
        `${report} ${where}: ${measure}: ${kind}\n    wanted  ${wanted}\n    came    ${came}`,
    )

/** How many errors there are of each kind, by measure; the commonest kinds first. */
export function countsByKind(all: readonly Marked[]): string[] {
  const errors = all.flatMap(({ marks }) => marks.filter(isError))
  return measures.flatMap((measure) => {
    const kinds = new Map<string, number>()
    for (const { kind } of errors.filter((mark) => mark.measure === measure))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const sorted = [...kinds].sort((a, b) => b[1] - a[1])
    return sorted.map(([kind, count]) => `${measure}: ${kind}: ${count}`)
  })
}
