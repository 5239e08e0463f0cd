import type { NearClaim, NearestClaims } from '../graph/claim/nearest-store.ts'
import type { Proposal } from './propose.ts'

/**
 * Of the words of the shorter of the two, so many must be the other's: with less, claims about the same people are
 * taken for the same claim.
 */
const FLOOR = 0.6
/** And so many at least: two words are shared by claims that have nothing else in common. */
const FEWEST = 3
/** The longer a word, the rarer it is: these find the claim if any do, and the index answers at once. */
const ASKED = 8

const idle = new Set(
  'the a an of and or in on at to by for from with as that this these those it its he she they his her their who which is are was were be been being has have had will would can could may might shall should do does did than then there here into out over under up down about after before between through during against some any all both no not nor'.split(
    ' ',
  ),
)
const negation = /(?:\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot)\b|n['’]t\b)/i
/** Cues that deny by themselves: what they deny stands in the content as it would be if it were true. */
const denial =
  /\b(den(?:y|ies|ied|ying|ials?)|reject\w*|disput\w*|refut\w*|rebut\w*|dismiss\w*|contradict\w*)\b/i

/** The claim of the graph that a proposal seems to speak to, if there is one with enough of its words. */
export function nearestClaim(proposal: Proposal, claims: NearestClaims): NearClaim | undefined {
  const wanted = wordsOf(proposal.text)
  if (wanted.size < FEWEST) return undefined
  const asked = [...new Set(proposal.text.toLowerCase().match(letters) ?? [])]
    .filter((word) => !idle.has(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, ASKED)
  const scored = claims
    .withAnyOf(asked)
    .filter((claim) => isSameWay(proposal, claim.text))
    .map((claim) => ({ claim, score: likeness(wanted, wordsOf(claim.text)) }))
    .filter(({ score }) => score > 0)
  return scored.sort((a, b) => b.score - a.score)[0]?.claim
}

const letters = /[\p{L}\p{N}]+/gu

/** Words as far as their ends do not differ: attack, attacks, attacked, attackers. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(letters) ?? []
  return new Set(words.filter((word) => !idle.has(word) && word.length > 1).map(stem))
}

const stem = (word: string): string =>
  word.length < 5 ? word.replace(/s$/, '') : word.replace(/(?:ations?|ings?|ed|ers?|ies|es|s|e|y)$/, '')

/** How much of both is in the other; 0 below the floor. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length
  if (common < FEWEST || common / Math.min(a.size, b.size) < FLOOR) return 0
  // A claim of four words is in many a long sentence: it must be a good part of the longer one, too.
  return common / Math.max(a.size, b.size) < FLOOR / 2 ? 0 : common / Math.max(a.size, b.size)
}

/**
 * Whether taking the stance on the claim would mean what was said. Who "said that it did not" denies what stands there
 * without its *not*; who denies what has a *not* of its own is left to a reader. A claim that says the opposite is
 * another claim.
 */
function isSameWay({ text, stance, cue }: Proposal, claim: string): boolean {
  if (deniesWithin({ text, stance })) return !denial.test(cue) && !negation.test(claim)
  return negation.test(text) === negation.test(claim)
}

/** Whether the words that are denied hold a denial: nobody can tell here which words deny and which are denied. */
export const deniesWithin = ({ text, stance }: Pick<Proposal, 'text' | 'stance'>): boolean =>
  stance === 'DENIES' && (negation.test(text) || /\b(?:sk|sc)eptical\b|\bdoubt/i.test(text))
