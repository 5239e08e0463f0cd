import { balanced, precision, recall, type Tally } from './attributions.ts'
import type { Mark, Measure, Outcome } from './marks.ts'
import type { Score } from './score.ts'

/** A row of the table: what it is called, and its figure for a score. */
interface Row {
  readonly name: string
  readonly figure: (score: Score) => string
}

const percent = (share: number): string => (100 * share).toFixed(1)

export const counted = (marks: readonly Mark[], measure: Measure, outcome: Outcome): number =>
  marks.filter((mark) => mark.measure === measure && mark.outcome === outcome).length

/** How many were due, of those that were found; what is given where none is due is no part of it. */
export const due = (marks: readonly Mark[], measure: Measure): number =>
  marks.filter((mark) => mark.measure === measure && mark.outcome !== 'extra').length

/** The share that is right; undefined where nothing was due. */
export function share(marks: readonly Mark[], measure: Measure): number | undefined {
  const all = due(marks, measure)
  return all === 0 ? undefined : counted(marks, measure, 'right') / all
}

const shareOf =
  (measure: Measure) =>
  ({ marks }: Score): string => {
    const right = share(marks, measure)
    const count = `${counted(marks, measure, 'right')}/${due(marks, measure)}`
    return right === undefined ? '–' : `${percent(right)} (${count})`
  }

const countOf =
  (measure: Measure, outcome: Outcome) =>
  ({ marks }: Score): string =>
    String(counted(marks, measure, outcome))

const kindOf =
  (measure: Measure, kind: string) =>
  ({ marks }: Score): string =>
    String(marks.filter((mark) => mark.measure === measure && mark.kind === kind).length)

export const tallied = (tally: Tally): string =>
  tally.golds === 0
    ? '–'
    : `${percent(balanced(tally))} (P ${percent(precision(tally))} R ${percent(recall(tally))})`

/** The table, in the order in which a reading goes: what was found, who speaks, what is said. */
export const rows: readonly Row[] = [
  { name: 'speech found', figure: shareOf('found') },
  { name: 'proposals that are speech', figure: shareOf('proposal') },
  { name: 'words that assert nothing, left alone', figure: shareOf('nothing') },
  { name: 'speaker right', figure: shareOf('speaker') },
  { name: '  left open', figure: countOf('speaker', 'open') },
  { name: 'he and she right', figure: shareOf('he or she') },
  { name: '  wrong', figure: countOf('he or she', 'wrong') },
  { name: '  left open', figure: countOf('he or she', 'open') },
  { name: 'on whose behalf, of those due', figure: shareOf('principal') },
  { name: '  given where none is due', figure: countOf('principal', 'extra') },
  { name: 'about: all of them given', figure: shareOf('about') },
  { name: '  of those given, right', figure: shareOf('about given') },
  { name: 'addressee, of those due', figure: shareOf('addressee') },
  { name: '  given where none is due', figure: countOf('addressee', 'extra') },
  { name: 'date, of those due', figure: shareOf('date') },
  { name: '  given where none is due', figure: countOf('date', 'extra') },
  { name: 'act', figure: shareOf('act') },
  { name: 'stance', figure: shareOf('stance') },
  { name: 'denials that stay denials', figure: shareOf('denial') },
  { name: 'certainty', figure: shareOf('certainty') },
  { name: 'proposed actors that make sense', figure: shareOf('actor') },
  { name: '  of gold’s new actors, proposed', figure: shareOf('actor due') },
  { name: 'new claims that stand alone', figure: shareOf('claim') },
  { name: 'nearest claims, of those offered', figure: shareOf('nearest') },
  { name: '  of those due, offered', figure: shareOf('nearest due') },
  { name: '  the opposite offered', figure: kindOf('nearest', 'the opposite') },
  { name: 'triples, relaxed F', figure: ({ relaxed }) => tallied(relaxed) },
  { name: 'content exact F', figure: ({ content }) => tallied(content) },
]
