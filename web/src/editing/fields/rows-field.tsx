import { useEffect, useRef } from 'preact/hooks'
import { FieldProblems } from '../../desk/write-problems.tsx'
import type { RowsField as Rows } from '../form/field.ts'
import { type FormRow, rowsIn } from '../form/form-value.ts'
import { rowFrom } from '../form/from-answer.ts'
import type { FieldProps } from './field-props.ts'
import { SingleField } from './single-field.tsx'

/** Any number of rows of the same fields, which can be added, taken out and, where the order says something, moved up. */
export function RowsField({ field, value, set, problems, path }: FieldProps<Rows>) {
  const rows = rowsIn(value)
  const list = useRef<HTMLFieldSetElement>(null)
  const wanted = useRef<string | null>(null)
  // The keyboard goes on where it was: in the new row, or beside the one that is gone.
  useEffect(() => {
    if (wanted.current) list.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = null
  })
  const put = (next: readonly FormRow[], focus: string) => {
    wanted.current = focus
    set(next)
  }
  const add = () =>
    put([...rows, rowFrom(field.fields, {})], `.form-row:nth-of-type(${rows.length + 1}) :is(input, select)`)
  const remove = (index: number) =>
    put(
      rows.filter((_, each) => each !== index),
      '.add-row',
    )
  const raise = (index: number) => put(raised(rows, index), `.form-row:nth-of-type(${index}) .remove-row`)
  const own = problems.filter((problem) => problem.path.length <= path.length + 1)
  return (
    <fieldset class="group wide" ref={list}>
      <legend>{field.label}</legend>
      {field.hint && <p class="hint">{field.hint}</p>}
      {rows.map((row, index) => (
        <div key={index} class="form-row">
          <div class="fields">
            {field.fields.map((each) => (
              <SingleField
                key={each.name}
                field={each}
                value={row[each.name]}
                set={(next) => set(rows.with(index, { ...row, [each.name]: next }))}
                problems={problems}
                path={[...path, String(index), each.name]}
              />
            ))}
          </div>
          <FieldProblems problems={own} path={[...path, String(index)]} />
          <p class="row-tools">
            {field.grouped && index > 0 && (
              <button type="button" class="text-button" onClick={() => raise(index)}>
                Move up
                <span class="visually-hidden">
                  : {field.one} {index + 1}
                </span>
              </button>
            )}
            <button type="button" class="text-button remove-row" onClick={() => remove(index)}>
              Take out
              <span class="visually-hidden">
                : {field.one} {index + 1}
              </span>
            </button>
          </p>
        </div>
      ))}
      <FieldProblems problems={own.filter((problem) => problem.path.length === path.length)} path={path} />
      <button type="button" class="button quiet add-row" onClick={add}>
        Add {/^[aeiou]/.test(field.one) ? 'an' : 'a'} {field.one}
      </button>
    </fieldset>
  )
}

/** The row changes places with the one before it. */
function raised(rows: readonly FormRow[], index: number): readonly FormRow[] {
  const [before, row] = [rows[index - 1], rows[index]]
  return before && row ? rows.with(index - 1, row).with(index, before) : rows
}
