import { type Count, countText, leastOf } from '../kit/count.ts'
import { Link } from '../kit/link.tsx'
import { type Params, searchOf } from '../kit/location.ts'

/** How many are proposed beside those that count, and where they are listed. */
export interface ProposedCount {
  readonly count: Count
  readonly href: string
}

/** Those proposed of a list: it has the same address, with `review`. */
export const proposedCountIn = (path: string, params: Params, { totalCount }: { totalCount: Count }) => ({
  count: totalCount,
  href: `${path}${searchOf({ ...params, review: 'PROPOSED' })}`,
})

/** Those that a list's own filters would keep, unless its address asks for a review itself. */
export const proposedBeside = (path: string, params: URLSearchParams, page: { totalCount: Count }) =>
  params.has('review')
    ? undefined
    : { count: page.totalCount, href: `${path}${searchOf({ review: 'PROPOSED' }, params)}` }

interface ProposedLinkProps extends ProposedCount {
  /** What sets them apart from others beside them. */
  readonly words?: string
}

/** “3 proposed”, and nothing where there are none. */
export const ProposedLink = ({ count, href, words }: ProposedLinkProps) =>
  leastOf(count) === 0 ? null : (
    <Link class="tag proposed" href={href}>
      {countText(count)} proposed{words && ` ${words}`}
    </Link>
  )
