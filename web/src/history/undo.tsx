import { useState } from 'preact/hooks'
import { useWrite } from '../desk/use-write.ts'
import { WriteProblems } from '../desk/write-problems.tsx'
import { change } from '../kit/client.ts'
import { counted } from '../kit/words.ts'
import { undoMutation, unmergeMutation } from './undo-mutations.ts'

/** So many nodes are changed by one hand; whoever takes back more is asked once more. */
const UNDONE_AT_ONCE = 10

interface UndoProps {
  readonly revision: { readonly id: string; readonly action: string }
  /** How many nodes it changed, where that is known. */
  readonly total?: number
  /** What comes after: the revision that took it back. */
  readonly done?: (revision: string | null) => void
}

/**
 * Takes a revision back, and says why where that is refused. A merge is taken apart: what was changed since stays changed
 * then, which an undo would refuse to pass over.
 */
export function Undo({ revision: { id, action }, total = 1, done }: UndoProps) {
  const writing = useWrite()
  const [isSure, setSure] = useState(total <= UNDONE_AT_ONCE)
  const isMerge = action === 'MERGE'
  const undoWords = isMerge ? 'Take the merge apart' : 'Undo this'
  const send = async () => {
    const written = await writing.write(
      async () => (await change(isMerge ? unmergeMutation : undoMutation, { revision: id })).done,
    )
    if (written) done?.(written.revision?.id ?? null)
  }
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-disabled={writing.isWriting}
        onClick={() => (isSure ? !writing.isWriting && send() : setSure(true))}
      >
        {isSure && total > UNDONE_AT_ONCE ? `Really undo all ${counted(total, 'change')}` : undoWords}
        <span class="visually-hidden"> ({id})</span>
      </button>
      <WriteProblems writing={writing} />
    </>
  )
}
