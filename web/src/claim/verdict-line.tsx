import { Link } from '../kit/link.tsx'
import { actorPath } from '../kit/node-path.ts'
import { capital, verdictWord } from '../kit/words.ts'

interface VerdictLineProps {
  readonly verdict: string
  readonly by: { readonly slug: string; readonly name: string }
}

/** What somebody found of a claim. */
export const VerdictLine = ({ verdict, by }: VerdictLineProps) => (
  <>
    <b>{capital(verdictWord(verdict))}</b> by <Link href={actorPath(by.slug)}>{by.name}</Link>
  </>
)
