import '../editing.css'
import { nodeKinds } from '../../../../src/values/node-kinds.ts'
import { go, searchOf, setParams } from '../../kit/location.ts'
import type { NodeType } from '../../search/hit.ts'
import { MergePanel } from '../merging/merge-panel.tsx'
import { isMergedType } from '../merging/moves-query.ts'
import type { DeskTask } from '../tasks.ts'
import { EditPanel } from './edit-panel.tsx'
import { RemovePanel } from './remove-panel.tsx'

interface DeskPanelProps {
  readonly type: NodeType
  readonly id: string
  readonly task: DeskTask
}

const headings: Readonly<Record<DeskTask, string>> = {
  edit: 'Edit this',
  merge: 'Merge another with this',
  remove: 'Remove this',
}

const closed = { edit: null, merge: null, remove: null, with: null, stays: null }

/** What is done to a node on its page, beneath its head. */
export function DeskPanel({ type, id, task }: DeskPanelProps) {
  const close = () => setParams(closed)
  const done = (revision: string | null) => setParams({ ...closed, done: revision })
  return (
    <section class="section">
      <header class="section-head">
        <h2>
          {headings[task]} {nodeKinds[type].one}
        </h2>
      </header>
      {task === 'edit' && <EditPanel type={type} id={id} done={done} close={close} />}
      {task === 'merge' && isMergedType(type) && <MergePanel type={type} id={id} close={close} />}
      {task === 'remove' && (
        <RemovePanel
          type={type}
          id={id}
          done={(revision) => go(`/history${searchOf({ revision })}`)}
          close={close}
        />
      )}
    </section>
  )
}
