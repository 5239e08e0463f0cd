import { saidWhen } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { takenBefore } from '../kit/words.ts'

export interface Previous {
  readonly id: string
  readonly stance: string | null
  readonly side: string | null
  readonly saidAt: string | null
  readonly source: { readonly publishedAt: string | null }
}

/** That a position was once another, which, and since when. */
export const PreviousMark = ({ previous }: { readonly previous: Previous | null }) =>
  previous?.stance && (
    <span class="tag changed">
      changed:{' '}
      <Link href={`/statement/${previous.id}`}>
        {takenBefore({ stance: previous.stance, side: previous.side })} {saidWhen(previous) ?? 'before'}
      </Link>
    </span>
  )
