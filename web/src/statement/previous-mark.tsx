import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { stanceWord } from '../words.ts'

interface Props {
  readonly previous: {
    readonly id: string
    readonly stance: string | null
    readonly saidAt: string | null
  } | null
}

/** That a position was once another, which, and since when. */
export const PreviousMark = ({ previous }: Props) =>
  previous?.stance && (
    <span class="tag changed">
      changed:{' '}
      <Link href={`/statement/${previous.id}`}>
        {stanceWord(previous.stance)} {dateText(previous.saidAt) ?? 'on a day not known'}
      </Link>{' '}
      before
    </span>
  )
