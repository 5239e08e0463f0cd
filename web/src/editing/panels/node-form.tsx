import '../editing.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Unchosen, unchosenBox } from '../../desk/unchosen.tsx'
import type { Writing } from '../../desk/use-write.ts'
import type { WriteProblem } from '../../desk/write-problem.ts'
import { WriteProblems } from '../../desk/write-problems.tsx'
import { FieldView } from '../fields/field-view.tsx'
import { applyingFields, type FormField } from '../form/field.ts'
import type { FormValue, FormValues } from '../form/form-value.ts'

interface NodeFormProps {
  readonly label: string
  readonly fields: readonly FormField[]
  readonly values: FormValues
  readonly set: (name: string, value: FormValue) => void
  readonly note: string
  readonly setNote: (note: string) => void
  /** In the form's own paths. */
  readonly problems: readonly WriteProblem[]
  readonly writing: Writing
  readonly save: () => void
  /** What the button says that saves it. */
  readonly saveWords: string
  readonly close?: () => void
  /** Stands above the fields. */
  readonly above?: ComponentChildren
  /** Stands beneath a field, by its name. */
  readonly beneath?: Readonly<Record<string, ComponentChildren>>
}

/** The fields of a node, why they are changed, and what saves them. Ctrl and Enter save from anywhere in it. */
export function NodeForm(props: NodeFormProps) {
  const { label, fields, values, set, note, setNote, problems, writing, save, saveWords, close } = props
  const form = useRef<HTMLFormElement>(null)
  const [unchosen, setUnchosen] = useState('')
  const shown = applyingFields(fields, values)
  /** What is typed into a box of names and not chosen there would not be saved. */
  const saveChosen = () => {
    const box = unchosenBox(form.current)
    setUnchosen(box?.value.trim() ?? '')
    if (box) box.focus()
    else save()
  }
  // Whoever hears the page, or has scrolled, is led to the first thing that is wrong.
  useEffect(() => {
    if (problems.length > 0 || writing.failure)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid], [role="alert"]')
        ?.scrollIntoView({ block: 'center' })
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus({ preventScroll: true })
  }, [problems, writing.failure])
  return (
    <form
      ref={form}
      class="editor"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saveChosen()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) saveChosen()
      }}
    >
      {props.above}
      <WriteProblems
        writing={{ ...writing, problems: problems.filter(({ __typename }) => __typename !== 'Conflict') }}
        shown={shown.map(({ name }) => [name])}
      />
      <div class="fields">
        {shown.map((field) => (
          <FieldAndMore key={field.name} more={props.beneath?.[field.name]}>
            <FieldView
              field={field}
              value={values[field.name]}
              set={(value) => set(field.name, value)}
              problems={problems}
              path={[field.name]}
            />
          </FieldAndMore>
        ))}
        <label class="field wide">
          Why (stands in the history)
          <input
            type="text"
            dir="auto"
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
      </div>
      <Unchosen words={unchosen} />
      <p class="buttons">
        <button type="submit" class="button primary" aria-disabled={writing.isWriting}>
          {writing.isWriting ? 'Saving…' : saveWords}
        </button>
        {close && (
          <button type="button" class="button" onClick={close}>
            Close
          </button>
        )}
        <span class="faint">What you type is kept in this browser until it is saved.</span>
      </p>
    </form>
  )
}

const FieldAndMore = ({
  children,
  more,
}: {
  readonly children: ComponentChildren
  readonly more: ComponentChildren
}) => (
  <>
    {children}
    {more && <div class="wide">{more}</div>}
  </>
)
