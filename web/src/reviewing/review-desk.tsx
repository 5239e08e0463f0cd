import './review.css'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useMe } from '../desk/me.ts'
import { SignInNotice } from '../desk/sign-in-notice.tsx'
import type { TextStretch } from '../desk/span-steps.ts'
import { useDraft } from '../desk/use-draft.ts'
import { noteChange } from '../kit/client.ts'
import { takenWords } from '../kit/words.ts'
import { Empty, Section } from '../page/section.tsx'
import { type Marked, MarkedText } from '../statement/marked-text.tsx'
import { ChosenDesk, type Panel } from './chosen-desk.tsx'
import type { Decisions } from './decisions.ts'
import { KeysHelp } from './keys-help.tsx'
import { newActorsOf } from './new-actor.tsx'
import { ReviewCard } from './review-card.tsx'
import type { ReviewedSource, ReviewedStatement } from './review-query.ts'
import { ReviewStatus } from './review-status.tsx'
import { editsOf, formValue, newClaimOf, noStatement } from './statement-value.ts'
import { inTextOrder, isOpen, isSure, neighbour, nextOpen } from './sure.ts'
import { useChosen } from './use-chosen.ts'
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
  const { stopped, awaited } = decisions
  const statements = inTextOrder(seen.map((one) => ({ ...one, review: awaited.get(one.id) ?? one.review })))
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
    decisions.clear()
    choose(id)
  }
  /** On to the next that is open, without waiting until it is written what was decided. */
  const goOn = (from: string) => {
    setPanel(null)
    choose(nextOpen(statements, from) ?? from)
  }
  /** A claim in words of one's own is made first. */
  const claimMade = (asked: { readonly at: string }) => {
    const claim = newClaimOf(draft.value)
    return claim && { claim: decisions.newClaim(claim, asked) }
  }
  const decide = (verdict: 'ACCEPT' | 'REJECT') => {
    if (!chosen) return
    const asked = { at: chosen.id, whenDone: draft.saved }
    const decision = {
      ...(verdict === 'ACCEPT' && claimMade(asked)),
      statement: chosen,
      verdict,
      edits: verdict === 'ACCEPT' ? edits : null,
      expectedRevision: draft.revision ?? chosen.revision.id,
    }
    decisions.decide([decision], asked)
    goOn(chosen.id)
  }
  const acceptSure = () => {
    const [first] = sure
    if (!first) return
    const all = sure.map((statement) => ({
      ...{ statement, verdict: 'ACCEPT' as const, edits: null },
      expectedRevision: statement.revision.id,
    }))
    decisions.decide(all, { at: first.id })
    const others = statements.filter((one) => !sure.includes(one))
    choose(nextOpen(others, null))
  }
  const save = () => {
    if (!chosen || !edits) return
    const revision = draft.revision ?? chosen.revision.id
    const asked = { at: chosen.id, whenDone: draft.saved }
    const claim = claimMade(asked)?.claim
    decisions.save({ ...edits, id: chosen.id }, revision, asked, claim)
    setPanel(null)
    choose(chosen.id)
  }
  const undo = () => {
    const at = decisions.undo()
    if (at === null) return
    setPanel(null)
    choose(at)
  }
  const close = () => {
    setHelpOpen(false)
    show(chosen?.id ?? null)
  }
  const edit = () => {
    decisions.clear()
    if (chosen) setPanel('edit')
  }
  const identify = () => chosen && newActorsOf(chosen).length > 0 && setPanel('identify')
  /** What was pressed before it was seen that a change was refused was meant for another statement. */
  const unlessStopped = (act: () => void) => () => stopped || act()
  const keys = useKeys(
    {
      next: unlessStopped(() => show(neighbour(statements, chosen?.id ?? null, 1))),
      previous: unlessStopped(() => show(neighbour(statements, chosen?.id ?? null, -1))),
      accept: unlessStopped(() => decide('ACCEPT')),
      reject: unlessStopped(() => decide('REJECT')),
      edit,
      identify,
      undo: unlessStopped(undo),
      acceptSure: unlessStopped(acceptSure),
      help: () => setHelpOpen(!isHelpOpen),
      close,
    },
    me.mayWrite,
  )
  const lookAtStopped = () => {
    if (!stopped) return
    choose(stopped.write.deed.at)
    setPanel(stopped.write.isEdited ? 'edit' : null)
  }
  // What is edited elsewhere meanwhile is not taken away: the status leads to where it stopped.
  useLayoutEffect(() => {
    if (panel === null) lookAtStopped()
  }, [stopped])
  const takeTheirs = () => {
    draft.forget()
    decisions.clear()
    noteChange()
  }
  const keepMine = () => {
    decisions.keepMine()
    if (!chosen) return
    if (stopped?.write.wanted) goOn(chosen.id)
    else setPanel(null)
  }

  return (
    <div ref={desk}>
      <SignInNotice me={me} purpose="To accept, correct or reject these" />
      {me.mayWrite && (
        <ReviewStatus
          source={source}
          {...{ decisions, lookAtStopped }}
          chosen={chosen?.id ?? null}
          sure={sure.length}
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
                <ReviewCard
                  statement={one}
                  isChosen={one.id === chosen?.id}
                  isAwaited={awaited.has(one.id)}
                  choose={() => show(one.id)}
                >
                  {one.id === chosen?.id && me.mayWrite && (
                    <ChosenDesk
                      {...{ source, decisions, draft, panel, setPanel, textElement, takeTheirs, keepMine }}
                      statement={one}
                      decide={decide}
                      {...{ edit, save }}
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
