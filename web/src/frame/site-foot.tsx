import './site-foot.css'
import { LanguageChoice } from '../kit/language-choice.tsx'
import { Link } from '../kit/link.tsx'

const footLists = [
  ['/actors', 'Actors'],
  ['/events', 'Events'],
  ['/places', 'Places'],
  ['/sources', 'Sources'],
  ['/claims', 'Claims'],
  ['/statements', 'Statements'],
  ['/assessments', 'Assessments'],
] as const

export const SiteFoot = ({ path }: { readonly path: string }) => (
  <footer class="site-foot">
    <nav aria-label="Lists">
      {footLists.map(([href, name]) => (
        <Link key={href} href={href} {...(path === href && { 'aria-current': 'page' as const })}>
          {name}
        </Link>
      ))}
    </nav>
    <Link href="/history">History</Link>
    <Link href="/import" {...(path === '/import' && { 'aria-current': 'page' as const })}>
      In and out
    </Link>
    <a href="/graphql">GraphiQL</a>
    <a href="/schema.graphql">Schema</a>
    <LanguageChoice />
    <span>Hearsay shows who says what. Whether it is true is for you to judge.</span>
  </footer>
)
