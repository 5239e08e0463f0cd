import type { Certainty, SpeechAct } from '../../values/vocabulary.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { type AttributionDraft, framesOfClauses } from './draft.ts'
import { type MainClause, mainClauses } from './main-clause.ts'

/** How sure somebody is of what the content says: the weaker of what the cue tells and what the content does. */
export function contentCertainty(
  t: Tokens,
  d: AttributionDraft,
  act: SpeechAct,
  ofCue: Certainty,
): Certainty {
  if (ofCue === 'POSSIBLE' || !actsThatTell.has(act) || !framesOfClauses.has(d.frame)) return ofCue
  const [clause] = mainClauses(t, d)
  if (!clause) return ofCue
  if (isOnlyPossible(t, clause)) return 'POSSIBLE'
  return probably.test(clause.words) ? 'PROBABLE' : ofCue
}

/** Acts that tell what may be so or not. A promise or a demand is none the less one for its *may*. */
const actsThatTell = new Set<SpeechAct>(['STATE', 'BELIEVE', 'PREDICT', 'CONFIRM', 'ACCUSE', 'INTEND'])

/** "may rain", "could have rained", "perhaps"; not "could see", which is what somebody did. */
function isOnlyPossible(t: Tokens, { auxiliaries, isNegated, head, words }: MainClause): boolean {
  if (/\b(?:perhaps|maybe|possibly|conceivably)\b/.test(words)) return true
  if (auxiliaries.some((w) => /^(?:may|might)$/.test(w))) return true
  return (
    auxiliaries.includes('could') &&
    !isNegated &&
    !/^(?:see|hear|feel|smell|understand|tell|say|find|afford)$/.test(t.lowAt(head))
  )
}

const probably =
  /\b(?:probably|likely|unlikely|presumably|apparently|expects? (?:[\w'-]+ ){1,6}to|(?:is|are|was|were|'s) (?:\w+ )?(?:believed|thought|expected|assumed|presumed) to|(?:i|we) (?:do n't |do not )?(?:think|believe|suspect|suppose|guess)|appears? to|seems? to)\b/
