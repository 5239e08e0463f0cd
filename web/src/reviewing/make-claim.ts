import { askOnce, change } from '../kit/client.ts'
import { claimQuery, newClaimMutation } from './review-query.ts'
import type { NewClaim } from './statement-value.ts'

/** Makes a claim, proposed until a statement on it is accepted; one that says just this is taken as it is. */
export async function makeClaim({ text, kind }: NewClaim, made: (slug: string) => void) {
  const { slugify } = await import('../../../src/values/id.ts')
  const { slug, isThere } = await slugFor(text, slugify(text))
  made(slug)
  if (isThere) return { revision: null, problems: [] }
  const input = { slug, text, kind, review: 'PROPOSED' as const }
  const { revision, problems } = (await change(newClaimMutation, { input })).recordClaim
  // In the form it is a matter of the field for the claim.
  return { revision, problems: problems.map((problem) => ({ ...problem, path: ['input', 'claim'] })) }
}

/** The first of `words`, `words-2`, … that no claim of another text has. */
async function slugFor(text: string, words: string, turn = 1): Promise<{ slug: string; isThere: boolean }> {
  const slug = turn === 1 ? words : `${words}-${turn}`
  const { claim } = await askOnce(claimQuery, { id: slug })
  if (claim && claim.text !== text) return slugFor(text, words, turn + 1)
  return { slug: claim?.slug ?? slug, isThere: claim !== null }
}
