import { useEffect, useReducer, useRef } from 'preact/hooks'
import { asProblem, type Problem } from '../kit/problem.ts'
import type { WriteProblem } from './write-problem.ts'

/** A change that waits for its turn. */
export interface QueuedWrite {
  /** Sends it. The problems that the server has with it are none where all went well. */
  readonly send: () => Promise<readonly WriteProblem[]>
}

/** What stood in the way of a change. None that was asked for after it has been sent. */
export interface StoppedWrite<Write> {
  readonly write: Write
  readonly problems: readonly WriteProblem[]
  readonly failure: Problem | undefined
  /** How many waited behind it. */
  readonly unsent: number
}

interface QueueState<Write> {
  /** In the order in which they were asked for; the first is being written. */
  readonly waiting: readonly Write[]
  readonly stopped: StoppedWrite<Write> | null
}

export interface WriteQueue<Write> extends QueueState<Write> {
  readonly add: (write: Write) => void
  /** Takes away what stood in the way. */
  readonly clear: () => void
}

/**
 * Writes one change after another, so that whoever is quicker than the server loses none of what they ask for. It stops at
 * the first that is refused, as what was asked for after it may rest on it.
 */
export function useWriteQueue<Write extends QueuedWrite>(): WriteQueue<Write> {
  const state = useRef<QueueState<Write>>({ waiting: [], stopped: null })
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const set = (next: QueueState<Write>) => {
    state.current = next
    redraw(undefined)
  }
  const work = async () => {
    for (let [next] = state.current.waiting; next; [next] = state.current.waiting) {
      const outcome = await sent(next)
      const behind = state.current.waiting.slice(1)
      const isDone = outcome.problems.length === 0 && !outcome.failure
      set(
        isDone
          ? { waiting: behind, stopped: null }
          : { waiting: [], stopped: { write: next, ...outcome, unsent: behind.length } },
      )
    }
  }
  const add = (write: Write) => {
    const { waiting } = state.current
    set({ waiting: [...waiting, write], stopped: null })
    if (waiting.length === 0) work()
  }
  useWarning(state.current.waiting.length > 0)
  return { ...state.current, add, clear: () => set({ ...state.current, stopped: null }) }
}

async function sent({ send }: QueuedWrite) {
  try {
    return { problems: await send(), failure: undefined }
  } catch (error) {
    return { problems: [], failure: asProblem(error) }
  }
}

/** The browser asks before a page is closed that has not sent everything. */
function useWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])
}
