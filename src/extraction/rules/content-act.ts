import { itemAt } from '../../values/item-at.ts'
import type { SpeechAct } from '../../values/vocabulary.ts'
import * as said from '../lexicon/act-words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { type AttributionDraft, framesOfClauses } from './draft.ts'
import { lowWordsOf, type MainClause, mainClauses } from './main-clause.ts'
import { type WhoseDeed, whoseDeed } from './whose-deed.ts'

/**
 * The act that the content tells where the verb does not: "said that all sides must withdraw" demands, "said he would
 * rebuild it" promises. Undefined where it is no more than a statement.
 */
export function contentAct(t: Tokens, d: AttributionDraft): SpeechAct | undefined {
  const cue = d.group ? t.lowAt(d.group.head) : ''
  if (d.frame === 'object') return actOnObject(cue, lowWordsOf(t, d.cue[0], itemAt(d.content, 0)[1]))
  if (!framesOfClauses.has(d.frame)) return undefined
  for (const clause of mainClauses(t, d)) {
    const deed: Deed = { ...clause, cue, verb: t.lowAt(clause.head), ...whoseDeed(t, d, clause) }
    const act = rules.find(([, holds]) => holds(deed))?.[0]
    if (act) return act
  }
  return /^alleg/.test(cue) ? 'ACCUSE' : undefined
}

/**
 * The act of calling, claiming or warning, by the words that follow: "called it a lie" denies, "warned of rain" predicts.
 */
function actOnObject(cue: string, words: string): SpeechAct | undefined {
  if (/^(?:call|describ|characteri[sz]|brand|label|dubb|portray)/.test(cue)) {
    if (said.untrue.test(words)) return 'DENY'
    if (said.bad.test(words)) return 'CONDEMN'
    return said.good.test(words) ? 'SUPPORT' : undefined
  }
  if (/^claim/.test(cue)) return said.claimedDeed.test(words) ? 'CLAIM_RESPONSIBILITY' : undefined
  if (!/^warn/.test(cue)) return undefined
  if (/ against /.test(words)) return 'DEMAND'
  return / of /.test(words) ? 'PREDICT' : undefined
}

interface Deed extends MainClause, WhoseDeed {
  readonly cue: string
  readonly verb: string
}

/** The first that holds tells. */
const rules: readonly (readonly [SpeechAct, (deed: Deed) => boolean])[] = [
  ['DECLINE_COMMENT', ({ words }) => said.declines.test(words)],
  ['DENY_RESPONSIBILITY', ({ words }) => said.uninvolved.test(words)],
  ['DENY', ({ words }) => said.untrueClause.test(words) || isAbsent(words)],
  ['CONFIRM', ({ words, by }) => said.confirms.test(words) || (by === 'self' && said.verified.test(words))],
  ['CLAIM_RESPONSIBILITY', ({ words, by }) => by === 'self' && said.ownsUp.test(words)],
  ['THREATEN', (deed) => threatens(deed)],
  ['DEMAND', (deed) => isDemand(deed)],
  ['FEEL', (deed) => feels(deed)],
  ['SUPPORT', (deed) => supports(deed)],
  ['ACCUSE', (deed) => accuses(deed)],
  ['CONDEMN', (deed) => condemns(deed)],
  ['BELIEVE', ({ words }) => said.tellsBelief.test(words)],
  ['PROMISE', (deed) => promises(deed)],
  ['INTEND', (deed) => isIntent(deed)],
  ['PREDICT', (deed) => predicts(deed)],
]

const isAbsent = (words: string) => said.absent.test(words) && !said.noDenial.test(words)

/** "reserves the right to respond", "will pay a heavy price"; whoever warns of what itself will do. */
const threatens = ({ words, auxiliaries, cue, by }: Deed) =>
  said.reservesRight.test(words) ||
  (auxiliaries.some((w) => futureAuxiliary.test(w)) &&
    (said.menace.test(words) || (/^warn/.test(cue) && by === 'self' && !/ have to /.test(words))))

