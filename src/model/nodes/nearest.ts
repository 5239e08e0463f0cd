import { distance } from 'fastest-levenshtein'
import { slugify } from '../../values/id.ts'

const SUGGESTIONS = 3
/** What is longer than this is no slug that somebody mistyped. */
const LONGEST_SLUG = 100

/** The three slugs that come closest to what was wanted, a slug or a name, if they come close at all. */
export function nearest(given: string, slugs: readonly string[]): string[] {
  if (given.length > LONGEST_SLUG) return []
  const wanted = slugify(given) || given
  const limit = Math.max(2, Math.ceil(wanted.length * 0.45))
  return slugs
    .map((slug) => {
      const edits = distance(wanted, slug)
      return { slug, edits, score: oneHoldsOther(wanted, slug) ? Math.min(1, edits) : edits }
    })
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score || a.edits - b.edits || (a.slug < b.slug ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(({ slug }) => slug)
}

/** A part of the right slug is nearer to it than its letters tell, if it is more than a letter or two. */
const oneHoldsOther = (a: string, b: string): boolean =>
  (b.length >= 3 && a.includes(b)) || (a.length >= 3 && b.includes(a))
