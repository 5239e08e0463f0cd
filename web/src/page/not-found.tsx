import { Link } from '../kit/link.tsx'
import { useTitle } from './use-title.ts'

/** For an address that leads nowhere, and for a node that is not in the graph. */
export function NotFound({ text }: { readonly text?: string | undefined }) {
  useTitle('Not found')
  return (
    <div class="page">
      <header class="head">
        <p class="eyebrow">404</p>
        <h1>Not found</h1>
        <p class="lead">{text ?? `Nothing is at ${location.pathname}.`}</p>
        <p>
          It may have another name here, or may not be in this graph. <Link href="/">Search for it</Link> from
          the start.
        </p>
      </header>
    </div>
  )
}
