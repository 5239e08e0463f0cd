import type { SpeechAct } from '../vocabulary.ts'
import { deniesWithin } from './nearest-claim.ts'
import type { Proposal } from './propose.ts'

/** What is said by these can be true or false; a demand or a feeling cannot. */
const tells: ReadonlySet<SpeechAct> = new Set([
  'STATE',
  'CLAIM_RESPONSIBILITY',
  'DENY_RESPONSIBILITY',
  'ACCUSE',
  'DENY',
  'CONFIRM',
  'DOUBT',
  'PREDICT',
  'BELIEVE',
])
/** A question, an aim, or a phrase that only says what was spoken about. */
const opening = /^(?:whether|if|what|who|why|how|to|on|about|of|for|against|with|in favou?r|from|by|at)\s/i
/** What looks like a verb that could carry a sentence. */
const verb =
  /\b(?:am|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|shall|should|must|do|does|did)\b|['’](?:s|re|ve|ll|d|m)\b|n['’]t\b|\p{Ll}{2}(?:ed|[^s'’]s)(?!\p{L})/u
const FEWEST_WORDS = 4
const MOST_WORDS = 60

/**
 * The text of the claim that a proposal would make, if what is said is one: words that could stand alone as a sentence.
 * "Any involvement" cannot, three paragraphs are more than one claim, and of "it did not fire" nobody can say here which
 * words deny and which are denied.
 */
export function newClaim(proposal: Proposal): string | undefined {
  const { act, text } = proposal
  if (!tells.has(act) || deniesWithin(proposal) || opening.test(text)) return undefined
  const bare = text
    .replace(/^[\s"“”„«»'‘’,;:…–—-]+/u, '')
    .replace(/(?<![\s"“”„«»'‘,;:…–—-])[\s"“”„«»'‘,;:…–—-]+$/u, '')
    .replace(/(?<![.!?])[.!?]+["”’]*$/u, '')
  const words = bare.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (!verb.test(bare) || words < FEWEST_WORDS || words > MOST_WORDS || /\?\s*["”]?$/.test(text))
    return undefined
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}.`
}
