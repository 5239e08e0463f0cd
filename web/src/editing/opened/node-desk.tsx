import { nodeTypeNamed } from '../../../../src/values/node-kinds.ts'
import { useMe } from '../../desk/me.ts'
import { SignInNotice } from '../../desk/sign-in-notice.tsx'
import { usePlace } from '../../kit/location.ts'
import { deferred } from '../../page/deferred.tsx'
import { deskTasks } from '../tasks.ts'

const DeskPanel = deferred(async () => (await import('../panels/desk-panel.tsx')).DeskPanel)
const DoneNotice = deferred(async () => (await import('../panels/done-notice.tsx')).DoneNotice)

/** What the address says is being done to a node, or was just done; the forms come when they are opened. */
export function NodeDesk({ id, tellsDone = true }: { readonly id: string; readonly tellsDone?: boolean }) {
  const { params } = usePlace()
  const me = useMe()
  const task = deskTasks.find((each) => params.get(each) === id)
  const type = nodeTypeNamed(id.split('_')[0] ?? '')
  const done = params.get('done')
  return (
    <>
      {tellsDone && done && me.mayWrite && <DoneNotice key={done} revision={done} />}
      {task && type && <SignInNotice me={me} purpose={`To ${task} this`} />}
      {task && type && me.mayWrite && <DeskPanel key={task + id} type={type} id={id} task={task} />}
    </>
  )
}
