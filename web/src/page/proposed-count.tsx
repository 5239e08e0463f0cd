import { Link } from '../kit/link.tsx'
import { type Params, searchOf } from '../kit/location.ts'

/** How many are proposed beside those that count, and where they are listed. */
export interface ProposedCount {
  readonly count: number
  readonly href: string
}

/** Those proposed of a list: it has the same address, with `review`. */
export const proposedCountIn = (path: string, params: Params, { totalCount }: { totalCount: number }) => ({
  count: totalCount,
  href: `${path}${searchOf({ ...params, review: 'PROPOSED' })}`,
})

/** Those that a list's own filters would keep, unless its address asks for a review itself. */
export const proposedBeside = (path: string, params: URLSearchParams, page: { totalCount: number }) =>
  params.has('review')
    ? undefined
    : { count: page.totalCount, href: `${path}${searchOf({ review: 'PROPOSED' }, params)}` }

interface ProposedLinkProps extends ProposedCount {
  /** What sets them apart from others beside them. */
  readonly words?: string
}

/** “3 proposed”, and nothing where there are none. */
export const ProposedLink = ({ count, href, words }: ProposedLinkProps) =>
  count === 0 ? null : (
    <Link class="tag proposed" href={href}>
      {count.toLocaleString('en')} proposed{words && ` ${words}`}
    </Link>
  )
