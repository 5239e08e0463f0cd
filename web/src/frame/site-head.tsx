import './site-head.css'
import { Link } from '../kit/link.tsx'
import { ReviewLink } from '../reviewing/review-link.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { Account } from './account.tsx'

const links = [
  ['/matrix', 'Who about whom'],
  ['/claims', 'Claims'],
  ['/timeline', 'Timeline'],
  ['/graph', 'Graph'],
  ['/read', 'Read a report'],
] as const

export const SiteHead = ({ path }: { readonly path: string }) => (
  <header class="site-head">
    <Link class="brand" href="/">
      Hearsay
    </Link>
    <nav aria-label="Views">
      {links.map(([href, name]) => (
        <Link key={href} href={href} {...(path === href && { 'aria-current': 'page' as const })}>
          {name}
        </Link>
      ))}
      <ReviewLink isCurrent={path === '/review'} />
    </nav>
    {path !== '/' && <SearchBox key={path} />}
    <Account key={`at ${path}`} />
  </header>
)
