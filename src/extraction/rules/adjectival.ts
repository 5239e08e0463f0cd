import { clauseEnd, objectEnd } from '../grammar/content.ts'
import { type TokenRange, verbGroup } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import { adjectiveCues } from '../lexicon/cue-adjectives.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'

/** "is confident that …", "was critical of …", "are eager to …". */
export function adjectival(t: Tokens, u: number): AttributionDraft[] {
  const unit = t.unitAt(u)
  const found: AttributionDraft[] = []
  for (let i = unit.first + 1; i < unit.last - 2; i++) {
    if (t.pos[i] !== 'ADJ' && t.pos[i] !== 'VERB') continue
    const cue = adjectiveCues.get(t.lowAt(i))
    if (!cue || t.isQuoted(i)) continue
    const group = verbGroup(t, i, unit.first)
    if (group.first === i || group.infinitive || !(group.passive || group.progressive)) continue
    const next = t.lowAt(i + 1)
    const source = subjectBefore(t, group.first, unit.first)
    if (!source || /^(it|that|this|there)$/.test(t.lowAt(source[0]))) continue
    let content: TokenRange | undefined
    let end = i + 1
    if (next === 'that' && cue.clause) content = [i + 1, clauseEnd(t, i + 1, unit.last)]
    else if (next === 'to' && cue.infinitive && t.pos[i + 2] === 'VERB')
      content = [i + 1, objectEnd(t, i + 1, unit.last)]
    else if (cue.prepositions.has(next)) {
      end = i + 2
      content = [end, objectEnd(t, end, unit.last)]
    } else if (cue.clause && t.pos[i + 1] === 'PRON' && (t.pos[i + 2] === 'AUX' || t.pos[i + 2] === 'VERB')) {
      content = [i + 1, clauseEnd(t, i + 1, unit.last)]
    }
    if (content)
      found.push({
        source,
        cue: [group.first, end],
        content: [content],
        frame: 'adjective',
        meaning: cue,
        group: { ...group, passive: false },
        sure: false,
      })
  }
  return found
}
