import { itemAt } from '../../values/item-at.ts'
import { phraseLimit } from './cues.ts'
import type { Cue, SlavicDraft, SlavicReader } from './draft.ts'
import { senseOf } from './lexicon.ts'
import { slavicWordsIn, withoutOuterMarks } from './quoted.ts'
import { saidIn, speakerAfter, speakerBefore } from './sources.ts'
import type { SlavicRange, Token } from './tokens.ts'
import { conjunctions, distant, isInfinitive, slavicJoiners } from './words.ts'

/** A speaker, an addressee and a place stand between a verb and its clause, and no more. */
const FARTHEST_JOINER = 22

/** X заявил, что …; заявил X, что …; сообщили в штабе, что …. */
export function slavicClause(reader: SlavicReader, cue: Cue): SlavicDraft | undefined {
  const { all } = reader.t
  const meaning = cue.sense.takes.get('clause')
  const joiner = meaning && joinerOf(reader, cue)
  if (!meaning || joiner === undefined) return undefined
  const { low } = itemAt(all, joiner)
  const isPurpose = /^(?:чтобы|щоб|щоби)$/.test(low)
  const begin = isPurpose ? joiner : joiner + 1
  // "приказал вывести войска, чтобы сорвать атаку": what for, and not what.
  if (isPurpose && isInfinitive(all[joiner + 1]?.low ?? '')) return undefined
  const content: SlavicRange = [begin, contentEnd(reader, begin, cue)]
  if (slavicWordsIn(all, content) === 0) return undefined
  const source =
    speakerBefore(reader, cue) ??
    speakerAfter(reader, cue, joiner, { loose: true }) ??
    passiveSource(reader, cue)
  return {
    source,
    cue: [cue.lead, cue.at + 1],
    content: [content],
    meaning: isPurpose && meaning.act === 'STATE' ? { ...meaning, act: 'DEMAND' } : meaning,
    frame: 'clause',
    isNegated: cue.isNegated,
    isDistant: distant.has(low) || /^(?:якобы|нібито|ніби|буцімто)$/.test(all[begin]?.low ?? ''),
    sure: source !== undefined,
  }
}

/** "В сообщении министерства говорится, что". */
const passiveSource = (
  { t: { all } }: SlavicReader,
  { sense, lead, sentence }: Cue,
): SlavicRange | undefined => (sense.form.kind === 'passive' ? saidIn(all, [sentence[0], lead]) : undefined)

/** The place of "что", behind a comma and without another verb of saying on the way. */
function joinerOf(
  { t: { all }, language }: SlavicReader,
  { at, sentence: [, last] }: Cue,
): number | undefined {
  if (slavicJoiners.has(all[at + 1]?.low ?? '') && at + 1 < last) return at + 1
  for (let i = at + 1; i < Math.min(last - 1, at + FARTHEST_JOINER); i++) {
    const token = itemAt(all, i)
    if (token.kind === 'open') {
      if (token.mate - i > 8) return undefined
      i = token.mate
      continue
    }
    if (token.kind === 'comma') {
      const next = itemAt(all, i + 1)
      if (slavicJoiners.has(next.low)) return i + 1
      // An apposition or an aside may come before the clause.
      if (phraseLimit(all, i + 1, last) - i > 8) return undefined
    } else if (/^(?:dash|colon|stop)$/.test(token.kind)) {
      if (!/^\p{Lu}$/u.test(all[i - 1]?.text ?? '')) return undefined
    } else if (senseOf(token.low, language) && senseOf(token.low, language)?.form.kind !== 'passive')
      return undefined
  }
  return undefined
}

/**
 * The end of what is said: the sentence's, or the place where the speaker goes on to say something else, or where another
 * is cited.
 */
export function contentEnd(
  { t: { all }, language }: SlavicReader,
  from: number,
  { sentence: [, last] }: Pick<Cue, 'sentence'>,
): number {
  const depth = all[from]?.kind === 'open' ? -1 : (all[from]?.depth ?? 0)
  for (let at = from + 1; at < last; at++) {
    const token = itemAt(all, at)
    if (token.kind === 'open' && token.mate < last) {
      at = token.mate
      continue
    }
    if (depth > 0 && token.kind === 'stop' && token.depth === depth)
      return withoutOuterMarks(all, [from, at])[1]
    if (depth >= 0 && token.depth < depth) return withoutOuterMarks(all, [from, at])[1]
    if (
      token.kind === 'comma' ||
      token.kind === 'dash' ||
      conjunctions.has(token.low) ||
      token.text === ';'
    ) {
      if (speakerGoesOn(all, at, last, language)) return withoutOuterMarks(all, [from, at])[1]
    }
  }
  return withoutOuterMarks(all, [from, last])[1]
}

/** ", и добавил", ", отметив", ", сообщает ТАСС", " — передаёт агентство". */
function speakerGoesOn(all: readonly Token[], at: number, last: number, language: 'ru' | 'uk'): boolean {
  if (
    itemAt(all, at).kind === 'comma' &&
    /^(?:а|тогда|тоді|тем)$/.test(all[at + 1]?.low ?? '') &&
    saysNext(all, at + 2, last, language)
  )
    return true
  let next = at + 1
  while (next < last && next - at < 4 && mayPrecedeNextVerb(itemAt(all, next))) next++
  const sense = next < last ? senseOf(itemAt(all, next).low, language) : undefined
  if (!sense || sense.form.kind === 'passive') return false
  const isLonely = conjunctions.has(itemAt(all, at).low) ? all[at - 1]?.kind !== 'comma' : true
  return isLonely || sense.form.kind === 'past'
}

/** ", а губернатор сообщил": another speaker. */
function saysNext(all: readonly Token[], from: number, last: number, language: 'ru' | 'uk'): boolean {
  for (let at = from; at < Math.min(from + 8, last); at++) {
    const { kind, low } = itemAt(all, at)
    if (/^(?:comma|dash|colon|stop|open)$/.test(kind)) return false
    if (senseOf(low, language)) return true
  }
  return false
}

const mayPrecedeNextVerb = ({ low, kind }: Token): boolean =>
  kind === 'dash' ||
  conjunctions.has(low) ||
  /^(?:также|также|при|этом|цьому|как|як|об|про|це|далее|потом|затем|теж|також|ще|еще)$/.test(low)
