import { useAnswer } from '../kit/use-answer.ts'
import { eachOnce, type NearNode, nearOf } from './nearest-list.tsx'
import { nearestClaimsQuery } from './nearest-query.ts'
import type { ReviewedSource, ReviewedStatement } from './review-query.ts'

/** Which claims a statement may speak to, the nearest first: what reading its words finds, as on the page Read a report. */
export function useNearClaims(
  { text, publishedAt }: Pick<ReviewedSource, 'text' | 'publishedAt'>,
  { span, claim }: Pick<ReviewedStatement, 'span' | 'claim'>,
): NearNode[] {
  const asked = {
    text: text ?? '',
    ...(publishedAt && { published: publishedAt }),
    ...{ claim: claim?.slug ?? '', hasClaim: claim !== null },
  }
  const { data } = useAnswer(nearestClaimsQuery, text === null ? null : asked)
  if (!data) return []
  const read = data.extract.find((one) => one.span.start === span?.start && one.span.end === span.end)
  const candidates = (read?.claimCandidates ?? []).map(({ score, claim: { slug, text: name } }) => ({
    key: slug,
    name,
    why: `says nearly the same (${score.toFixed(2)} of 1)`,
  }))
  const own = claim?.slug ?? ''
  return eachOnce([...candidates, ...nearOf(data.duplicates ?? [], own)], [own]).slice(0, 6)
}
