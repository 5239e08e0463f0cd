import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { capital, counted } from '../kit/words.ts'
import { actionWord } from './action-words.ts'
import { ChangeView } from './change-view.tsx'
import type { HistoryEntry } from './history-entry.ts'
import { Undo } from './undo.tsx'
import type { KnownNames } from './value-view.tsx'

interface RevisionViewProps {
  readonly entry: HistoryEntry
  readonly names: KnownNames
  readonly mayWrite: boolean
  readonly namesNodes: boolean
}

const revisionPath = (id: string): string => `/history?revision=${id}`

/** One revision: who did what when, and why; what it changed, and how to take it back. */
export function RevisionView({ entry, names, mayWrite, namesNodes }: RevisionViewProps) {
  const { revision, changes, total } = entry
  const { id, at, action, by, note, undoes, undoneBy } = revision
  return (
    <article class="card revision" aria-labelledby={id}>
      <h2 id={id}>
        {capital(actionWord(action))} by{' '}
        {by ? (
          <Link href={`/history?by=${by.id}`}>{by.name}</Link>
        ) : (
          'the person at the machine, or a command'
        )}
      </h2>
      <p class="faint">
        <time dateTime={at}>{dateText(at)}</time> · <Link href={revisionPath(id)}>{id}</Link>
        {undoes && (
          <>
            {' '}
            · takes back <Link href={revisionPath(undoes.id)}>{undoes.id}</Link>
          </>
        )}
        {undoneBy && (
          <>
            {' '}
            · taken back by <Link href={revisionPath(undoneBy.id)}>{undoneBy.id}</Link>
          </>
        )}
      </p>
      {note && (
        <p dir="auto">
          <q>{note}</q>
        </p>
      )}
      {changes.map((change) => (
        <ChangeView key={change.nodeId} change={change} names={names} isNamed={namesNodes} />
      ))}
      {total > changes.length && (
        <p>
          <Link href={revisionPath(id)}>All {counted(total, 'node')} that it changed</Link>
        </p>
      )}
      {mayWrite && !undoneBy && (
        <div class="undo">
          <Undo revision={revision} />
        </div>
      )}
    </article>
  )
}
