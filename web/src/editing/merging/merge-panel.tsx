import '../editing.css'
import { useDraft } from '../../desk/use-draft.ts'
import { useWrite } from '../../desk/use-write.ts'
import { WriteProblems } from '../../desk/write-problems.tsx'
import { change } from '../../kit/client.ts'
import { go, setParams, usePlace } from '../../kit/location.ts'
import { Loading } from '../../page/loading.tsx'
import { ProblemView } from '../../page/problem-view.tsx'
import { pathAfter } from '../kinds/path-after.ts'
import { useWholeNode } from '../kinds/use-whole-node.ts'
import type { WholeNode } from '../kinds/whole-node.ts'
import { BothSides, titleOf } from './both-sides.tsx'
import { mergeClaims, mergeEntities } from './merge-mutations.ts'
import type { MergedType } from './moves-query.ts'
import { OtherChoice } from './other-choice.tsx'
import { WhatMoves } from './what-moves.tsx'

interface MergePanelProps {
  readonly type: MergedType
  readonly id: string
  readonly close: () => void
}

/** Makes one of two that are the same. The address has the other, and which of them stays. */
export function MergePanel({ type, id, close }: MergePanelProps) {
  const other = usePlace().params.get('with')
  return (
    <section class="editor" aria-label="Merge">
      {other ? (
        <Pair type={type} id={id} other={other} />
      ) : (
        <OtherChoice type={type} id={id} choose={(key) => setParams({ with: key })} />
      )}
      <p class="buttons">
        {other && (
          <button type="button" class="button" onClick={() => setParams({ with: null, stays: null })}>
            Choose another
          </button>
        )}
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </p>
    </section>
  )
}

interface PairProps {
  readonly type: MergedType
  readonly id: string
  readonly other: string
}

function Pair({ type, id, other }: PairProps) {
  const [here, there] = [useWholeNode(type, id), useWholeNode(type, other)]
  const otherStays = usePlace().params.get('stays') === 'other'
  const problem = here.problem ?? there.problem
  if (problem)
    return <ProblemView problem={problem} retry={() => [here, there].map(({ reload }) => reload())} />
  if (here.node === undefined || there.node === undefined) return <Loading />
  if (!here.node || !there.node || here.node.id === there.node.id)
    return <p role="alert">There is no other “{other}” of this kind.</p>
  const [stays, goes] = otherStays ? [there.node, here.node] : [here.node, there.node]
  return (
    <MergeForm
      type={type}
      stays={stays}
      goes={goes}
      swap={() => setParams({ stays: otherStays ? null : 'other' })}
    />
  )
}

interface MergeFormProps {
  readonly type: MergedType
  readonly stays: WholeNode
  readonly goes: WholeNode
  readonly swap: () => void
}

function MergeForm({ type, stays, goes, swap }: MergeFormProps) {
  const draft = useDraft(`merge ${[stays.id, goes.id].sort().join(' ')}`, { note: '' })
  const writing = useWrite()
  const merge = async () => {
    if (writing.isWriting) return
    const asked = { into: stays.id, from: [goes.id], note: draft.value.note.trim() || null }
    const written = await writing.write(
      async () => (await change(type === 'CLAIM' ? mergeClaims : mergeEntities, asked)).done,
    )
    if (!written?.node) return
    draft.forget()
    go(pathAfter(written.node, written.revision?.id ?? null))
  }
  return (
    <form
      aria-label={`Merge ${titleOf(goes)} into ${titleOf(stays)}`}
      onSubmit={(event) => {
        event.preventDefault()
        merge()
      }}
    >
      <h3>
        <bdi>{titleOf(goes)}</bdi> goes into <bdi>{titleOf(stays)}</bdi>{' '}
        <button type="button" class="button quiet" onClick={swap}>
          Swap
        </button>
      </h3>
      <BothSides stays={stays} goes={goes} />
      <WhatMoves type={type} stays={stays} goes={goes} />
      <WriteProblems writing={writing} />
      <label class="field wide">
        Why (stands in the history)
        <input
          type="text"
          dir="auto"
          value={draft.value.note}
          onInput={(event) => draft.type({ note: event.currentTarget.value })}
        />
      </label>
      <p class="buttons">
        <button type="submit" class="button primary" aria-disabled={writing.isWriting}>
          {writing.isWriting ? 'Merging…' : 'Merge them'}
        </button>
      </p>
    </form>
  )
}
