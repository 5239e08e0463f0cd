import { actionWord } from '../../history/action-words.ts'
import { Undo } from '../../history/undo.tsx'
import { graphql } from '../../kit/graphql.ts'
import { Link } from '../../kit/link.tsx'
import { setParams } from '../../kit/location.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { capital } from '../../kit/words.ts'

const doneQuery = graphql(`
  query Done($id: ID!) {
    revision(id: $id) { id action note undoneBy { id } }
  }
`)

/** What was just done, with how to take it back. */
export function DoneNotice({ revision: id }: { readonly revision: string }) {
  const { data } = useAnswer(doneQuery, { id })
  const revision = data?.revision
  if (!revision) return null
  return (
    <div class="notice quiet done" role="status">
      <p>
        <b>{revision.undoneBy ? 'Taken back.' : `${capital(actionWord(revision.action))}.`}</b>{' '}
        {revision.note && <bdi>{revision.note}</bdi>}
      </p>
      <p class="buttons">
        {!revision.undoneBy && <Undo revision={revision} done={(later) => setParams({ done: later })} />}
        <Link class="button quiet" href={`/history?revision=${id}`}>
          What it changed
        </Link>
        <button type="button" class="text-button" onClick={() => setParams({ done: null })}>
          Hide this
        </button>
      </p>
    </div>
  )
}
