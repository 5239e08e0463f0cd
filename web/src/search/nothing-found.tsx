import { Link } from '../kit/link.tsx'
import { searchOf } from '../kit/location.ts'
import { type Nearest, nearestWords, noneHas } from './nearest.ts'

interface NothingFoundProps {
  readonly text: string
  readonly nearest: Nearest
}

/** Says so, and offers what comes nearest, if anything does. */
export function NothingFound({ text, nearest }: NothingFoundProps) {
  if (nearest.searchedFor === null) return <>Nothing has these words.</>
  return (
    <>
      {noneHas(text)} Look for <NearestLink nearest={nearest} />?
    </>
  )
}

/** Above hits that are not of what was asked for. */
export function NearestNotice({ text, nearest }: NothingFoundProps) {
  if (nearest.searchedFor === null) return null
  return (
    <p class="notice quiet" role="status">
      <span>
        {noneHas(text)} Shown: <NearestLink nearest={nearest} />
      </span>
    </p>
  )
}

/** What has only some of the words cannot be asked for in words of its own. */
function NearestLink({ nearest }: Pick<NothingFoundProps, 'nearest'>) {
  const words = nearestWords(nearest)
  if (nearest.searchedForAny) return <b>{words}</b>
  return <Link href={`/search${searchOf({ q: words })}`}>{words}</Link>
}
