import '../../statement/marked-text.css'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { SpanField } from '../../desk/span-field.tsx'
import { spanInput, type TextStretch } from '../../desk/span-steps.ts'
import { graphql } from '../../kit/graphql.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import type { NodeType } from '../../search/hit.ts'
import { type FormValue, type FormValues, isChosenNode, isFormRow, textIn } from '../form/form-value.ts'

const sourceTextQuery = graphql(`
  query SourceText($id: ID!) {
    source(id: $id) { text language }
  }
`)

interface SpanInTextProps {
  /** The source that the form names. */
  readonly source: string
  readonly span: FormValue | undefined
  readonly set: (span: FormValue) => void
}

/** The text of a statement's source, in which its words are selected; nothing where the source has none. */
export function SpanInText({ source, span, set }: SpanInTextProps) {
  const { data } = useAnswer(sourceTextQuery, { id: source })
  const shown = useRef<HTMLDivElement>(null)
  const text = data?.source?.text ?? ''
  const stretch = stretchIn(span, text)
  // A long text is scrolled to the words, and the page stays where it is.
  useLayoutEffect(() => {
    const box = shown.current?.parentElement
    const mark = shown.current?.querySelector('mark')
    if (box && mark && stretch)
      box.scrollTop +=
        mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3
  }, [text, stretch?.start])
  if (!data?.source || text === '') return null
  const { language } = data.source
  const { start, end } = stretch ?? { start: text.length, end: text.length }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard. */}
      <section class="source-text span-text" aria-label="The source’s text" tabIndex={0}>
        <div class="text" dir="auto" {...(language && { lang: language })} ref={shown}>
          {text.slice(0, start)}
          <mark class="span chosen">{text.slice(start, end)}</mark>
          {text.slice(end)}
        </div>
      </section>
      <SpanField
        text={text}
        span={stretch}
        choose={(chosen) => set(asTyped(chosen, text))}
        textElement={() => shown.current}
      />
    </>
  )
}

/** Where the form has it; null where that is no place in the text. */
function stretchIn(span: FormValue | undefined, text: string): TextStretch | null {
  const row = isFormRow(span) ? span : {}
  const [start, end] = [textIn(row.start), textIn(row.end)].map((typed) =>
    typed === '' ? NaN : Number(typed),
  )
  const isPlace = start !== undefined && end !== undefined && 0 <= start && start < end && end <= text.length
  return isPlace ? { start, end } : null
}

function asTyped(chosen: TextStretch, text: string): FormValue {
  const { start, end, ...words } = spanInput(chosen, text)
  return { start: String(start), end: String(end), ...words }
}

/** It stands beneath the fields of a span, where a form has one and names a source. */
export function spanBeneath(
  type: NodeType,
  values: FormValues,
  set: (name: string, value: FormValue) => void,
) {
  const { source, span } = values
  if (type !== 'STATEMENT' || !isChosenNode(source)) return {}
  return { span: <SpanInText source={source.key} span={span} set={(next) => set('span', next)} /> }
}
