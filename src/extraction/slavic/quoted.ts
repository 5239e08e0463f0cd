import { itemAt } from '../../values/item-at.ts'
import { phraseLimit } from './cues.ts'
import type { Cue, SlavicDraft, SlavicReader } from './draft.ts'
import { speakerAfter, speakerBefore } from './sources.ts'
import type { SlavicRange, Token } from './tokens.ts'
import { adverbs, prepositions } from './words.ts'

/** A quotation of fewer words is more often a name. */
const FEWEST_WORDS_QUOTED = 2

/** «…», — сказал X; «…, — сказал X. — …»; "…", - said in a dialogue; X сказал: «…». */
export function slavicQuote(reader: SlavicReader, cue: Cue): SlavicDraft | undefined {
  const meaning = cue.sense.takes.get('quote')
  if (!meaning) return undefined
  const found = speakerBehindQuote(reader, cue) ?? withinQuote(reader, cue) ?? quoteAfterColonOf(reader, cue)
  if (!found) return undefined
  return {
    ...found,
    cue: [cue.lead, cue.at + 1],
    meaning,
    frame: 'quote',
    isNegated: cue.isNegated,
    sure: found.source !== undefined,
  }
}

type QuotedDraft = Pick<SlavicDraft, 'source' | 'content'>

/** The begin of the words that lead from a quotation to its verb: "— так он", "— при этом". */
function leadToVerb(all: readonly Token[], { lead, sentence }: Cue): number {
  let at = lead
  while (at > sentence[0] && lead - at < 5) {
    const { kind, low } = itemAt(all, at - 1)
    if (
      kind !== 'word' ||
      !(adverbs.has(low) || /^(?:он|она|они|він|вона|вони|как|як|об|этом|про|це)$/.test(low))
    )
      break
    at--
  }
  return at
}

function speakerBehindQuote(reader: SlavicReader, cue: Cue): QuotedDraft | undefined {
  const { all } = reader.t
  let at = leadToVerb(all, cue) - 1
  const isDashed = all[at]?.kind === 'dash'
  if (isDashed) at--
  const isMarked = isDashed || all[at]?.kind === 'comma'
  if (all[at]?.kind === 'comma') at--
  const close = all[at]
  if (!isMarked || close?.kind !== 'close' || close.mate < cue.sentence[0]) return undefined
  if (isPartOfSentence(all, close.mate, cue)) return undefined
  const inner: SlavicRange = withoutOuterMarks(all, [close.mate + 1, at])
  if (slavicWordsIn(all, inner) < FEWEST_WORDS_QUOTED && !isDashed) return undefined
  const source = speakerAfter(reader, cue, cue.sentence[1], { loose: true }) ?? speakerBefore(reader, cue)
  return { source, content: [inner, ...quoteBehindSpeaker(all, cue)] }
}

/** A name or a few words in marks within a sentence that stands without them. */
const isPartOfSentence = (all: readonly Token[], open: number, { sentence }: Cue): boolean =>
  open > sentence[0] && !/^(?:colon|stop|dash|open)$/.test(itemAt(all, open - 1).kind)

/** «…», — сказал X. — «…»: a quotation that goes on behind its speaker. */
function quoteBehindSpeaker(all: readonly Token[], { at, sentence: [, last] }: Cue): SlavicRange[] {
  let next = phraseLimit(all, at + 1, Math.min(last + 2, all.length))
  while (next < last + 1 && /^(?:comma|stop|dash|colon)$/.test(all[next]?.kind ?? '')) next++
  const open = all[next]
  if (open?.kind !== 'open' || !/^(?:dash|colon)$/.test(all[next - 1]?.kind ?? '')) return []
  const inner: SlavicRange = withoutOuterMarks(all, [next + 1, open.mate])
  return slavicWordsIn(all, inner) >= FEWEST_WORDS_QUOTED ? [inner] : []
}

