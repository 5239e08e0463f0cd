import { itemAt } from '../../values/item-at.ts'
import { contentEnd } from './clause.ts'
import type { Cue, SlavicDraft, SlavicReader } from './draft.ts'
import { slavicWordsIn } from './quoted.ts'
import { speakerBefore } from './sources.ts'
import type { SlavicRange, Token } from './tokens.ts'
import { conjunctions, isInfinitive } from './words.ts'

/** X сообщил о …; опроверг причастность; потребовал вывести; отказался комментировать. */
export function slavicObject(reader: SlavicReader, cue: Cue): SlavicDraft | undefined {
  const { all } = reader.t
  const { takes, form } = cue.sense
  if (form.kind === 'passive') return undefined
  const source = speakerBefore(reader, cue)
  let at = cue.at + 1
  while (
    at < cue.sentence[1] &&
    /^(?:ранее|уже|вчера|сегодня|официально|категорически|раніше|вже|вчора|сьогодні|офіційно|також|также)$/.test(
      itemAt(all, at).low,
    )
  )
    at++
  const next = all[at]
  if (!next || at >= cue.sentence[1]) return undefined
  const frame = frameOf(all, cue, at)
  const meaning = frame && takes.get(frame)
  if (!meaning) return undefined
  if (
    !source &&
    form.kind !== 'gerund' &&
    !(all[cue.lead - 1] && conjunctions.has(itemAt(all, cue.lead - 1).low))
  )
    return undefined
  const [begin, end] = [at, frame === 'about' ? aboutEnd(reader, at, cue) : contentEnd(reader, at, cue)]
  const verb = frame === 'refuse' ? refusedContentBegin(all, [begin, end]) : cue.at + 1
  const content: SlavicRange = verb > begin && verb < end ? [verb, end] : [begin, end]
  if (slavicWordsIn(all, content) === 0) return undefined
  return {
    source,
    cue: [cue.lead, verb < end ? verb : cue.at + 1],
    content: [content],
    meaning,
    frame: 'object',
    isNegated: cue.isNegated,
    sure: false,
  }
}

/** The end of what a statement is about: a comma, but for lists and relative clauses. */
function aboutEnd(reader: SlavicReader, from: number, cue: Cue): number {
  const { all } = reader.t
  const end = contentEnd(reader, from, cue)
  for (let at = from + 1; at < end; at++) {
    const { kind } = itemAt(all, at)
    if (kind === 'open') at = Math.min(itemAt(all, at).mate, end)
    if (
      kind === 'comma' &&
      !/^(?:о|об|про|а|и|і|й|та|что|що|где|де|куда|куди|когда|коли|чтобы|щоб|котор.*|як.*|в|у|на|из|із|включая|включно|в том)$/.test(
        all[at + 1]?.low ?? '',
      )
    )
      return at
    if (kind === 'colon' || kind === 'dash') return at
  }
  return end
}

/** "отказался комментировать": the words that say of what nothing is said begin behind them. */
function refusedContentBegin(all: readonly Token[], [first, last]: SlavicRange): number {
  let at = first
  while (at < last - 1 && !/омент|омменти/.test(itemAt(all, at).low)) at++
  return at + 1
}

function frameOf(
  all: readonly Token[],
  { sense: { takes }, sentence: [, last] }: Cue,
  at: number,
): string | undefined {
  const next = itemAt(all, at)
  if (takes.has('refuse')) {
    const isRefused = all
      .slice(at, Math.min(at + 3, last))
      .some(({ low }) => /^(?:прокомменти|комменти|комментар|комент|прокомент)/.test(low))
    return isRefused ? 'refuse' : undefined
  }
  if (/^(?:о|об|обо|про)$/.test(next.low))
    return takes.has('about') ? 'about' : takes.has('object') ? 'object' : undefined
  if (
    takes.has('infinitive') &&
    all.slice(at, Math.min(at + 7, last)).some(({ low, kind }) => kind === 'word' && isInfinitive(low))
  )
    return 'infinitive'
  return takes.has('object') && (next.kind === 'word' || next.kind === 'open') ? 'object' : undefined
}
