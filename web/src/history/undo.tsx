import { useWrite } from '../desk/use-write.ts'
import { WriteProblems } from '../desk/write-problems.tsx'
import { change } from '../kit/client.ts'
import { undoMutation, unmergeMutation } from './undo-mutations.ts'

interface UndoProps {
  readonly revision: { readonly id: string; readonly action: string }
  /** What comes after: the revision that took it back. */
  readonly done?: (revision: string | null) => void
}

/**
 * Takes a revision back, and says why where that is refused. A merge is taken apart: what was changed since stays changed
 * then, which an undo would refuse to pass over.
 */
export function Undo({ revision: { id, action }, done }: UndoProps) {
  const writing = useWrite()
  const isMerge = action === 'MERGE'
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
        onClick={() => !writing.isWriting && send()}
      >
        {isMerge ? 'Take the merge apart' : 'Undo this'}
        <span class="visually-hidden"> ({id})</span>
      </button>
      <WriteProblems writing={writing} takeTheirs={() => {}} keepMine={() => {}} />
    </>
  )
}
