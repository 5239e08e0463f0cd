import { useMe } from '../desk/me.ts'
import { More } from '../list/more.tsx'
import type { Pages } from '../list/use-pages.ts'
import { Empty } from '../page/section.tsx'
import type { HistoryEntry } from './history-entry.ts'
import { RevisionView } from './revision-view.tsx'
import { useNames } from './use-names.ts'

interface EntriesProps<Node> {
  readonly pages: Pages<Node>
  readonly entryOf: (node: Node) => HistoryEntry
  /** Where they are all of one node, it is not named in each. */
  readonly namesNodes?: boolean
}

/** Revisions, the latest first, as many as were asked for. */
export function Entries<Node>({ pages, entryOf, namesNodes = true }: EntriesProps<Node>) {
  const { mayWrite } = useMe()
  const entries = pages.nodes.map(entryOf)
  const names = useNames(entries.flatMap(({ changes }) => changes))
  if (entries.length === 0) return <Empty>Nothing was done yet that the history knows of.</Empty>
  return (
    <>
      <div class="cards history">
        {entries.map((entry) => (
          <RevisionView
            key={entry.revision.id}
            entry={entry}
            names={names}
            mayWrite={mayWrite}
            namesNodes={namesNodes}
          />
        ))}
      </div>
      <More of={pages} />
    </>
  )
}
