import { itemAt } from '../../values/item-at.ts'
import type { Attribution } from '../attribution.ts'
import { enclosing, overlaps } from '../rules/enclosing.ts'
import type { Mode } from '../rules/extract.ts'
import { according } from './according.ts'
import { bareContent } from './bare.ts'
import { slavicClause } from './clause.ts'
import { cuesIn } from './cues.ts'
import type { Cue, SlavicDraft, SlavicReader } from './draft.ts'
import { behindDash, headlineBeforeColon } from './headline.ts'
import { judgeSlavic } from './judgement.ts'
import type { Slavic } from './lexicon.ts'
import { slavicObject } from './object.ts'
import { slavicQuote } from './quoted.ts'
import { responsibility } from './responsibility.ts'
import { readSlavicTokens, type SlavicRange, spanOf } from './tokens.ts'
import { isNobodyAtAll } from './words.ts'

/** Reads who is said to say what in a text in Russian or Ukrainian, as `extract` does for English. */
export function extractSlavic(text: string, language: Slavic, { mode }: { mode?: Mode } = {}): Attribution[] {
  const reader: SlavicReader = { t: readSlavicTokens(text), language }
  const drafts: SlavicDraft[] = []
  for (const sentence of reader.t.sentences)
    for (const draft of draftsInSentence(reader, sentence))
      if ((mode !== 'precise' || draft.sure) && hasContent(draft) && !isSaidByNobody(reader, draft))
        drafts.push(draft)
  return slavicAttributions(reader, drafts)
}

function draftsInSentence(reader: SlavicReader, sentence: SlavicRange): SlavicDraft[] {
  const outer = behindDash(reader, sentence)
  const found = draftsWithin(reader, outer ? [sentence[0], outer.cue[0]] : sentence)
  const headline = outer ?? (found.length === 0 ? headlineBeforeColon(reader, sentence) : undefined)
  return (headline ? [...found, headline] : found).sort((a, b) => a.cue[0] - b.cue[0])
}

function draftsWithin(reader: SlavicReader, sentence: SlavicRange): SlavicDraft[] {
  const found: SlavicDraft[] = [...according(reader, sentence), ...responsibility(reader, sentence)]
  const asks = isQuestion(reader, sentence)
  for (const cue of cuesIn(reader, sentence)) {
    const draft = slavicQuote(reader, cue) ?? (asks ? undefined : reportedSlavic(reader, cue))
    if (draft && !found.some((one) => overlaps(one.cue, draft.cue)))
      found.push(draft.source ? draft : { ...draft, source: sameSpeaker(cue, found) })
  }
  return found.filter((draft) => draft.source || isUnnamed(reader, draft))
}

const reportedSlavic = (reader: SlavicReader, cue: Cue): SlavicDraft | undefined =>
  slavicClause(reader, cue) ?? bareContent(reader, cue) ?? slavicObject(reader, cue)

/** "…, отметив, что …", "… и добавил, что …": whoever spoke before in the sentence. */
function sameSpeaker({ sense, lead }: Cue, found: readonly SlavicDraft[]): SlavicRange | undefined {
  if (sense.form.kind === 'passive') return undefined
  return found.findLast((draft) => draft.source && draft.cue[0] < lead && !isWithinContent(draft, lead))
    ?.source
}

const isWithinContent = ({ content }: SlavicDraft, at: number): boolean =>
  content.some(([first, last]) => first <= at && at < last)

/** Whether nobody is named though the words are said: a passive, "говорят, что", "Добавил, что". */
function isUnnamed({ t: { all } }: SlavicReader, { frame, cue }: SlavicDraft): boolean {
  return frame === 'clause' || frame === 'quote' || /с[яь]$/.test(itemAt(all, cue[1] - 1).low)
}

function isQuestion({ t: { all } }: SlavicReader, [first, last]: SlavicRange): boolean {
  const end = itemAt(all, last - 1)
  return end.text === '?' && end.depth === 0 && !all.slice(first, last).some(({ kind }) => kind === 'open')
}

const hasContent = ({ content }: SlavicDraft): boolean => content.some(([first, last]) => last > first)

const isSaidByNobody = ({ t }: SlavicReader, { source }: SlavicDraft): boolean =>
  source !== undefined &&
  isNobodyAtAll(
    t.all
      .slice(...source)
      .map(({ low }) => low)
      .join(' '),
  )

/** Offsets, meaning, and for each attribution the one whose content it stands in. */
function slavicAttributions(reader: SlavicReader, drafts: readonly SlavicDraft[]): Attribution[] {
  return drafts.map((draft, index) => {
    const via = enclosing(drafts, index)
    return {
      source: draft.source ? [spanOf(reader.t, draft.source)] : [],
      cue: [spanOf(reader.t, draft.cue)],
      content: draft.content.filter(([first, last]) => last > first).map((range) => spanOf(reader.t, range)),
      ...judgeSlavic(reader, draft),
      ...(via === undefined ? {} : { via }),
    }
  })
}
