import { useEffect, useState } from 'preact/hooks'
import { useMe } from '../desk/me.ts'
import { askBeside, onChange } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { proposalsQuery } from './to-review-query.ts'

/** In the head, for whoever may write: how much is open. It is counted anew after each change. */
export function ReviewLink({ isCurrent }: { readonly isCurrent: boolean }) {
  const { mayWrite } = useMe()
  const [count, setCount] = useState<number>()
  useEffect(() => {
    if (!mayWrite) return
    const countAnew = () =>
      askBeside(proposalsQuery, {}).then(
        ({ stats }) => setCount(stats.proposals),
        () => {
          // The page itself says what is wrong.
        },
      )
    countAnew()
    return onChange(countAnew)
  }, [mayWrite])
  if (!mayWrite) return null
  return (
    <Link href="/review" {...(isCurrent && { 'aria-current': 'page' as const })}>
      Review
      {count !== undefined && count > 0 && (
        <span class="count">
          {count.toLocaleString('en')}
          <span class="visually-hidden"> proposed</span>
        </span>
      )}
    </Link>
  )
}
