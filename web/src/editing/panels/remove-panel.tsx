import { nodeKinds } from '../../../../src/values/node-kinds.ts'
import { useDraft } from '../../desk/use-draft.ts'
import { useWrite } from '../../desk/use-write.ts'
import { writeProblem } from '../../desk/write-problem.ts'
import { WriteProblems } from '../../desk/write-problems.tsx'
import { change } from '../../kit/client.ts'
import { graphql } from '../../kit/graphql.ts'
import type { NodeType } from '../../search/hit.ts'

const removeMutation = graphql(
  `
  mutation Remove($id: ID!, $note: String) {
    done: remove(id: $id, note: $note) {
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

interface RemovePanelProps {
  readonly type: NodeType
  readonly id: string
  readonly done: (revision: string | null) => void
  readonly close: () => void
}

/** Takes a node away; where others refer to it, they are listed, and nothing is done. */
export function RemovePanel({ type, id, done, close }: RemovePanelProps) {
  const { one } = nodeKinds[type]
  const draft = useDraft(`remove ${id}`, { note: '' })
  const writing = useWrite()
  const remove = async () => {
    if (writing.isWriting) return
    const note = draft.value.note.trim() || null
    const written = await writing.write(async () => (await change(removeMutation, { id, note })).done)
    if (!written) return
    draft.forget()
    done(written.revision?.id ?? null)
  }
  return (
    <form
      class="editor"
      aria-label={`Remove this ${one}`}
      onSubmit={(event) => {
        event.preventDefault()
        remove()
      }}
    >
      <p>
        Takes this {one} out of the graph. Its history stays, and an undo brings it back. While anything
        refers to it, it stays.
      </p>
      <WriteProblems writing={writing} />
      <label class="field wide">
        Why (stands in the history)
        <input
          type="text"
          dir="auto"
          value={draft.value.note}
          onInput={(event) => draft.type({ note: event.currentTarget.value })}
        />
      </label>
      <p class="buttons">
        <button type="submit" class="button primary" aria-disabled={writing.isWriting}>
          {writing.isWriting ? 'Removing…' : `Remove this ${one}`}
        </button>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </p>
    </form>
  )
}
