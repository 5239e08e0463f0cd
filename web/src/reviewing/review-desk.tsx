import './review.css'
import { useRef, useState } from 'preact/hooks'
import { useMe } from '../desk/me.ts'
import { SignInNotice } from '../desk/sign-in-notice.tsx'
import { useDraft } from '../desk/use-draft.ts'
import { noteChange } from '../kit/client.ts'
import { takenWords } from '../kit/words.ts'
import { Empty, Section } from '../page/section.tsx'
import { type Marked, MarkedText } from '../statement/marked-text.tsx'
import { ChosenDesk, type Panel } from './chosen-desk.tsx'
import { KeysHelp } from './keys-help.tsx'
import { newActorsOf } from './new-actor.tsx'
import { ReviewCard } from './review-card.tsx'
import type { ReviewedSource, ReviewedStatement } from './review-query.ts'
import { ReviewStatus } from './review-status.tsx'
import { editsOf, formValue, noStatement, type TextStretch } from './statement-value.ts'
import { inTextOrder, isOpen, isSure, neighbour, nextOpen } from './sure.ts'
import { useChosen } from './use-chosen.ts'
import type { Decision, Decisions } from './use-decisions.ts'
import { useKeys } from './use-keys.ts'

interface ReviewDeskProps {
  readonly source: ReviewedSource
  /** What was open since the page was opened, as it is now. */
  readonly statements: readonly ReviewedStatement[]
  readonly decisions: Decisions
}

/** A report's text on one side, what it proposes on the other. */
export function ReviewDesk({ source, statements: seen, decisions }: ReviewDeskProps) {
  const me = useMe()
  const { writing, done } = decisions
  const statements = inTextOrder(seen)
  const { chosen, choose } = useChosen(statements)
  const [pointed, point] = useState<readonly string[]>([])
  const [panel, setPanel] = useState<Panel>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const desk = useRef<HTMLDivElement>(null)
  const saved = chosen ? formValue(chosen) : noStatement
  const draft = useDraft(`review.${chosen?.id ?? 'none'}`, saved, chosen?.revision.id ?? null)
  const edits = editsOf(saved, draft.value, source.text ?? '')
  const sure = statements.filter((one) => isOpen(one) && isSure(one) && one.id !== (edits && chosen?.id))
  const textElement = () => desk.current?.querySelector('.source-text .text') ?? null

  const show = (id: string | null) => {
    setPanel(null)
    writing.clear()
    choose(id)
  }
  /** What is typed has been sent, and the next one that is open comes. */
  const goOn = (isDone: boolean) => {
    if (!isDone || !chosen) return
    draft.forget()
    setPanel(null)
    choose(nextOpen(statements, chosen.id) ?? chosen.id)
  }
  const decide = async (verdict: 'ACCEPT' | 'REJECT') => {
    if (!chosen || writing.isWriting) return
    const sent = verdict === 'ACCEPT' ? edits : null
    goOn(
      await decisions.decide([
        { statement: chosen.id, verdict, edits: sent, expectedRevision: draft.revision },
      ]),
    )
  }
  const acceptSure = async () => {
    if (sure.length === 0 || writing.isWriting) return
    const all = sure.map(
      ({ id, revision }) =>
        ({ statement: id, verdict: 'ACCEPT', edits: null, expectedRevision: revision.id }) satisfies Decision,
    )
    if (await decisions.decide(all))
      choose(
        nextOpen(
          statements.filter((one) => !sure.includes(one)),
          null,
        ),
      )
  }
  const save = async () => {
    if (chosen && edits && (await decisions.save({ ...edits, id: chosen.id }, draft.revision))) {
      draft.forget()
      show(chosen.id)
    }
  }
  const undo = async () => {
    if (writing.isWriting) return
    const undone = await decisions.undo()
    if (undone) show(undone[0] ?? chosen?.id ?? null)
  }
  const close = () => {
    setHelpOpen(false)
    show(chosen?.id ?? null)
  }
  const identify = () => chosen && newActorsOf(chosen).length > 0 && setPanel('identify')
  const keys = useKeys(
    {
      next: () => show(neighbour(statements, chosen?.id ?? null, 1)),
      previous: () => show(neighbour(statements, chosen?.id ?? null, -1)),
      accept: () => decide('ACCEPT'),
      reject: () => decide('REJECT'),
      edit: () => chosen && setPanel('edit'),
      identify,
      undo,
      acceptSure,
      help: () => setHelpOpen(!isHelpOpen),
      close,
    },
    me.mayWrite,
  )
  const takeTheirs = () => {
    draft.forget()
    writing.clear()
    noteChange()
  }
  const keepMine = async () => goOn(await decisions.keepMine())

  return (
    <div ref={desk}>
      <SignInNotice me={me} purpose="To accept, correct or reject these" />
      {me.mayWrite && (
        <ReviewStatus
          source={source}
          told={decisions.told}
          sure={sure.length}
          canUndo={done.length > 0}
          isHelpOpen={isHelpOpen}
          toggleHelp={() => setHelpOpen(!isHelpOpen)}
          {...{ acceptSure, undo }}
        />
      )}
      {isHelpOpen && <KeysHelp {...keys} />}
      <div class="split review-desk">
        <Section title="Text" class="review-text">
          {source.text === null ? (
            <Empty>The text of this source is not stored. The quoted words stand with each proposal.</Empty>
          ) : (
            <MarkedText
              text={source.text}
              language={source.language}
              marked={statements.map((one) =>
                markedStatement(one, one.id === chosen?.id ? draft.value.span : one.span),
              )}
              chosen={chosen?.id ?? null}
              pointed={pointed}
              point={point}
              choose={show}
            />
          )}
        </Section>
        <Section title="Proposals" count={source.proposed.totalCount}>
          {statements.length === 0 && <Empty>Nothing is proposed in this source.</Empty>}
          {source.proposed.totalCount > source.proposed.nodes.length && (
            <p class="faint note">
              The first {source.proposed.nodes.length} that are open; the others follow as these are decided.
            </p>
          )}
          <ol class="plain statements">
            {statements.map((one) => (
              <li
                key={one.id}
                class={one.id === chosen?.id ? 'chosen' : pointed.includes(one.id) ? 'pointed' : undefined}
                onMouseEnter={() => point([one.id])}
                onMouseLeave={() => point([])}
              >
                <ReviewCard statement={one} isChosen={one.id === chosen?.id} choose={() => show(one.id)}>
                  {one.id === chosen?.id && me.mayWrite && (
                    <ChosenDesk
                      {...{ source, decisions, draft, panel, setPanel, textElement, takeTheirs, keepMine }}
                      statement={one}
                      decide={decide}
                      save={save}
                      close={() => show(one.id)}
                    />
                  )}
                </ReviewCard>
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </div>
  )
}

const markedStatement = (
  { id, side, review, speaker, stance, certainty, claim, text }: ReviewedStatement,
  span: TextStretch | null,
): Marked => ({
  ...{ id, span, side },
  isProposed: review === 'PROPOSED',
  speaker: speaker.name,
  says: stance && claim ? `${takenWords({ stance, certainty, side })}: ${claim.text}` : `says: ${text}`,
})