/** The speaker stands within the marks, or within a line of dialogue, between dashes. */
function withinQuote(reader: SlavicReader, cue: Cue): QuotedDraft | undefined {
  const { all } = reader.t
  const lead = leadToVerb(all, cue)
  if (all[lead - 1]?.kind !== 'dash' || !/^(?:comma|stop)$/.test(all[lead - 2]?.kind ?? '')) return undefined
  const around = quoteAround(all, cue) ?? dialogueAround(reader, cue)
  if (!around || lead - 2 <= around[0]) return undefined
  const isStop = all[lead - 2]?.kind === 'stop'
  const before: SlavicRange = [around[0], isStop ? lead - 1 : lead - 2]
  const limit = phraseLimit(all, cue.at + 1, around[1])
  const source = speakerAfter(reader, cue, limit, { loose: true }) ?? speakerBefore(reader, cue)
  const after = behindSpeaker(all, limit, around[1])
  return { source, content: after ? [before, after] : [before] }
}

function quoteAround(all: readonly Token[], { at, sentence }: Cue): SlavicRange | undefined {
  for (let i = at - 1; i >= sentence[0]; i--) {
    const token = itemAt(all, i)
    if (token.kind === 'open' && token.mate > at) return [i + 1, Math.min(token.mate, all.length)]
  }
  return undefined
}

function dialogueAround({ t: { all, paragraphs } }: SlavicReader, { at }: Cue): SlavicRange | undefined {
  const found = paragraphs.find(([begin, end]) => begin <= at && at < end)
  return found && all[found[0]]?.kind === 'dash' ? [found[0] + 1, found[1]] : undefined
}

/** The rest of a quotation behind the speaker, after a mark and a dash. */
function behindSpeaker(all: readonly Token[], from: number, last: number): SlavicRange | undefined {
  for (let at = from; at < last - 1; at++) {
    const { kind } = itemAt(all, at)
    if (kind === 'dash' && /^(?:comma|stop|colon)$/.test(all[at - 1]?.kind ?? ''))
      return withoutOuterMarks(all, [at + 1, last])
    if (kind === 'stop' && all[at + 1]?.kind !== 'dash') return undefined
  }
  return undefined
}

/** X сказал: «…»; X подчеркнул: мы не уйдём. */
function quoteAfterColonOf(reader: SlavicReader, cue: Cue): QuotedDraft | undefined {
  const { all } = reader.t
  let colon = phraseLimit(all, cue.at + 1, cue.sentence[1])
  if (all[colon]?.kind === 'comma') colon = phraseLimit(all, colon + 1, cue.sentence[1])
  if (all[colon]?.kind !== 'colon' || colon + 1 >= cue.sentence[1]) return undefined
  const source = speakerBefore(reader, cue) ?? speakerAfter(reader, cue, colon)
  const open = itemAt(all, colon + 1)
  // "сообщил об ударе: видео", "жаловались на обстрел: двое раненых": the colon leads on from what was said.
  const isTold = all.slice(cue.at + 1, colon).some(({ low }) => prepositions.has(low))
  if (open.kind !== 'open' && isTold) return undefined
  if (open.kind !== 'open')
    return source && { source, content: [withoutOuterMarks(all, [colon + 1, cue.sentence[1]])] }
  const inner: SlavicRange = withoutOuterMarks(all, [colon + 2, open.mate])
  return inner[1] > inner[0] ? { source, content: [inner] } : undefined
}

/** The range without the comma or the point that belongs to the sentence around it. */
export function withoutOuterMarks(all: readonly Token[], [first, last]: SlavicRange): SlavicRange {
  let [begin, end] = [first, Math.min(last, all.length)]
  while (end > begin && /^(?:comma|dash|colon)$/.test(itemAt(all, end - 1).kind)) end--
  if (end > begin && itemAt(all, end - 1).text === '.') end--
  while (begin < end && /^(?:comma|dash|colon|stop)$/.test(itemAt(all, begin).kind)) begin++
  return [begin, end]
}

export const slavicWordsIn = (all: readonly Token[], [first, last]: SlavicRange): number =>
  all.slice(first, last).filter(({ kind }) => kind === 'word').length
