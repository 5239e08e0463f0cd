import { type SaidWord, saidWordAt } from './said-word.ts'
import { isPluralSubject } from './tense.ts'
import { isPast, pastOfPerfect } from './verbs.ts'

const FEWEST_SENTENCE_WORDS = 3
/** The length beyond which a sentence says more than one thing. */
const MOST_SENTENCE_WORDS = 35

/** These open a clause of its own, whose verb is not the sentence's. */
const clauseOpener =
  /^(?:who|which|whose|whom|where|when|while|if|unless|because|since|although|though|after|before|until|once|as|whether|what|how|why|that)$/
const reportingParticiple = /^(?:saying|claiming|suggesting|showing|alleging|arguing|stating|warning)$/
const nominalTag = /^(?:NOUN|PROPN|PRON|NUM|ADJ)$/
const some = /^(?:those|many|some|all|most|both|few|several|each|none)$/
/** No sentence of its own begins with these, or not one that can be told to be true without what stands before it. */
const incompleteOpening =
  /^(?:let|whether|who|which|what|whom|whose|why|how|when|where|because|than|of|to|about|on|for|against|with|from|by|so|such|or|nor|neither|either|as|including|rather|having|e\.g\.|i\.e\.)$/

/** Something is missing behind these. */
const unfinishedEnding =
  /^(?:for|of|with|from|at|into|about|by|to|as|than|and|or|but|the|a|an|its|his|their|my|our|your|that|which|who|because|if)$/

