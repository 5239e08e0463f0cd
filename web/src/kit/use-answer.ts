import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ask, onChange, remembered } from './client.ts'
import { asProblem, type Problem } from './problem.ts'

export interface Answer<Data> {
  readonly data: Data | undefined
  readonly problem: Problem | undefined
  /** Whether something newer is on its way. */
  readonly isLoading: boolean
  readonly retry: () => void
}

interface Held<Data> {
  readonly of: object
  readonly data?: Data | undefined
  readonly problem?: Problem
  readonly isLoading: boolean
}

/**
 * What the server says to a query; while another is on its way, the last answer to the same question stays. Without
 * variables nothing is asked.
 */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: (Variables & object) | null,
): Answer<Data> {
  const key = JSON.stringify(variables)
  const [held, setHeld] = useState<Held<Data>>(() => ({
    of: document,
    data: variables ? remembered(document, variables) : undefined,
    isLoading: variables !== null,
  }))
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  const latest = useRef(0)

  useEffect(() => {
    const turn = ++latest.current
    if (!variables) return setHeld({ of: document, isLoading: false })
    const set = (next: Held<Data>) => turn === latest.current && setHeld(next)
    const known = remembered(document, variables)
    setHeld((last) => ({
      of: document,
      data: known ?? (last.of === document ? last.data : undefined),
      isLoading: !known,
    }))
    if (known && attempt === 0) return
    ask(document, variables).then(
      (data) => set({ of: document, data, isLoading: false }),
      (error: unknown) => set({ of: document, problem: asProblem(error), isLoading: false }),
    )
    return () => void latest.current++
  }, [document, key, attempt])

  useRetryOnline(held.problem, retry)
  useEffect(() => onChange(retry), [])
  return { data: held.data, problem: held.problem, isLoading: held.isLoading, retry }
}

/** A connection that comes back is used at once. */
function useRetryOnline(problem: Problem | undefined, retry: () => void): void {
  useEffect(() => {
    if (problem?.kind !== 'offline') return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [problem, retry])
}
