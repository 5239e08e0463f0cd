import { useRef, useState } from 'preact/hooks'
import { nodeKinds } from '../../../../src/values/node-kinds.ts'
import { DraftNotice } from '../../desk/draft-notice.tsx'
import { revisionNumber } from '../../desk/revision-number.ts'
import { useDraft } from '../../desk/use-draft.ts'
import { useWrite } from '../../desk/use-write.ts'
import type { WriteConflict, WriteProblem } from '../../desk/write-problem.ts'
import { Loading } from '../../page/loading.tsx'
import { ProblemView } from '../../page/problem-view.tsx'
import type { NodeType } from '../../search/hit.ts'
import { type FieldProblem, problemAt, problemsIn } from '../form/check.ts'
import {
  changedNames,
  clashesIn,
  editedValues,
  emptyDraft,
  settled,
  typedSince,
  withValue,
} from '../form/form-draft.ts'
import type { FormValue } from '../form/form-value.ts'
import { inputOf, pathInForm } from '../form/to-input.ts'
import { nodeFields } from '../kinds/node-fields.ts'
import { recordNode } from '../kinds/record-node.ts'
import { useWholeNode } from '../kinds/use-whole-node.ts'
import type { WholeNode } from '../kinds/whole-node.ts'
import { LostRace } from './lost-race.tsx'
import { nearBeneath } from './near-nodes.tsx'
import { NodeForm } from './node-form.tsx'
import { spanBeneath } from './span-in-text.tsx'
import { useTurns } from './use-turns.ts'

interface EditPanelProps {
  readonly type: NodeType
  readonly id: string
  /** What comes after: the revision that was written, or null where nothing had to be. */
  readonly done: (revision: string | null) => void
  readonly close: () => void
}

/** The whole of a node in a form. */
export function EditPanel(props: EditPanelProps) {
  const { node, problem, reload } = useWholeNode(props.type, props.id)
  if (problem) return <ProblemView problem={problem} retry={reload} />
  if (node === undefined) return <Loading />
  return node && <EditForm {...props} node={node} />
}

export const editDraftKey = (id: string): string => `edit ${id}`

interface EditFormProps extends EditPanelProps {
  readonly node: WholeNode
}

function EditForm({ type, node, done, close }: EditFormProps) {
  const fields = nodeFields[type]
  const draft = useDraft(editDraftKey(node.id), emptyDraft)
  const writing = useWrite()
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([])
  const values = editedValues(node.values, draft.value)
  const clashes = clashesIn(node.values, draft.value)
  const changed = changedNames(node.values, draft.value)
  const problems = [...wrong, ...writing.problems.map((problem) => inForm(problem))]
  const conflict = writing.problems.find((it): it is WriteConflict => it.__typename === 'Conflict')

  function inForm(problem: WriteProblem): WriteProblem {
    const [, ...path] = problem.path
    return { ...problem, path: [...pathInForm(fields, values, path)] }
  }
  const set = (name: string, value: FormValue) => draft.type(withValue(draft.value, node.values, name, value))
  // By the time something is saved, more may be typed.
  const latest = useRef(draft)
  latest.current = draft
  const [savedAs, setSavedAs] = useState(node.revision)
  const save = async (): Promise<boolean> => {
    const found =
      clashes.length > 0
        ? [problemAt([], 'Choose first whose changes are to stand.')]
        : problemsIn(fields, values)
    setWrong(found)
    if (found.length > 0) return false
    if (changed.size === 0) {
      close()
      return true
    }
    const input = { id: node.id, ...inputOf(fields, values, changed) }
    const note = draft.value.note.trim() || null
    const written = await writing.write(() =>
      recordNode[type]({ input, note, expectedRevision: node.revision }),
    )
    if (!written) return false
    const since = typedSince(latest.current.value, draft.value)
    if (since) {
      latest.current.type(since)
      setSavedAs(written.revision?.id ?? node.revision)
    } else {
      draft.forget()
      done(written.revision?.id ?? null)
    }
    return true
  }
  const askToSave = useTurns(save, revisionNumber(node.revision) >= revisionNumber(savedAs))
  return (
    <NodeForm
      label={`Edit this ${nodeKinds[type].one}`}
      fields={fields}
      values={values}
      set={set}
      note={draft.value.note}
      setNote={(note) => draft.type({ note })}
      problems={problems}
      writing={writing}
      save={askToSave}
      saveWords="Save"
      close={close}
      above={
        <>
          <DraftNotice draft={draft} />
          <LostRace
            fields={fields}
            conflict={conflict}
            clashes={clashes}
            settle={(clash, choice) => draft.type(settled(draft.value, clash, choice))}
          />
        </>
      }
      beneath={{
        ...nearBeneath(type, editedValues({}, draft.value), node.id),
        ...spanBeneath(type, values, set),
      }}
    />
  )
}
