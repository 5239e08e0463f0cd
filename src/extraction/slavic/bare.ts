import { countWhile } from '../../text/in-order.ts'
import { itemAt } from '../../values/item-at.ts'
import { clauseBegin, phraseLimit } from './cues.ts'
import type { Cue, SlavicDraft, SlavicReader } from './draft.ts'
import { speakerIn } from './phrase.ts'
import { slavicWordsIn, withoutOuterMarks } from './quoted.ts'
import { speakerAfter, speakerBefore } from './sources.ts'
import type { SlavicRange, Token } from './tokens.ts'
import { adverbs, conjunctions, isPersonWord, slavicJoiners, slavicRelatives } from './words.ts'

const FEWEST_WORDS_BARE = 2

/** Город цел, сообщил мэр; город цел — сообщили в штабе; как сообщает X, …; об этом сообщил X. */
export function bareContent(reader: SlavicReader, cue: Cue): SlavicDraft | undefined {
  const meaning = cue.sense.takes.get('quote')
  if (!meaning || cue.isNegated || cue.sense.form.kind === 'gerund') return undefined
  const found =
    saidInSentenceBefore(reader, cue) ??
    asideAsSaid(reader, cue) ??
    behindSentence(reader, cue) ??
    frontedTopic(reader, cue)
  if (!found || found.content.every((range) => slavicWordsIn(reader.t.all, range) < FEWEST_WORDS_BARE))
    return undefined
  return { ...found, cue: [cue.lead, cue.at + 1], meaning, sure: found.frame !== 'before' }
}

type BareDraft = Pick<SlavicDraft, 'source' | 'content' | 'frame'>

/** "Об этом сообщил мэр": what the sentence before says. */
function saidInSentenceBefore({ t, language }: SlavicReader, cue: Cue): BareDraft | undefined {
  const { all } = t
  const [first, last] = cue.sentence
  const lead = all
    .slice(first, cue.lead)
    .map(({ low }) => low)
    .join(' ')
  const isTold = /^(?:(?:об этом|о чем|про це|про що|це|это)(?: |$))/.test(lead)
  if (!isTold || cue.at - first > 14) return undefined
  const source =
    speakerAfter({ t, language }, cue, last) ??
    speakerIn(all, [first + (/^(?:це|это)/.test(lead) ? 1 : 2), cue.lead], cue.sense.form)
  const before = sentenceBefore({ t, language }, first)
  return source && before && { source, content: [before], frame: 'before' }
}

function sentenceBefore({ t: { all, sentences } }: SlavicReader, first: number): SlavicRange | undefined {
  const before = sentences[countWhile(sentences, ([begin]) => begin < first) - 1]
  return before && withoutOuterMarks(all, before)
}

/** "Как сообщает агентство, …"; "…, как сообщил мэр, …". */
function asideAsSaid(reader: SlavicReader, cue: Cue): BareDraft | undefined {
  const { all } = reader.t
  const [first, last] = cue.sentence
  const begin = clauseBegin(all, cue.at, cue.sentence)
  if (!/^(?:как|як)$/.test(itemAt(all, begin).low)) return undefined
  const end = phraseLimit(all, cue.at + 1, last)
  const isPassive = cue.sense.form.kind === 'passive' || cue.sense.form.gender === 'n'
  const source =
    speakerAfter(reader, cue, end, { loose: true }) ?? speakerIn(all, [begin + 1, cue.lead], cue.sense.form)
  if (!source && !isPassive) return undefined
  const before = withoutLeadingWord(all, withoutOuterMarks(all, [first, Math.max(begin - 1, first)]))
  const after: SlavicRange =
    all[end]?.kind === 'comma' ? withoutOuterMarks(all, [end + 1, last]) : [last, last]
  const content = [before, after].filter((range) => slavicWordsIn(all, range) > 0)
  return content.length > 0 ? { source, content, frame: 'bare' } : undefined
}

/** "…, сообщил мэр.", "… — пишет агентство." */
function behindSentence(reader: SlavicReader, cue: Cue): BareDraft | undefined {
  const { all } = reader.t
  const [first, last] = cue.sentence
  let at = cue.lead - 1
  while (at > first && /^(?:об|этом|про|це|как|як|он|она|він|вона)$/.test(itemAt(all, at).low)) at--
  if (!/^(?:comma|dash)$/.test(all[at]?.kind ?? '') || at <= first) return undefined
  const isPassive = cue.sense.form.kind === 'passive'
  const source =
    speakerAfter(reader, cue, last) ?? (at < cue.lead - 1 ? speakerBefore(reader, cue) : undefined)
  if (!source && !isPassive) return undefined
  const content = [
    withoutLeadingWord(all, withoutOuterMarks(all, [first, at])),
    goingOn(all, phraseLimit(all, cue.at + 1, last), last),
  ]
  return { source, content: content.filter((range) => slavicWordsIn(all, range) > 0), frame: 'bare' }
}

/** "Потерей, считает издание, могла бы стать …": a sentence goes on behind whoever it is ascribed to. */
function goingOn(all: readonly Token[], end: number, last: number): SlavicRange {
  const next = all[end + 1]
  const isOwn = all[end]?.kind === 'comma' && end + 1 < last && next?.kind === 'word' && !isAnother(next.low)
  return isOwn ? withoutOuterMarks(all, [end + 1, last]) : [last, last]
}

/** Whether a word begins another clause, or says more of the speaker. */
const isAnother = (low: string): boolean =>
  conjunctions.has(low) ||
  slavicJoiners.has(low) ||
  slavicRelatives.has(low) ||
  /^(?:котор|при|как$|як$|ссылаясь|посилаючись|передает|передає|со$|із$|з$|по$|за$)/.test(low) ||
  /(?:в|вши|вшись|ая|яя|ючи|ячи|учи|ясь)$/.test(low) ||
  isPersonWord(low)

/** The range without a word that only leads on from the sentence before, and without "О том, что". */
function withoutLeadingWord(all: readonly Token[], [first, last]: SlavicRange): SlavicRange {
  const lows = all.slice(first, first + 4).map(({ low }) => low)
  if (/^(?:о|про) (?:том|те) , (?:что|що)$/.test(lows.join(' '))) return [first + 4, last]
  const isOpening = conjunctions.has(lows[0] as string) || adverbs.has(lows[0] as string)
  return isOpening && last - first === 1 ? [last, last] : [first, last]
}

/** "О гибели двух человек сообщил мэр." */
function frontedTopic(reader: SlavicReader, cue: Cue): BareDraft | undefined {
  const { all } = reader.t
  const begin = clauseBegin(all, cue.lead, cue.sentence)
  if (
    begin !== cue.sentence[0] ||
    !/^(?:о|об|про)$/.test(itemAt(all, begin).low) ||
    !cue.sense.takes.has('about')
  )
    return undefined
  const source = speakerAfter(reader, cue, cue.sentence[1])
  return (
    source && {
      source,
      content: [withoutLeadingWord(all, withoutOuterMarks(all, [begin, cue.lead]))],
      frame: 'bare',
    }
  )
}
