import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { problemsAt } from '../../desk/write-problem.ts'
import { FieldProblems } from '../../desk/write-problems.tsx'
import type { FieldProps } from './field-props.ts'

interface LabelledProps extends Pick<FieldProps, 'field' | 'problems' | 'path'> {
  /** Wide ones have a line of their own. */
  readonly isWide?: boolean
  /** Takes one of the nearest that would be right. */
  readonly take?: (nearest: string) => void
  /** The control, with what says its name, its hint and its problems. */
  readonly children: (attributes: object) => ComponentChildren
}

/** A control under its label, with what is wrong with it beneath. */
export function Labelled({ field, problems, path, isWide = false, take, children }: LabelledProps) {
  const id = useId()
  const isWrong = problemsAt(problems, path).length > 0
  const told = [field.hint && `${id}-hint`, isWrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div class={`field ${isWide ? 'wide' : ''}`}>
      <label for={id}>
        {field.label}
        {field.isRequired && <span class="needed"> (needed)</span>}
      </label>
      {children({
        id,
        ...(told && { 'aria-describedby': told }),
        ...(isWrong && { 'aria-invalid': true }),
      })}
      {field.hint && (
        <span id={`${id}-hint`} class="hint">
          {field.hint}
        </span>
      )}
      <div id={`${id}-wrong`}>
        <FieldProblems problems={problems} path={path} {...(take && { take })} />
      </div>
    </div>
  )
}
