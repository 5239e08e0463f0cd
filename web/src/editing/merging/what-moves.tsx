import { useEffect, useState } from 'preact/hooks'
import { counted } from '../../kit/words.ts'
import type { WholeNode } from '../kinds/whole-node.ts'
import { titleOf } from './both-sides.tsx'
import { askMoves, type MergedType, type Moves } from './moves-query.ts'

interface WhatMovesProps {
  readonly type: MergedType
  readonly stays: WholeNode
  readonly goes: WholeNode
}

interface BothMoves {
  readonly goes: Moves
  readonly stays: Moves
}

/** What will hang on the one that stays, and what both have, or would have with themselves. */
export function WhatMoves({ type, stays, goes }: WhatMovesProps) {
  const moves = useMoves(type, stays, goes)
  if (!moves) return <p role="status">Counting what will move…</p>
  const counts = moves.goes.counts.filter(({ count }) => count > 0)
  const clashes = clashesOf(moves)
  return (
    <>
      <h3>What will move</h3>
      {counts.length === 0 ? (
        <p>Nothing hangs on {titleOf(goes)}.</p>
      ) : (
        <ul>
          {counts.map(({ count, one, many }) => (
            <li key={one}>{counted(count, one, many)}</li>
          ))}
        </ul>
      )}
      <p>
        Its names and identifiers are kept with those of <bdi>{titleOf(stays)}</bdi>, and its addresses lead
        there.
      </p>
      {clashes.length > 0 && (
        <>
          <h3>What will clash</h3>
          <ul>
            {clashes.map((clash) => (
              <li key={clash}>{clash}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function clashesOf({ goes, stays }: BothMoves): string[] {
  const toItself = [...goes.toItself, ...stays.toItself]
  const twice = [...goes.ties].filter(([key]) => stays.ties.has(key)).map(([, name]) => name)
  return [
    ...new Set([
      ...toItself.map(
        (sentence) => `${sentence} Nothing is tied to itself: that tie goes, and an unmerge brings it back.`,
      ),
      ...twice.map((name) => `Both are tied to ${name} in the same way: it counts once.`),
    ]),
  ]
}

function useMoves(type: MergedType, stays: WholeNode, goes: WholeNode): BothMoves | undefined {
  const [moves, setMoves] = useState<BothMoves>()
  const [one, other] = [stays.slug ?? stays.id, goes.slug ?? goes.id]
  useEffect(() => {
    let isCurrent = true
    setMoves(undefined)
    Promise.all([askMoves(type, other, one), askMoves(type, one, other)]).then(
      ([ofGoes, ofStays]) => isCurrent && setMoves({ goes: ofGoes, stays: ofStays }),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [type, one, other])
  return moves
}
