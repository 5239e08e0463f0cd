import { Link } from '../kit/link.tsx'
import { go, searchOf } from '../kit/location.ts'
import { paste } from './pasted.ts'

interface PublishedSource {
  readonly published: string | null
}

const readPath = (published: string | null): string => `/read${searchOf({ published })}`

/** For whoever has a text that the graph has not. */
export const PasteLink = ({ published }: PublishedSource) => (
  <>
    Whoever has it may <Link href={readPath(published)}>paste it, to see what Hearsay reads in it</Link>.
  </>
)

/** Puts a text into the box and has it read: what a program finds, beside what was coded. */
export function ReadAnew({ text, published }: PublishedSource & { readonly text: string }) {
  const readAnew = () => {
    paste({ text, isRead: true })
    go(readPath(published))
  }
  return (
    <p>
      <button type="button" class="text-button flush" onClick={readAnew}>
        See what Hearsay by itself reads in this text
      </button>
    </p>
  )
}
