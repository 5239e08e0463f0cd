import { Link } from '../kit/link.tsx'
import { sourcePath } from '../kit/node-path.ts'
import { reviewPath } from './review-path.ts'
import type { ReviewedSource } from './review-query.ts'

/** Why little or nothing is proposed in a source that repeats another, and where the rest is. */
export function OtherForm({ source: { copyOf, versionOf } }: { readonly source: ReviewedSource }) {
  const other = copyOf ?? versionOf
  return other ? (
    <div class="notice quiet" role="note">
      <p>
        This is {copyOf ? 'a copy, or nearly so, of' : 'a later version of'}{' '}
        <Link href={sourcePath(other.slug)}>{other.title}</Link>. What both say is proposed there, so that it
        counts once; here stands only what is said anew.{' '}
        <Link href={reviewPath(other.slug)}>Review what is proposed there</Link>
      </p>
    </div>
  ) : null
}
