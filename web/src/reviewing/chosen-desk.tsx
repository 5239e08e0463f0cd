import { DraftNotice } from '../desk/draft-notice.tsx'
import type { Draft } from '../desk/use-draft.ts'
import { WriteProblems } from '../desk/write-problems.tsx'
import { NewActor, newActorsOf } from './new-actor.tsx'
import { ReviewActions } from './review-actions.tsx'
import type { ReviewedSource, ReviewedStatement } from './review-query.ts'
import { StatementForm } from './statement-form.tsx'
import { mineText, type StatementValue } from './statement-value.ts'
import type { Decisions } from './use-decisions.ts'

/** What is open beneath the chosen proposal. */
export type Panel = 'edit' | 'identify' | null

interface ChosenDeskProps {
  readonly source: ReviewedSource
  readonly statement: ReviewedStatement
  readonly decisions: Decisions
  readonly draft: Draft<StatementValue>
  readonly panel: Panel
  readonly setPanel: (panel: Panel) => void
  readonly decide: (verdict: 'ACCEPT' | 'REJECT') => void
  readonly save: () => void
  readonly close: () => void
  readonly takeTheirs: () => void
  readonly keepMine: () => void
  readonly textElement: () => Element | null
}

/** Beneath the chosen proposal: what stands in the way, its form where it is edited, or what can be done with it. */
export function ChosenDesk(props: ChosenDeskProps) {
  const { source, statement, decisions, draft, panel, setPanel, decide, save, close } = props
  const { writing, mergeActor, makeUnnamed } = decisions
  const newActors = newActorsOf(statement)
  const closeIf = (isDone: boolean) => isDone && close()
  return (
    <>
      <WriteProblems
        writing={writing}
        shown={panel === 'edit' ? EDITED : []}
        mine={(path) => (path === 'review' ? decisions.wanted : mineText(draft, path))}
        takeTheirs={props.takeTheirs}
        keepMine={props.keepMine}
      />
      <DraftNotice draft={draft} />
      {panel === 'edit' ? (
        <StatementForm
          {...{ source, statement, draft, save, close }}
          problems={writing.problems}
          isWriting={writing.isWriting}
          accept={() => decide('ACCEPT')}
          textElement={props.textElement}
        />
      ) : (
        <ReviewActions
          review={statement.review}
          isEdited={draft.isTyped}
          newActors={newActors.length}
          isWriting={writing.isWriting}
          accept={() => decide('ACCEPT')}
          reject={() => decide('REJECT')}
          edit={() => setPanel('edit')}
          identify={() => setPanel('identify')}
        />
      )}
      {panel === 'identify' &&
        newActors.map((actor) => (
          <NewActor
            key={actor.id}
            actor={actor}
            merge={async (into, name) => closeIf(await mergeActor(actor, into, name))}
            makeUnnamed={async () => closeIf(await makeUnnamed(actor))}
            keep={close}
          />
        ))}
    </>
  )
}

const FIELDS = [
  'speaker',
  'onBehalfOf',
  'addressee',
  'claim',
  'about',
  'stance',
  'certainty',
  'act',
  'saidAt',
  'text',
  'span',
]
/** Where the form shows what is wrong beside the field. */
const EDITED = FIELDS.flatMap((field) => [
  ['input', 0, 'edits', field],
  ['input', field],
])
