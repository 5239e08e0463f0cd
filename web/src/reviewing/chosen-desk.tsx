import { DraftNotice } from '../desk/draft-notice.tsx'
import type { Draft } from '../desk/use-draft.ts'
import { WriteProblems } from '../desk/write-problems.tsx'
import type { Decisions } from './decisions.ts'
import { NewActor, newActorsOf } from './new-actor.tsx'
import { ReviewActions } from './review-actions.tsx'
import type { ReviewedSource, ReviewedStatement } from './review-query.ts'
import { StatementForm } from './statement-form.tsx'
import { mineText, type StatementValue } from './statement-value.ts'

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
  readonly edit: () => void
  readonly save: () => void
  readonly close: () => void
  readonly takeTheirs: () => void
  readonly keepMine: () => void
  readonly textElement: () => Element | null
}

/** Beneath the chosen proposal: what stands in the way, its form where it is edited, or what can be done with it. */
export function ChosenDesk(props: ChosenDeskProps) {
  const { source, statement, decisions, draft, panel, setPanel, decide, save, close } = props
  const { mergeActor, makeUnnamed } = decisions
  const stopped = decisions.stopped?.write.deed.at === statement.id ? decisions.stopped : null
  const writing = { problems: stopped?.problems ?? [], failure: stopped?.failure }
  const newActors = newActorsOf(statement)
  const asked = { at: statement.id }
  return (
    <>
      <WriteProblems
        writing={writing}
        shown={panel === 'edit' ? EDITED : []}
        mine={(path) => (path === 'review' ? stopped?.write.wanted : mineText(draft, path))}
        takeTheirs={props.takeTheirs}
        keepMine={props.keepMine}
      />
      <DraftNotice draft={draft} />
      {panel === 'edit' ? (
        <StatementForm
          {...{ source, statement, draft, save, close }}
          problems={writing.problems}
          takesFocus={stopped === null}
          accept={() => decide('ACCEPT')}
          textElement={props.textElement}
        />
      ) : (
        <ReviewActions
          review={statement.review}
          isEdited={draft.isTyped}
          newActors={newActors.length}
          accept={() => decide('ACCEPT')}
          reject={() => decide('REJECT')}
          edit={props.edit}
          identify={() => setPanel('identify')}
        />
      )}
      {panel === 'identify' &&
        newActors.map((actor) => (
          <NewActor
            key={actor.id}
            actor={actor}
            merge={(into, name) => {
              close()
              mergeActor(actor, into, name, asked)
            }}
            makeUnnamed={() => {
              close()
              makeUnnamed(actor, asked)
            }}
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
