import { useState } from 'preact/hooks'
import './desk.css'
import { movedSpan, selectedSpan, spanSteps, type TextStretch } from './span-steps.ts'

interface SpanFieldProps {
  readonly text: string
  readonly span: TextStretch | null
  readonly choose: (span: TextStretch) => void
  /** The element that holds the source's text, in which words are selected. */
  readonly textElement: () => Element | null
}

const NOTHING_SELECTED = 'Nothing is selected in the text.'

/** Where a statement stands: by selecting in the text, or a word at a time where there is no mouse. */
export function SpanField({ text, span, choose, textElement }: SpanFieldProps) {
  const [refusal, refuse] = useState('')
  const takeSelected = () => {
    const selected = selectedSpan(textElement())
    refuse(selected ? '' : NOTHING_SELECTED)
    if (selected) choose(selected)
  }
  return (
    <fieldset class="span-field">
      <legend>Words in the text</legend>
      <blockquote dir="auto">{span ? text.slice(span.start, span.end) : 'None yet.'}</blockquote>
      {/* The press would take the selection away. */}
      <button
        type="button"
        class="chip"
        onMouseDown={(event) => event.preventDefault()}
        onClick={takeSelected}
      >
        Take what is selected in the text
      </button>
      {span &&
        Object.entries(spanSteps).map(([words, step]) => (
          <button key={words} type="button" class="chip" onClick={() => choose(movedSpan(text, span, step))}>
            {words}
          </button>
        ))}
      {refusal && (
        <p class="refused" role="alert">
          {refusal}
        </p>
      )}
    </fieldset>
  )
}
