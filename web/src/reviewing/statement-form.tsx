import type { TargetedKeyboardEvent } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { certainties, speechActs, stances } from '../../../src/values/vocabulary.ts'
import { NodeField } from '../desk/node-field.tsx'
import { SpanField } from '../desk/span-field.tsx'
import { Unchosen, unchosenBox } from '../desk/unchosen.tsx'
import type { Draft } from '../desk/use-draft.ts'
import { WordField } from '../desk/word-field.tsx'
import type { WriteProblem } from '../desk/write-problem.ts'
import { FieldProblems } from '../desk/write-problems.tsx'
import { elementOf } from '../kit/event-element.ts'
import { actWord, stanceWord } from '../kit/words.ts'
import { DateField } from '../page/date-field.tsx'
import { NearestList } from './nearest-list.tsx'
import { OwnClaim } from './own-claim.tsx'
import type { ReviewedSource, ReviewedStatement } from './review-query.ts'
import type { StatementValue } from './statement-value.ts'
import { useNearActors } from './use-near-actors.ts'
import { useNearClaims } from './use-near-claims.ts'

interface StatementFormProps {
  readonly source: ReviewedSource
  readonly statement: ReviewedStatement
  readonly draft: Draft<StatementValue>
  readonly problems: readonly WriteProblem[]
  /** Not where it is opened again by what stood in the way: keys may be pressed that were meant for another statement. */
  readonly takesFocus: boolean
  readonly accept: () => void
  readonly save: () => void
  readonly close: () => void
  readonly textElement: () => Element | null
}

/** A problem is in what was asked for at one of two places: among the decisions, or as a statement to be recorded. */
const pathsOf = (field: string) => [
  ['input', 0, 'edits', field],
  ['input', field],
]
const pathIn = (problems: readonly WriteProblem[], field: string) =>
  pathsOf(field)[problems.some(({ path }) => path[1] === '0') ? 0 : 1]

/** All that a person decides about a proposal, in place. */
export function StatementForm(props: StatementFormProps) {
  const { source, statement, draft, problems, takesFocus, accept, save, close, textElement } = props
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  const { value, type } = draft
  const nearActors = useNearActors(statement.speaker)
  const nearClaims = useNearClaims(source, statement)
  // At once: what is typed right after the form was asked for belongs into it.
  useLayoutEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus()
  }, [takesFocus])
  const problemsOf = (field: string) => ({ problems, path: pathIn(problems, field) ?? ['input', field] })
  const [unchosen, setUnchosen] = useState('')
  const sendChosen = (send: () => void) => {
    const box = unchosenBox(form.current)
    setUnchosen(box?.value.trim() ?? '')
    if (box) box.focus()
    else send()
  }
  const submit = (event: Event) => {
    event.preventDefault()
    sendChosen(accept)
  }
  const actors = (name: 'speaker' | 'onBehalfOf' | 'addressee', label: string) => ({
    ...{ label, types: ['ACTOR'] as const, chosen: value[name] },
    ...problemsOf(name),
  })
  return (
    <form
      class="statement-form"
      ref={form}
      aria-label="Edit the statement"
      onSubmit={submit}
      onKeyDownCapture={(event) => formKeys(event, close)}
    >
      <NodeField {...actors('speaker', 'Speaker')} choose={(speaker) => type({ speaker })}>
        <NearestList
          label="Who may be meant"
          near={nearActors.filter(({ key }) => key !== value.speaker[0]?.key)}
          choose={({ key, name }) => type({ speaker: [{ key, name }] })}
        />
      </NodeField>
      <div class="pair">
        <NodeField {...actors('onBehalfOf', 'On behalf of')} choose={(onBehalfOf) => type({ onBehalfOf })} />
        <NodeField {...actors('addressee', 'Said to')} choose={(addressee) => type({ addressee })} />
      </div>
      <NodeField
        label="Claim"
        types={['CLAIM']}
        chosen={value.claim}
        choose={(claim) => type({ claim })}
        {...problemsOf('claim')}
      >
        <NearestList
          label="Which claim may be meant"
          near={nearClaims.filter(({ key }) => key !== value.claim[0]?.key)}
          choose={({ key, name }) => type({ claim: [{ key, name }] })}
        />
        <OwnClaim value={value} type={type} />
      </NodeField>
      <NodeField
        label="About"
        isList
        types={['ACTOR', 'EVENT', 'PLACE']}
        chosen={value.about}
        choose={(about) => type({ about })}
        {...problemsOf('about')}
      />
      <div class="filters">
        <WordField
          label="Stance"
          value={value.stance}
          words={stances}
          wordOf={stanceWord}
          none="none"
          choose={(stance) => type({ stance })}
          {...problemsOf('stance')}
        />
        <WordField
          label="Certainty"
          value={value.certainty}
          words={certainties}
          none="none"
          choose={(certainty) => type({ certainty })}
          {...problemsOf('certainty')}
        />
        <WordField
          label="Act"
          value={value.act}
          words={speechActs}
          wordOf={actWord}
          choose={(act) => act && type({ act })}
          {...problemsOf('act')}
        />
        <div>
          <DateField label="Said" value={value.saidAt} choose={(saidAt) => type({ saidAt })} />
          <FieldProblems {...problemsOf('saidAt')} />
        </div>
      </div>
      <div class="field wide">
        <label for={id}>What was said</label>
        <textarea
          id={id}
          dir="auto"
          rows={2}
          value={value.text}
          onInput={({ currentTarget }) => type({ text: currentTarget.value })}
        />
        <FieldProblems {...problemsOf('text')} />
      </div>
      {source.text !== null && (
        <SpanField
          text={source.text}
          span={value.span}
          choose={(span) => type({ span })}
          textElement={textElement}
        />
      )}
      <FieldProblems {...problemsOf('span')} />
      <Unchosen words={unchosen} />
      <p class="form-buttons">
        <button type="submit" class="button main">
          Accept{draft.isTyped && ' as edited'}
        </button>
        <button type="button" class="button" disabled={!draft.isTyped} onClick={() => sendChosen(save)}>
          Save, and decide later
        </button>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
        {draft.isTyped && (
          <button type="button" class="text-button" onClick={draft.forget}>
            Discard what is edited
          </button>
        )}
      </p>
    </form>
  )
}

/** Escape is the box's first, as long as there is anything in it to close or to clear. */
function formKeys(event: TargetedKeyboardEvent<HTMLFormElement>, close: () => void): void {
  const box = elementOf(event)
  const isInUse =
    box?.getAttribute('aria-expanded') === 'true' ||
    (box?.matches('[role="combobox"]') && valueIn(box) !== '')
  if (event.key === 'Escape' && !isInUse) {
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    event.stopPropagation()
    submitAsTyped(event.currentTarget)
  }
}

/** A field that takes what is typed once it is left, such as a date, is left first, and what it says is drawn. */
function submitAsTyped(form: HTMLFormElement): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  queueMicrotask(() => form.requestSubmit())
}

const valueIn = (box: Element): string => (box instanceof HTMLInputElement ? box.value : '')
