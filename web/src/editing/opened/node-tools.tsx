import './opened.css'
import type { ComponentChildren } from 'preact'
import { nodeKinds, nodeTypeNamed } from '../../../../src/values/node-kinds.ts'
import { useMe } from '../../desk/me.ts'
import { Link } from '../../kit/link.tsx'
import { type Params, searchOf, usePlace } from '../../kit/location.ts'
import { type DeskTask, deskTasks, taskWords } from '../tasks.ts'

interface NodeToolsProps {
  readonly id: string
  /** What else somebody who may write finds here, such as a link that adds to it. */
  readonly more?: ComponentChildren
}

/** The kinds of which several can become one. */
const MERGED: readonly (string | undefined)[] = ['ACTOR', 'PLACE', 'EVENT', 'CLAIM']

/** What can be done to a node, for whoever may write, and what became of it, for everybody. */
export function NodeTools({ id, more }: NodeToolsProps) {
  const { mayWrite } = useMe()
  const { params, path } = usePlace()
  const type = nodeTypeNamed(id.split('_')[0] ?? '')
  const tasks = deskTasks.filter((task) => task !== 'merge' || MERGED.includes(type))
  const noun = type ? nodeKinds[type].one : 'node'
  return (
    <nav class="node-tools" aria-label={`This ${noun}`}>
      {mayWrite &&
        tasks.map((task) => (
          <Link
            key={task}
            href={path + searchOf({ ...closedTasks, [task]: id }, params)}
            {...(params.get(task) === id && { 'aria-current': true as const })}
          >
            {taskWords[task]}
          </Link>
        ))}
      {mayWrite && more}
      <Link href={`/history?of=${id}`}>History</Link>
    </nav>
  )
}

const closedTasks: Params & Readonly<Record<DeskTask, null>> = {
  edit: null,
  merge: null,
  remove: null,
  with: null,
  stays: null,
  done: null,
}
