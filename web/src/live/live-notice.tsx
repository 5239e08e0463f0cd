import './live.css'
import { counted } from '../kit/words.ts'
import { useLaterRevisions, type Watched } from './use-later-revisions.ts'

interface LiveNoticeProps extends Watched {
  /** Of the page’s own answer: the latest revision when it was given. */
  readonly latest: { readonly nodes: readonly { readonly id: string }[] }
  /** Asks the page’s question anew; what is on it stays until the answer is there. */
  readonly takeIn: () => void
}

/** Says that a page which is open has been changed by somebody, and takes it in at a click. */
export function LiveNotice({ latest, takeIn, ...watched }: LiveNoticeProps) {
  const count = useLaterRevisions(watched, latest.nodes[0]?.id ?? null)
  return (
    <div class="live" role="status">
      {count > 0 && (
        <button type="button" class="button" onClick={takeIn}>
          {counted(count, 'change')} since you opened this. <b>Show {count === 1 ? 'it' : 'them'}</b>
        </button>
      )}
    </div>
  )
}
