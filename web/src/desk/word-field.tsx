import { useId } from 'preact/hooks'
import { capital, plain } from '../kit/words.ts'
import type { ArgumentPath, WriteProblem } from './write-problem.ts'
import { FieldProblems } from './write-problems.tsx'

interface WordFieldProps<Word extends string> {
  readonly label: string
  readonly value: Word | null
  readonly words: readonly Word[]
  readonly choose: (word: Word | null) => void
  readonly wordOf?: (word: Word) => string
  /** What it says where there is none; without it, there must be one. */
  readonly none?: string
  readonly problems?: readonly WriteProblem[]
  readonly path?: ArgumentPath
}

/** A field of a form that holds one word of a vocabulary. */
export function WordField<Word extends string>(props: WordFieldProps<Word>) {
  const { label, value, words, choose, wordOf = plain, none, problems = [], path } = props
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ currentTarget }) => choose(words.find((word) => word === currentTarget.value) ?? null)}
      >
        {(none !== undefined || value === null) && <option value="">{none ?? '—'}</option>}
        {words.map((word) => (
          <option key={word} value={word}>
            {capital(wordOf(word))}
          </option>
        ))}
      </select>
      {path && (
        <FieldProblems
          problems={problems}
          path={path}
          take={(word) => choose(words.find((one) => one === word) ?? value)}
        />
      )}
    </div>
  )
}