/** Whether words are a sentence: a subject, and after it a verb that belongs to it and to no clause within. */
export function isWholeSentence(words: readonly SaidWord[]): boolean {
  const count = words.filter(({ pos }) => pos !== 'PUNCT').length
  if (count < FEWEST_SENTENCE_WORDS || count > MOST_SENTENCE_WORDS) return false
  if (words.some((_, at) => isStopWithin(words, at))) return false
  if (words.some(({ text }) => /^(?:\?!?|…|\.\.\.|:|https?:.*|&.*|[*_#<>|=].*)$/.test(text))) return false
  if (
    incompleteOpening.test(words[0]?.low ?? '') ||
    unfinishedEnding.test(words.findLast(({ pos }) => pos !== 'PUNCT')?.low ?? '')
  )
    return false
  const verb = mainVerb(words)
  return verb !== undefined && !isWish(words, verb) && !isElliptic(words, verb)
}

const sentenceBeginning =
  /^(?:The|A|An|It|He|She|They|We|I|None|No|This|That|There|In|On|At|But|And|Nobody|Everyone|All)$/

/** "at about 8.40am. Nobody was hurt": the stop of what is cut short ends a sentence as well. */
const isStopWithin = (words: readonly SaidWord[], at: number): boolean =>
  /[\p{L}\d]\.$/u.test(words[at]?.text ?? '') && sentenceBeginning.test(words[at + 1]?.text ?? '')

/** Whether a verb tells only what should be, or what would be if something else were. */
function isWish(words: readonly SaidWord[], verb: number): boolean {
  const { low } = saidWordAt(words, verb)
  if (/^(?:must|should|ought|let)$/.test(low)) return words[verb + 1]?.low !== 'have'
  return words[0]?.low === 'if' && (low === 'would' || low === "'d")
}

/** "Oskol does as well": what it does stands elsewhere. */
const isElliptic = (words: readonly SaidWord[], verb: number): boolean =>
  words[verb]?.pos === 'AUX' &&
  /^(?:as well|too|not|)[.!]?$/.test(
    words
      .slice(verb + 1)
      .map(({ low }) => low)
      .join(' '),
  )

/** The place of the sentence's own verb; undefined where it has none. */
export function mainVerb(words: readonly SaidWord[]): number | undefined {
  let clauses = 0
  let hasSubject = false
  for (let at = 0; at < words.length; at++) {
    const { low, pos } = saidWordAt(words, at)
    if (at === 0 && pos === 'VERB' && low.endsWith('s') && words[1]?.pos === 'ADP') hasSubject = true
    else if (isClause(words, at)) clauses++
    else if (isTensedVerb(words, at)) {
      if (clauses > 0) {
        clauses--
        at = endOfGroup(words, at)
      } else if (hasSubject) return at
      else if (pos !== 'VERB' || !low.endsWith('ing')) return undefined
      else hasSubject = true
    } else if (pos === 'AUX' || pos === 'VERB') {
      hasSubject ||= clauses === 0 && low.endsWith('ing')
      at = endOfGroup(words, at)
    } else if (nominalTag.test(pos) || some.test(low)) hasSubject ||= clauses === 0
  }
  return undefined
}

/** "as" opens a clause only where a subject follows; "the interview he gave" and "a report saying" hold one, too. */
function isClause(words: readonly SaidWord[], at: number): boolean {
  const { low } = saidWordAt(words, at)
  if (reportingParticiple.test(low) && words[at - 1]?.pos !== 'AUX') return true
  if (/^(?:i|he|she|it|they|we|you)$/.test(low) && words[at - 1]?.pos === 'NOUN') return true
  if (!clauseOpener.test(low)) return false
  if (!/^(?:as|after|before|since|until)$/.test(low)) return true
  const rest = words.slice(at + 1, at + 9)
  const end = rest.findIndex(({ pos }) => pos === 'PUNCT')
  const near = end < 0 ? rest : rest.slice(0, end)
  return near.some((_, index) => isTensedVerb(words, at + 1 + index))
}

/** A verb that says when: not "to go", not "going", not the participle of a verb of which it is a part. */
function isTensedVerb(words: readonly SaidWord[], at: number): boolean {
  const { low, pos } = saidWordAt(words, at)
  if (low === 'cannot' || low === "'s") return pos !== 'PART'
  if (isMistaken(words, at)) return true
  if (pos !== 'AUX' && pos !== 'VERB') return false
  if (low.endsWith('ing') || /^(?:be|been|given|known)$/.test(low)) return false
  const before = words.slice(Math.max(0, at - 2), at).filter((one) => one.pos !== 'ADV')
  if (before.at(-1)?.low === 'to') return false
  if (pos === 'AUX') return true
  return !/^(?:DET|ADP|ADJ)$/.test(before.at(-1)?.pos ?? '') && agreesWithSubject(words, at, before.at(-1))
}

/** Without an object these are a passive's participle: "papers issued in Mirn" has no verb. */
const needsObject =
  /^(?:issued|signed|published|posted|obtained|based|located|addressed|released|circulated|recorded|filed|called|named|used|caught|made|built|bought|brought|sent|kept|seized|stolen|found|detained|arrested)$/
const withoutObject = /^(?:by|in|on|at|from|to|for|with|near|as)$/

const alsoNouns = /^(?:cost|shot|hit|cut|left|put|set|rose|fell|felt|saw|lost|hurt|struck|found)$/

/** "the repairs cost $4 million": these are taken for nouns too often. */
const isMistaken = (words: readonly SaidWord[], at: number): boolean =>
  words[at]?.pos === 'NOUN' &&
  alsoNouns.test(words[at]?.low ?? '') &&
  /^(?:NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '') &&
  (/^(?:NUM|SYM|DET)$/.test(words[at + 1]?.pos ?? '') ||
    /^(?:down|up|about|at|nearly)$/.test(words[at + 1]?.low ?? ''))

/**
 * Whether a verb agrees with the noun before it: it is "Cruz wins", so "a Cruz win" has no verb, nor has "comments made
 * by".
 */
function agreesWithSubject(words: readonly SaidWord[], at: number, before: SaidWord | undefined): boolean {
  const { low } = saidWordAt(words, at)
  const next = words[at + 1]?.low ?? ''
  if (before?.pos !== 'AUX' && next === 'by' && pastOfPerfect(low) !== undefined) return false
  if (before?.pos === 'NOUN' && needsObject.test(low) && withoutObject.test(next)) return false
  if (before?.pos === 'AUX' || before?.pos === 'PART' || low.endsWith('s') || isPast(low) !== false)
    return true
  return isPluralSubject(words, at) !== false
}

/** The last word of a group such as "had not been seen". */
function endOfGroup(words: readonly SaidWord[], at: number): number {
  let end = at
  for (let next = at + 1; next < words.length; next++) {
    const { low, pos } = saidWordAt(words, next)
    if (pos === 'AUX' && words[end]?.pos === 'VERB') break
    if (pos === 'VERB' || pos === 'AUX' || pastOfPerfect(low) !== undefined) end = next
    else if (pos !== 'ADV' && pos !== 'PART') break
  }
  return end
}
