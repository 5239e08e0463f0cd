import './history.css'
import { usePlace } from '../kit/location.ts'
import { AllRevisions } from './all-revisions.tsx'
import { NodeHistory } from './node-history.tsx'
import { OneRevision } from './one-revision.tsx'

/** What was done to the graph: all of it, by one user, to one node, or in one revision. */
export function HistoryPage() {
  const { params } = usePlace()
  const [revision, of] = [params.get('revision'), params.get('of')]
  if (revision) return <OneRevision key={revision} id={revision} />
  if (of) return <NodeHistory key={of} of={of} />
  return <AllRevisions by={params.get('by')} of={null} />
}
