import { useRef, useState } from 'preact/hooks'
import { nodeKinds } from '../../../../src/values/node-kinds.ts'
import { DraftNotice } from '../../desk/draft-notice.tsx'
import { useMe } from '../../desk/me.ts'
import { SignInNotice } from '../../desk/sign-in-notice.tsx'
import { leaveDraft, useDraft } from '../../desk/use-draft.ts'
import { useWrite } from '../../desk/use-write.ts'
import { go, usePlace } from '../../kit/location.ts'
import { oneOf } from '../../kit/words.ts'
import { useTitle } from '../../page/use-title.ts'
import type { NodeType } from '../../search/hit.ts'
import { type FieldProblem, problemAt, problemsIn } from '../form/check.ts'
import type { FormField } from '../form/field.ts'
import { editedValues, emptyDraft, typedSince, withValue } from '../form/form-draft.ts'
import { type FormValue, type FormValues, isEmptyValue, textIn } from '../form/form-value.ts'
import { emptyValues } from '../form/from-answer.ts'
import { inputOf, pathInForm } from '../form/to-input.ts'
import { nodeFields } from '../kinds/node-fields.ts'
import { pathAfter } from '../kinds/path-after.ts'
import { recordNode } from '../kinds/record-node.ts'
import { askWholeNode } from '../kinds/whole-node.ts'
import { editDraftKey } from './edit-panel.tsx'
import { callingField, nearBeneath } from './near-nodes.tsx'
import { NodeForm } from './node-form.tsx'
import { spanBeneath } from './span-in-text.tsx'
import { useProposedSlug } from './use-proposed-slug.ts'
import { useTurns } from './use-turns.ts'

const slugField: FormField = {
  name: 'slug',
  label: 'Short name in addresses',
  kind: 'text',
  isRequired: true,
  hint: 'Lower-case letters, digits and single hyphens. It stays as it is.',
  refusal: (text) =>
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
      ? ''
      : 'Only lower-case letters, digits and single hyphens, such as anna-kovac.',
}

/** A statement and an assessment go by their ids. */
function fieldsOfNew(type: NodeType): readonly FormField[] {
  const [first, ...others] = nodeFields[type]
  return first && callingField[type] ? [first, slugField, ...others] : nodeFields[type]
}

/** What an address has for the nodes that a new one names: `/new/statement?source=bbc-report`. */
function givenValues(fields: readonly FormField[], params: URLSearchParams): FormValues {
  const given = fields.flatMap(({ name, kind }): [string, FormValue][] => {
    const key = params.get(name)
    if (!key) return []
    const node = { key, name: key }
    if (kind === 'nodes') return [[name, [node]]]
    return kind === 'node' ? [[name, node]] : []
  })
  return { ...emptyValues(fields), ...Object.fromEntries(given) }
}

/** A new node of a kind. */
export function NewPage({ type }: { readonly type: NodeType }) {
  const { one } = nodeKinds[type]
  const me = useMe()
  useTitle(`New ${one}`)
  return (
    <div class="page" aria-busy={me.user === undefined}>
      <header class="head">
        <p class="eyebrow">New</p>
        <h1>A new {one}</h1>
      </header>
      <SignInNotice me={me} purpose={`To add ${oneOf(one)}`} />
      {me.mayWrite && <NewForm key={type} type={type} />}
    </div>
  )
}

function NewForm({ type }: { readonly type: NodeType }) {
  const { one } = nodeKinds[type]
  const [fields] = useState(() => fieldsOfNew(type))
  const { params } = usePlace()
  const draft = useDraft(`new ${one}`, emptyDraft)
  const writing = useWrite()
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([])
  const calling = callingField[type]
  const given = givenValues(fields, params)
  const slug = useProposedSlug(calling ? textIn(editedValues(given, draft.value)[calling]) : '')
  const base = calling ? { ...given, slug } : given
  const values = editedValues(base, draft.value)
  const problems = [
    ...wrong,
    ...writing.problems.map((problem) => ({
      ...problem,
      path: [...pathInForm(fields, values, problem.path.slice(1))],
    })),
  ]
  const set = (name: string, value: FormValue) => draft.type(withValue(draft.value, base, name, value))
  const latest = useRef(draft)
  latest.current = draft
  const save = async (): Promise<boolean> => {
    const found = [...problemsIn(fields, values), ...(await slugProblems(type, textIn(values.slug)))]
    setWrong(found)
    if (found.length > 0) return false
    const filled = new Set(fields.map(({ name }) => name).filter((name) => !isEmptyValue(values[name])))
    const input = inputOf(fields, values, filled)
    const note = draft.value.note.trim() || null
    const written = await writing.write(() => recordNode[type]({ input, note }))
    if (!written?.node) return false
    // What was typed while it was written is left to the form that edits it.
    const since = typedSince(latest.current.value, draft.value)
    if (since) {
      const { slug: _, ...edits } = since.edits
      leaveDraft(editDraftKey(written.node.id), { ...since, edits })
    }
    latest.current.forget()
    go(pathAfter(written.node, written.revision?.id ?? null, since !== null))
    return true
  }
  const askToSave = useTurns(save)
  return (
    <NodeForm
      label={`New ${one}`}
      fields={fields}
      values={values}
      set={set}
      note={draft.value.note}
      setNote={(note) => draft.type({ note })}
      problems={problems}
      writing={writing}
      save={askToSave}
      saveWords={`Add this ${one}`}
      above={<DraftNotice draft={draft} />}
      beneath={{ ...nearBeneath(type, values), ...spanBeneath(type, values, set) }}
    />
  )
}

/** Where a node has the slug already, the new one would change it. */
async function slugProblems(type: NodeType, slug: string): Promise<FieldProblem[]> {
  if (slug === '' || !(await askWholeNode(type, slug))) return []
  const { one } = nodeKinds[type]
  const message = `There is ${oneOf(one)} “${slug}” already. Open it, or choose another short name.`
  return [{ ...problemAt(['slug'], message), nearest: [`${slug}-2`] }]
}