const futureAuxiliary = /^(?:will|would|shall|'ll|'d|wo)$/

/** "must withdraw", "should go", "let us wait", "expects an apology"; not "must have been". */
const isDemand = ({ words, auxiliaries, by, verb, isNegated }: Deed) =>
  said.asksOf.test(words) ||
  (by === 'other' &&
    auxiliaries.some((w) => /^(?:must|should|ought)$/.test(w)) &&
    !auxiliaries.includes('have') &&
    !(isNegated && /^(?:surprise|come)$/.test(verb)))

const feels = ({ words, by }: Deed) =>
  (said.tellsFeeling.test(words) && !(by === 'other' && /^(?:they|he|she|it)\b/.test(words))) ||
  (by !== 'other' && said.feelingOfSelf.test(words))

/** "stands behind her", "has full confidence in", "we thank the firemen". */
const supports = ({ words, verb, by, isNegated }: Deed) =>
  !isNegated && (said.sidesWith.test(words) || (by !== 'other' && said.thanks.test(verb)))

/** That somebody else did wrong. */
function accuses({ words, by, verb, auxiliaries, isNegated, isNamed }: Deed): boolean {
  if (isNegated) return false
  if (said.holdsResponsible.test(words) || (said.putsBlame.test(words) && by !== 'self')) return true
  if (
    by !== 'other' ||
    auxiliaries.some((w) => futureAuxiliary.test(w) || /^(?:could|may|might|can)$/.test(w))
  )
    return false
  const isPassive = auxiliaries.some((w) => /^(?:is|are|was|were|been|being|be|'s)$/.test(w))
  if (isPassive && !verb.endsWith('ing')) return said.suffered.test(verb)
  return said.wrongs.test(verb) || (said.attacks.test(verb) && (isNamed || /^(?:they|you)\b/.test(words)))
}

/** "This was piracy", "it came too late": a judgement of what is not in question. */
const condemns = ({ words, by }: Deed) =>
  by !== 'self' &&
  (/\btoo late\b/.test(words) ||
    (/^(?:it|this|that|they|he|she|what|the|these|those)\b.{0,60}? (?:is|was|are|were|'s|been) /.test(
      words,
    ) &&
      said.bad.test(words)))

/** "we will rebuild it", "nobody will be left behind". */
const promises = (deed: Deed) =>
  isFuture(deed) &&
  !/^warn/.test(deed.cue) &&
  ((deed.by !== 'other' && said.favours.test(deed.words)) ||
    (deed.isOfficial && /^(?:not one|not a single|no one|nobody)\b/.test(deed.words)))

const isIntent = (deed: Deed) =>
  deed.by !== 'other' && !/^warn/.test(deed.cue) && (isFuture(deed) || said.tellsIntent.test(deed.words))

const isFuture = ({ auxiliaries, words }: Deed) =>
  auxiliaries.some((w) => futureAuxiliary.test(w)) ||
  /^(?:\w+ ){1,4}?(?:is|are|am|was|were|'m|'re|'s) going to\b/.test(words)

/** "will rain", "is likely to rain", "could rise"; "could hear" and "may have rained" tell of what was. */
function predicts({ words, auxiliaries, by, verb, isNegated, isOfficial, cue }: Deed): boolean {
  if (said.foretells.test(words)) return true
  if (auxiliaries.includes('have') && verb !== 'to') return false
  if (auxiliaries.some((w) => futureAuxiliary.test(w))) {
    // Of what an office announces, nobody can tell whether it is up to it.
    const isHedged = /^warn/.test(cue) || /\b(?:probably|likely|perhaps)\b/.test(words)
    return isHedged || (!isOfficial && !/^announc/.test(cue))
  }
  const isPossible = auxiliaries.some((w) => /^(?:could|may|might)$/.test(w))
  return isPossible && by !== 'self' && !isNegated && !/^(?:be|need|see|hear|feel|smell|say|tell)$/.test(verb)
}
