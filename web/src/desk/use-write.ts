import { useState } from 'preact/hooks'
import { asProblem, type Problem } from '../kit/problem.ts'
import type { WriteProblem } from './write-problem.ts'

/** What all mutations answer. */
interface Payload {
  readonly problems: readonly WriteProblem[]
}

interface WriteState {
  readonly isWriting: boolean
  /** What the server found wrong with what it was asked. */
  readonly problems: readonly WriteProblem[]
  /** Why it was not asked at all, or refused: no connection, not signed in. */
  readonly failure: Problem | undefined
}

export interface Writing extends WriteState {
  /** What the mutation answers if all went well; null where problems or a failure are shown instead. */
  readonly write: <Done extends Payload>(send: () => Promise<Done>) => Promise<Done | null>
  /** Takes the problems away, such as when what they are about is typed anew. */
  readonly clear: () => void
}

const atRest: WriteState = { isWriting: false, problems: [], failure: undefined }

/**
 * Sends a mutation and keeps what stood in its way, to be shown beside the form:
 *
 *     const { write, problems, failure } = useWrite()
 *     const done = await write(async () => (await change(recordClaim, { input })).recordClaim)
 */
export function useWrite(): Writing {
  const [state, setState] = useState(atRest)
  const write: Writing['write'] = async (send) => {
    setState({ ...atRest, isWriting: true })
    try {
      const done = await send()
      setState({ ...atRest, problems: done.problems })
      return done.problems.length === 0 ? done : null
    } catch (error) {
      setState({ ...atRest, failure: asProblem(error) })
      return null
    }
  }
  return { ...state, write, clear: () => setState(atRest) }
}
