import { Link } from '../kit/link.tsx'
import { searchOf } from '../kit/location.ts'

const readyLists = [
  ['All', {}],
  ['Resting on a single source', { singleSource: 'true' }],
  ['Affirmed by parties only', { partiesOnly: 'true' }],
  ['Verified', { verdict: 'VERIFIED' }],
  ['Not verified', { verdict: 'UNVERIFIED' }],
  ['Never assessed', { assessed: 'false' }],
] as const

/** What is asked most, at a click. */
export const ReadyLists = ({ params }: { readonly params: URLSearchParams }) => (
  <nav class="chips" aria-label="Ready lists">
    {readyLists.map(([name, asked]) => (
      <Link
        key={name}
        class="chip"
        href={`/claims${searchOf(asked)}`}
        {...(searchOf(asked) === searchOf({ asOf: null }, params) && { 'aria-current': 'page' as const })}
      >
        {name}
      </Link>
    ))}
  </nav>
)
