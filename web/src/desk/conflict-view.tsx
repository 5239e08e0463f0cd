import { dateText } from '../kit/date.ts'
import type { WriteConflict } from './write-problem.ts'

export type MineText = (path: string) => string | undefined

interface ConflictViewProps {
  readonly conflict: WriteConflict
  readonly mine?: MineText
  /** Both are left out where there is nothing typed to choose for. */
  readonly takeTheirs?: () => void
  readonly keepMine?: () => void
}

/** Another was quicker: what they changed, beside what was typed here, and a choice between the two. */
export const ConflictView = ({ conflict, mine, takeTheirs, keepMine }: ConflictViewProps) => {
  const { revision, theirs } = conflict
  const who = revision.by?.name ?? 'Somebody at the machine'
  return (
    <div class="notice problem conflict" role="alert">
      <p>
        <b>
          <bdi>{who}</bdi> changed this while you were at it
        </b>{' '}
        ({dateText(revision.at)}){revision.note && `: ${revision.note}`}.{' '}
        {keepMine && 'Nothing is lost: what you typed stands below.'}
      </p>
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">It was</th>
            <th scope="col">Theirs</th>
            {mine && <th scope="col">Yours</th>}
          </tr>
        </thead>
        <tbody>
          {theirs.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td data-label="It was">{jsonWords(before)}</td>
              <td data-label="Theirs">{jsonWords(after)}</td>
              {mine && <td data-label="Yours">{mine(path) ?? 'not touched'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {keepMine && takeTheirs && (
        <p class="buttons">
          <button type="button" class="button" onClick={keepMine}>
            Keep mine on top
          </button>{' '}
          <button type="button" class="button" onClick={takeTheirs}>
            Take theirs
          </button>
        </p>
      )}
    </div>
  )
}

/** A value as it is written in JSON, in words: texts without their quotation marks, nothing as a dash. */
export function jsonWords(json: string | null): string {
  if (json === null) return '—'
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' ? value : value === null ? '—' : json
  } catch {
    return json
  }
}
