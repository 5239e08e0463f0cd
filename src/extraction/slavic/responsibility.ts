import { itemAt } from '../../values/item-at.ts'
import { contentEnd } from './clause.ts'
import { clauseBegin } from './cues.ts'
import type { SlavicDraft, SlavicReader } from './draft.ts'
import { speakerIn } from './phrase.ts'
import type { SlavicRange, Token } from './tokens.ts'

const takes = /^(?:взял[аио]?|взяв|взяла|взяли|берет|берут|бере|беруть|взяло)$/
const claimsResponsibility = { act: 'CLAIM_RESPONSIBILITY', stance: 'AFFIRMS', certainty: 'CERTAIN' } as const
/** "взял на себя ответственность" has no more words between its first and its last. */
const LONGEST_GAP = 6

/** X взял на себя ответственность за …; X взяли на себе відповідальність за …. */
export function responsibility(reader: SlavicReader, sentence: SlavicRange): SlavicDraft[] {
  const { all } = reader.t
  const drafts: SlavicDraft[] = []
  for (let at = sentence[0]; at < sentence[1]; at++) {
    if (!takes.test(itemAt(all, at).low)) continue
    const noun = nounBehind(all, at, sentence[1])
    if (noun === undefined || all[noun + 1]?.low !== 'за' || noun + 2 >= sentence[1]) continue
    const isNegated = /^(?:не|ни)$/.test(all[at - 1]?.low ?? '')
    const begin = clauseBegin(all, at, sentence)
    const source = speakerIn(all, [begin, isNegated ? at - 1 : at], {
      number: /и$/.test(itemAt(all, at).low) ? 'many' : 'one',
    })
    const content: SlavicRange = [noun + 2, contentEnd(reader, noun + 2, { sentence })]
    if (source)
      drafts.push({
        source,
        cue: [isNegated ? at - 1 : at, noun + 1],
        content: [content],
        meaning: claimsResponsibility,
        frame: 'object',
        isNegated,
        sure: true,
      })
  }
  return drafts
}

function nounBehind(all: readonly Token[], at: number, last: number): number | undefined {
  for (let i = at + 1; i < Math.min(at + LONGEST_GAP, last); i++)
    if (/^(?:ответственность|відповідальність)$/.test(itemAt(all, i).low)) return i
  return undefined
}
