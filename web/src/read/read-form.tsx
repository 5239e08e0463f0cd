import './read-form.css'
import type { TargetedKeyboardEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { setParams } from '../kit/location.ts'
import { DateField } from '../page/date-field.tsx'
import { example } from './example.ts'
import { paste, pasted } from './pasted.ts'
import { tooLong } from './too-long.ts'

interface ReadFormProps {
  readonly published: string | null
  readonly isRead: boolean
  readonly read: (text: string) => void
  readonly clear: () => void
}

const setPublished = (published: string) => setParams({ published }, { replace: true })

/** The browser keeps what is typed: a text of any length is typed into without a word of it being drawn anew. */
export function ReadForm({ published, isRead, read, clear }: ReadFormProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const fill = (text: string) => {
    if (!box.current) return
    box.current.value = text
    box.current.focus()
    setRefused(null)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const text = box.current?.value ?? ''
    const problem = tooLong(text)
    setRefused(problem)
    if (!problem) read(text)
  }
  const tryExample = () => {
    paste({ text: example.text, isRead: false })
    setPublished(example.published)
    fill(example.text)
  }
  const startAnew = () => {
    clear()
    fill('')
  }
  return (
    <form class="read-form" onSubmit={submit}>
      <label for="report">The report, as plain text</label>
      <textarea
        dir="auto"
        id="report"
        ref={box}
        required
        rows={isRead ? 4 : 10}
        spellcheck={false}
        aria-describedby="report-hint"
        defaultValue={pasted().text}
        onInput={({ currentTarget }) => paste({ text: currentTarget.value, isRead: false })}
        onKeyDown={submitByKey}
      />
      <p id="report-hint" class="faint">
        English, Russian and Ukrainian are read, and texts in other languages are not. The server forgets the
        text once it has answered; this tab keeps it until you clear the box or close the tab.
      </p>
      {refused && (
        <p class="refused" role="alert">
          {refused}
        </p>
      )}
      <div class="filters">
        <DateField label="Published, if you know it" value={published} choose={setPublished} />
        <button type="submit" class="button main">
          Read
        </button>
        <Keys />
        <span class="others">
          <button type="button" class="text-button" onClick={tryExample}>
            Fill in an example
          </button>
          <button type="button" class="text-button" onClick={startAnew}>
            Clear
          </button>
        </span>
      </div>
    </form>
  )
}

function submitByKey(event: TargetedKeyboardEvent<HTMLTextAreaElement>): void {
  const { key, ctrlKey, metaKey, currentTarget } = event
  if (key === 'Enter' && (ctrlKey || metaKey)) currentTarget.form?.requestSubmit()
}

const Keys = () => (
  <span class="keys faint">
    or <kbd>Ctrl</kbd> <kbd>Enter</kbd> in the box, <kbd>⌘</kbd> <kbd>Enter</kbd> on a Mac
  </span>
)
