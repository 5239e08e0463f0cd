import { countWhile } from '../../text/in-order.ts'
import { itemAt } from '../../values/item-at.ts'
import type { Span } from '../attribution.ts'
import type { Sentences } from '../text/sentences.ts'

/** How somebody is met in a sentence: as who says something, as what the sentence is about, besides, or in what is said. */
export type TextSection = 'SPEAKER' | 'SUBJECT' | 'OTHER' | 'SAID'

/** Sentences further back than this are not looked at. */
export const FARTHEST_SENTENCES = 6

const weights: Record<TextSection, readonly number[]> = {
  SPEAKER: [3.5, 4, 2.2, 1.4, 1, 0.7],
  SUBJECT: [3.5, 3.5, 1.8, 0.8, 0.4, 0.2],
  OTHER: [2.6, 2.9, 1.2, 0.4, 0.1, 0],
  SAID: [2.6, 1.8, 0.8, 0.3, 0.1, 0],
}

/** How readily a pronoun means somebody who was met so many sentences before. */
export const nearness = (part: TextSection, sentences: number): number => weights[part][sentences] ?? 0

/** Two that are no further apart than this fit as well. */
export const CLOSE_SCORES = 0.7

/** Whether a place lies in any of some spans, which are in order of their beginnings. */
export class Within {
  private readonly spans: readonly Span[]
  /** The furthest end of all spans up to each. */
  private readonly furthest: number[] = []

  constructor(spans: readonly Span[]) {
    this.spans = [...spans].sort((a, b) => a[0] - b[0])
    for (const [, until] of this.spans) this.furthest.push(Math.max(this.furthest.at(-1) ?? 0, until))
  }

  has(place: number): boolean {
    const begun = countWhile(this.spans, ([begin]) => begin <= place)
    return begun > 0 && itemAt(this.furthest, begun - 1) > place
  }
}

/** Whether what a sentence has before a name leaves it the subject: no preposition, and not too much. */
export function leavesSubject(text: string, sentences: Sentences, begin: number): boolean {
  const from = sentences.begin(sentences.at(begin))
  const before = text.slice(Math.max(from, begin - 40), begin)
  return begin - from < 160 && !afterPreposition.test(before)
}

const afterPreposition =
  /\b(?:of|with|by|to|for|from|against|about|on|at|in|near|after|before|than|like|over|under|between)\s(?:the\s|an?\s|his\s|her\s|its\s)?(?:(?!\p{L}*(?:day|night|week|month|year|morning|evening|afternoon)\b)\p{L}{1,30}\s){0,3}$/iu
