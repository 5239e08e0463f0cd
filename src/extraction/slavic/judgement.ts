import { itemAt } from '../../values/item-at.ts'
import type { Certainty, QuoteType, SpeechAct, Stance } from '../../values/vocabulary.ts'
import type { SlavicDraft, SlavicReader } from './draft.ts'
import type { Token } from './tokens.ts'

interface Judgement {
  readonly act: SpeechAct
  readonly stance: Stance
  readonly certainty: Certainty
  readonly quoteType: QuoteType
}

/** Judges a draft by its cue, its negation and what is said. */
export function judgeSlavic(reader: SlavicReader, draft: SlavicDraft): Judgement {
  const { all } = reader.t
  let { stance, certainty } = draft.meaning
  let act: SpeechAct = draft.meaning.act === 'ASK' ? 'OTHER' : draft.meaning.act
  const verb = itemAt(all, draft.cue[1] - 1).low
  if (act === 'STATE' && stance === 'AFFIRMS' && deniesOwnDeedIn(all, draft))
    [act, stance] = ['DENY', 'DENIES']
  if (draft.isNegated) [act, stance, certainty] = negatedMeaning(verb, { act, stance, certainty })
  if (act === 'DENY' && isOfInvolvementIn(all, draft)) act = 'DENY_RESPONSIBILITY'
  if (draft.isDistant) certainty = 'POSSIBLE'
  return { act, stance, certainty, quoteType: slavicQuoteType(all, draft) }
}

/**
 * "не считает" denies; "не сообщил" leaves it open, and so does "не отрицает": whoever does not deny has not said that it
 * is so. But "не исключил" holds it possible, and "не сомневается" is sure.
 */
function negatedMeaning(
  verb: string,
  { act, stance, certainty }: Omit<Judgement, 'quoteType'>,
): [SpeechAct, Stance, Certainty] {
  if (/^(?:исключ|виключ)/.test(verb)) return ['STATE', 'AFFIRMS', 'POSSIBLE']
  if (act === 'DOUBT') return ['BELIEVE', 'AFFIRMS', 'PROBABLE']
  if (stance !== 'AFFIRMS') return [act, 'UNCOMMITTED', certainty]
  const isDenied = act === 'BELIEVE' || act === 'SUPPORT' || act === 'INTEND'
  return [act, isDenied ? 'DENIES' : 'UNCOMMITTED', certainty]
}

/** "заявил, что не стрелял", "заявили, що вони не били"; "заявил о непричастности". */
function deniesOwnDeedIn(all: readonly Token[], { frame, content }: SlavicDraft): boolean {
  const [first, last] = itemAt(content, 0)
  const [one, two, three] = [0, 1, 2].map((by) => (first + by < last ? itemAt(all, first + by).low : ''))
  if (frame === 'object')
    return (
      /^непричастн|^непричетн|^невиновн|^невинуват/.test(two ?? '') ||
      /^непричастн|^непричетн|^невиновн|^невинуват/.test(three ?? '')
    )
  if (frame !== 'clause' && frame !== 'according') return false
  const isSame = /^(?:он|она|они|оно|мы|я|він|вона|вони|воно|ми|никогда|ніколи)$/.test(one ?? '')
  return (
    one === 'не' ||
    (isSame && two === 'не') ||
    (isSame && /^(?:никогда|ніколи)$/.test(two ?? '') && three === 'не')
  )
}

/** "отверг причастность". */
const isOfInvolvementIn = (all: readonly Token[], { content: [range] }: SlavicDraft): boolean =>
  range !== undefined &&
  all
    .slice(range[0], Math.min(range[1], range[0] + 4))
    .some(({ low }) =>
      /^(?:не)?(?:причастн|причетн|ответственност|відповідальн|вин[уыаи]$|виновност|винуват|винност|соучасти|співучаст)/.test(
        low,
      ),
    )

function slavicQuoteType(all: readonly Token[], { content }: SlavicDraft): QuoteType {
  let [inside, outside] = [0, 0]
  for (const [first, last] of content)
    for (let at = first; at < last; at++) {
      const token = itemAt(all, at)
      if (token.kind === 'word') token.depth > 0 ? inside++ : outside++
    }
  if (inside === 0) return content.some(([first]) => all[first - 1]?.kind === 'dash') ? 'DIRECT' : 'INDIRECT'
  return outside === 0 ? 'DIRECT' : 'MIXED'
}
