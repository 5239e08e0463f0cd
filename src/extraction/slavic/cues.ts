import { itemAt } from '../../values/item-at.ts'
import type { Cue, SlavicReader } from './draft.ts'
import { senseOf } from './lexicon.ts'
import type { SlavicRange, Token } from './tokens.ts'
import { adverbs } from './words.ts'

const isNegation = (low: string): boolean => low === 'не' || low === 'ни'

/** The verbs of saying in a sentence that say something: not those of a question or a condition. */
export function cuesIn({ t: { all }, language }: SlavicReader, sentence: SlavicRange): Cue[] {
  const cues: Cue[] = []
  for (let at = sentence[0]; at < sentence[1]; at++) {
    const token = itemAt(all, at)
    const sense = token.kind === 'word' ? senseOf(token.low, language) : undefined
    if (!sense || isQuestionOrCondition(all, at, sentence)) continue
    let lead = at
    while (lead > sentence[0] && isLead(itemAt(all, lead - 1).low)) lead--
    const isNegated = all.slice(lead, at).some(({ low }) => isNegation(low))
    cues.push({ at, lead, sense, isNegated, sentence })
  }
  return cues
}

const isLead = (low: string): boolean =>
  isNegation(low) || (adverbs.has(low) && low !== 'того' && low !== 'этом')

/** "сказал бы", "сообщил ли", "если заявит", "якщо повідомить". */
function isQuestionOrCondition(all: readonly Token[], at: number, [first, last]: SlavicRange): boolean {
  const next = at + 1 < last ? itemAt(all, at + 1).low : ''
  const before = at > first ? itemAt(all, at - 1).low : ''
  if (/^(?:бы|б|би|ли|ль)$/.test(next) || /^(?:бы|б|би|чтобы|щоб|чи)$/.test(before)) return true
  for (let i = at - 1; i >= first && at - i < 15; i--) {
    const { low, kind } = itemAt(all, i)
    if (/^(?:если|якщо|якби|неясно|неизвестно|невідомо|незрозуміло)$/.test(low)) return true
    if (kind === 'dash' || kind === 'open' || kind === 'close') return false
    if (kind === 'comma' && !/^(?:если|якщо|якби|что|що|чи)$/.test(itemAt(all, i + 1).low)) return false
  }
  return false
}

/** The begin of a verb's clause: behind a mark, or behind the word that joins it to another. */
export function clauseBegin(all: readonly Token[], at: number, [first]: SlavicRange): number {
  const { depth } = itemAt(all, at)
  for (let i = at - 1; i >= first; i--) {
    const token = itemAt(all, i)
    if (token.kind === 'close') {
      if (token.mate >= first && i - token.mate <= 8) {
        i = token.mate
        continue
      }
      return i + 1
    }
    if (token.depth < depth || /^(?:open|comma|dash|colon|stop)$/.test(token.kind)) {
      if (token.kind === 'stop' && /^\p{Lu}$/u.test(all[i - 1]?.text ?? '')) continue
      return i + 1
    }
    if (token.text === ';') return i + 1
  }
  return first
}

/** The farthest end of a range of words that begins here: the next mark on its own level of quotation. */
export function phraseLimit(all: readonly Token[], from: number, last: number): number {
  for (let at = from; at < last; at++) {
    const token = itemAt(all, at)
    if (token.kind === 'open') {
      if (token.mate - at > 8) return at
      at = Math.min(token.mate, last - 1)
      continue
    }
    if (token.kind === 'stop' && /^\p{Lu}$/u.test(all[at - 1]?.text ?? '') && at + 1 < last) continue
    if (/^(?:comma|dash|colon|stop|close)$/.test(token.kind) || token.text === ';') return at
  }
  return last
}
