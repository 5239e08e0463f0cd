import type { Verdict } from '../../../values/vocabulary.ts'
import { type ExpandedNode, nodesOf, textOf } from './expanded-node.ts'
import { verdictOfNumbers, verdictOfWords } from './rating-words.ts'

/** What a review's rating says. */
export interface ToldRating {
  /** As it stands in the file, for a summary of what was left out: `“Satire”`. */
  readonly words: string
  readonly verdict: Verdict | null
  /** How the assessor tells it: the rating's words and numbers, and what explains them. */
  readonly method: string | undefined
}

/** Reads a rating by its words; by its numbers only where it has no words. */
export function toldRating(review: ExpandedNode): ToldRating {
  const [rating = {}] = nodesOf(review, 'schema:reviewRating')
  const value = textOf(rating, 'schema:ratingValue')
  const isNumber = value !== undefined && Number.isFinite(Number(value))
  const words =
    textOf(rating, 'schema:alternateName', 'schema:name') ??
    textOf(review, 'schema:reviewRating') ??
    (isNumber ? undefined : value)
  const [worst, best] = [textOf(rating, 'schema:worstRating'), textOf(rating, 'schema:bestRating')]
  const numbers = isNumber ? [value, best && `of ${best}`].filter(Boolean).join(' ') : undefined
  return {
    words: words !== undefined ? `“${words.slice(0, 60)}”` : (numbers ?? 'without a rating'),
    verdict:
      words !== undefined
        ? verdictOfWords(words)
        : verdictOfNumbers(
            Number(value ?? Number.NaN),
            Number(worst ?? Number.NaN),
            Number(best ?? Number.NaN),
          ),
    method: methodOf(
      words,
      numbers,
      textOf(rating, 'schema:ratingExplanation') ?? textOf(review, 'schema:reviewBody'),
    ),
  }
}

function methodOf(
  words: string | undefined,
  numbers: string | undefined,
  explanation: string | undefined,
): string | undefined {
  const rated = [words && `“${words}”`, numbers && `(${numbers})`].filter(Boolean).join(' ')
  const parts = [rated && `Rated ${rated}.`, explanation].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}
