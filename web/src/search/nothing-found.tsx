import { Link } from '../link.tsx'
import { searchOf } from '../location.ts'
import { searchText } from './use-suggestions.ts'

/** Says so, and offers to take the last word for the beginning of one. */
export function NothingFound({ text }: { readonly text: string }) {
  const wider = searchText(text)
  return (
    <>
      Nothing has these words.{' '}
      {wider !== text && (
        <>
          Look for <Link href={`/search${searchOf({ q: wider })}`}>{wider}</Link>?
        </>
      )}
    </>
  )
}
