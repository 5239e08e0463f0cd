import { isFields } from '../../../dossier/fields.ts'
import type { Verdict } from '../../../values/vocabulary.ts'
import { type ExpandedNode, nodesOf, plainTextOf, textIn, textOf, valuesOf } from './expanded-node.ts'
import { verdictOfNumbers, verdictOfWords } from './rating-words.ts'

/** What a review's rating says. */
interface ToldRating {
  /** As it stands in the file, for a summary of what was left out: `“Satire”`. */
  readonly words: string
  readonly verdict: Verdict | null
  /** How the assessor tells it: the rating's words and numbers, and what explains them. */
  readonly method: string | undefined
}

/** Longer words than these are sentences of their own, which a summary does not repeat one by one. */
const LONGEST_WORDS = 40

/** Reads a rating by its words; by its numbers only where it has no words. */
export function toldRating(review: ExpandedNode): ToldRating {
  const [rating = {}] = nodesOf(review, 'schema:reviewRating')
  const [value, worst, best] = ['ratingValue', 'worstRating', 'bestRating'].map((name) =>
    textOf(rating, `schema:${name}`),
  )
  const isNumber = value !== undefined && Number.isFinite(Number(value))
  const said = plainTextOf(rating, 'schema:alternateName', 'schema:name') ?? ratingInPlace(review)
  const words = said ?? (isNumber ? undefined : value)
  const numbers = isNumber ? [value, best && `of ${best}`].filter(Boolean).join(' ') : undefined
  const explanation =
    plainTextOf(rating, 'schema:ratingExplanation') ?? plainTextOf(review, 'schema:reviewBody')
  return {
    words: words === undefined ? (numbers ?? 'without a rating') : countedWords(words),
    verdict:
      words === undefined
        ? verdictOfNumbers(Number(value), Number(worst), Number(best))
        : verdictOfWords(words),
    method: methodOf(words, numbers, explanation),
  }
}

/** A text that stands where a rating should. */
const ratingInPlace = (review: ExpandedNode): string | undefined =>
  valuesOf(review, 'schema:reviewRating')
    .filter((value) => isFields(value) && '@value' in value)
    .map(textIn)[0]

const countedWords = (words: string): string =>
  words.length > LONGEST_WORDS ? 'of many words' : `“${words}”`

function methodOf(
  words: string | undefined,
  numbers: string | undefined,
  explanation: string | undefined,
): string | undefined {
  const rated = [words && `“${words}”`, numbers && `(${numbers})`].filter(Boolean).join(' ')
  const parts = [rated && `Rated ${rated}.`, explanation].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}
