import { useEffect, useState } from 'preact/hooks'
import { onChange } from '../../kit/client.ts'
import { asProblem, type Problem } from '../../kit/problem.ts'
import type { NodeType } from '../../search/hit.ts'
import { askWholeNode, type WholeNode } from './whole-node.ts'

interface HeldNode {
  /** Undefined while it is on its way. */
  readonly node?: WholeNode | null
  readonly problem?: Problem
}

/** A node as it is written down now; asked for anew whenever something has changed, or on request. */
export function useWholeNode(type: NodeType, id: string): HeldNode & { readonly reload: () => void } {
  const [held, setHeld] = useState<HeldNode>({})
  const [attempt, setAttempt] = useState(0)
  const reload = () => setAttempt((count) => count + 1)
  useEffect(() => {
    let isCurrent = true
    askWholeNode(type, id).then(
      (node) => isCurrent && setHeld({ node }),
      (error: unknown) => isCurrent && setHeld({ problem: asProblem(error) }),
    )
    return () => {
      isCurrent = false
    }
  }, [type, id, attempt])
  useEffect(() => onChange(reload), [])
  return { ...held, reload }
}
