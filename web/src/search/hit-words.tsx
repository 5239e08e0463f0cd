import { type Hit, hitName, markedIn } from './hit.ts'
import { Snippet } from './snippet.tsx'

/** What a hit is called, with the words that were found: beside the name where it does not have them. */
export function HitWords({ hit }: { readonly hit: Hit }) {
  const { node, snippet } = hit
  const name = hitName(hit)
  const marked = node.__typename === 'Statement' ? null : markedIn(name, snippet)
  if (marked !== null) return <Snippet text={marked} />
  return (
    <>
      <b dir="auto">{name}</b>
      {'name' in node ? ', also: ' : ': '}
      <Snippet text={snippet} />
    </>
  )
}
