import { useEffect, useState } from 'preact/hooks'
import { listenTo } from './event-stream.ts'
import { acceptedQuery, revisedQuery, type ShownStatements } from './revised-query.ts'

/** What a page shows, as far as a change of it is told. */
export interface Watched {
  readonly about: string
  /** The statements on it; none where it shows one itself. */
  readonly statements?: ShownStatements
}

/**
 * How many revisions have changed what a page shows since the one it was answered at. Nothing is heard while nobody looks,
 * as a browser keeps few connections open to one server: what came meanwhile is told when somebody looks again.
 */
export function useLaterRevisions({ about, statements }: Watched, since: string | null): number {
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const isVisible = useVisible()
  const filter = JSON.stringify(statements)
  useEffect(() => setLater(new Set()), [about, filter, since])
  useEffect(() => {
    if (!isVisible) return
    const from = since ? { since } : {}
    const hear = (id: string) => setLater((known) => (known.has(id) ? known : new Set([...known, id])))
    const ends = [
      listenTo(revisedQuery, { about, ...from }, ({ revised }) => hear(revised.id)),
      ...(statements
        ? [
            listenTo(acceptedQuery, { filter: statements, ...from }, (told) =>
              hear(told.statementAccepted.revision.id),
            ),
          ]
        : []),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [about, filter, since, isVisible])
  return later.size
}

function useVisible(): boolean {
  const [isVisible, setVisible] = useState(!document.hidden)
  useEffect(() => {
    const listener = () => setVisible(!document.hidden)
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  }, [])
  return isVisible
}
