import type { GoldReport, GoldStatement } from './gold.ts'
import { type Mark, right } from './marks.ts'
import type { Pairs } from './pairs.ts'
import type { Prediction } from './prediction.ts'
import { shared, wordsAt } from './spans.ts'

/** How a statement is called in lists of errors. */
export const whereOf = ({ index }: GoldStatement): string => `statements[${index}]`

/** Whether what is said was found, and whether what was found is said. */
export function judgeFound(report: GoldReport, predictions: readonly Prediction[], pairs: Pairs): Mark[] {
  const paired = new Set(pairs.values())
  const alone = predictions.filter((one) => !paired.has(one) && !one.isNested)
  return [
    ...report.statements.map((one) => foundMark(report.text, one, pairs.has(one))),
    ...[...paired].map((one) => right('proposal', wordsAt(report.text, one.cue))),
    ...alone.map((one) => spurious(report, one)),
    ...report.nothing.map((words) => nothingMark(report.text, words, alone)),
  ]
}

function foundMark(text: string, statement: GoldStatement, isFound: boolean): Mark {
  const where = whereOf(statement)
  if (isFound) return right('found', where)
  const wanted = `${wordsAt(text, statement.source)} | ${wordsAt(text, statement.cue)} | ${wordsAt(text, statement.content)}`
  return { measure: 'found', outcome: 'wrong', kind: formOf(text, statement), wanted, came: 'none', where }
}

/** How a statement is put: the order of its parts, and whether it is quoted. */
function formOf(text: string, { source, cue, content }: GoldStatement): string {
  const parts = [
    { name: 'source', at: source[0]?.[0] },
    { name: 'cue', at: cue[0]?.[0] },
    { name: 'content', at: content[0]?.[0] },
  ].filter((part): part is { name: string; at: number } => part.at !== undefined)
  const order = parts.sort((a, b) => a.at - b.at).map(({ name }) => name)
  const quoted = content.some(([begin]) => /["“«„»‘]\s*$/.test(text.slice(begin - 2, begin)))
  return `${order.join(' ')}${quoted ? ', quoted' : ''}${content.length > 1 ? ', in pieces' : ''}`
}

function spurious({ text, nothing }: GoldReport, one: Prediction): Mark {
  const came = `${wordsAt(text, one.source)} | ${wordsAt(text, one.cue)} | ${wordsAt(text, one.content)}`
  const kind = shared(nothing, one.cue) > 0 ? 'asserts nothing' : 'is no statement of gold'
  return { measure: 'proposal', outcome: 'wrong', kind, wanted: 'none', came, where: wordsAt(text, one.cue) }
}

function nothingMark(text: string, words: GoldReport['nothing'][number], alone: readonly Prediction[]): Mark {
  const where = wordsAt(text, [words])
  const taken = alone.find(({ cue }) => shared(cue, [words]) > 0)
  if (!taken) return right('nothing', where)
  const came = `${taken.act} ${wordsAt(text, taken.content)}`
  return { measure: 'nothing', outcome: 'wrong', kind: 'taken for speech', wanted: 'none', came, where }
}
