import type { ComponentChildren } from 'preact'
import { saidText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { actorPath, claimPath } from '../kit/node-path.ts'
import { actWord, counted, plain } from '../kit/words.ts'
import { NodeLinks } from '../page/node-links.tsx'
import { lookOf, TakenMark } from '../statement/stance-mark.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { Words } from '../statement/words.tsx'
import type { ReviewedActor, ReviewedStatement } from './review-query.ts'
import { isOpen, isSure } from './sure.ts'

export const reviewCardId = (id: string): string => `review-${id}`

interface ReviewCardProps {
  readonly statement: ReviewedStatement
  readonly isChosen: boolean
  /** Whether it is still being written how it stands. */
  readonly isAwaited: boolean
  readonly choose: () => void
  /** What can be done with it, where it is the chosen one and may be changed. */
  readonly children?: ComponentChildren
}

/** A proposal, or what became of it on this page. */
export const ReviewCard = ({ statement, isChosen, isAwaited, choose, children }: ReviewCardProps) => (
  <article
    id={reviewCardId(statement.id)}
    class={`statement review-card ${statement.side ? lookOf(statement.side) : ''} ${isOpen(statement) ? 'proposed' : ''}`}
    tabIndex={-1}
    aria-label={`${statement.speaker.name} ${actWord(statement.act)}`}
    {...(isChosen && { 'aria-current': true })}
  >
    <p class="statement-head">
      <ActorName actor={statement.speaker} /> {statement.onBehalfOf && <For actor={statement.onBehalfOf} />}
      <span class="act">{actWord(statement.act)}</span>{' '}
      {statement.addressee && <To actor={statement.addressee} />}
      <ReviewMark statement={statement} />
      {isAwaited && <span class="faint"> being written…</span>}
    </p>
    <Words text={statement.text} quoteType={statement.quoteType} exact={statement.span?.exact} />
    <OnClaim statement={statement} />
    <p class="statement-foot">
      {saidHow(statement)}
      {statement.about.length > 0 && (
        <>
          {' · about '}
          <NodeLinks nodes={statement.about} />
        </>
      )}
      {!isChosen && (
        <>
          {' · '}
          <button type="button" class="text-button" onClick={choose}>
            {isOpen(statement) ? 'Decide' : 'Look at it'}
          </button>
        </>
      )}
    </p>
    {children}
  </article>
)

/** What is decided, or how sure it is, in a word. */
const ReviewMark = ({ statement }: Pick<ReviewCardProps, 'statement'>) => {
  if (statement.review === 'ACCEPTED') return <span class="tag accepted">✓ accepted</span>
  if (statement.review === 'REJECTED') return <span class="tag">✕ rejected</span>
  return isSure(statement) ? <span class="tag">sure</span> : <span class="tag proposed">to be looked at</span>
}

const ActorName = ({ actor }: { readonly actor: ReviewedActor }) => (
  <>
    {actor.unnamed ? (
      <span class="speaker" dir="auto">
        “{actor.name}”
      </span>
    ) : (
      <Link class="speaker" href={actorPath(actor.slug)}>
        {actor.name}
      </Link>
    )}{' '}
    <ActorTag actor={actor} />
  </>
)

const ActorTag = ({ actor }: { readonly actor: ReviewedActor }) => {
  if (actor.unnamed) return <span class="tag">not named</span>
  return actor.review === 'PROPOSED' ? <span class="tag proposed">new actor</span> : null
}

const For = ({ actor }: { readonly actor: ReviewedActor }) => (
  <span class="behalf">
    for <ActorName actor={actor} />{' '}
  </span>
)

const To = ({ actor }: { readonly actor: ReviewedActor }) => (
  <span class="behalf">
    to <ActorName actor={actor} />{' '}
  </span>
)

/** The claim, and how it stands now: what is accepted counts at once. */
const OnClaim = ({ statement: { claim, stance, certainty, side } }: Pick<ReviewCardProps, 'statement'>) =>
  claim === null ? (
    <p class="on-claim">
      <TakenMark of={{ stance, certainty, side }} />{' '}
      <span class="faint">on no claim: it does not stand alone</span>
    </p>
  ) : (
    <p class="on-claim">
      <TakenMark of={{ stance, certainty, side }} /> · on the {claim.review === 'PROPOSED' && 'new '}claim{' '}
      <Link href={claimPath(claim.slug)}>{claim.text}</Link>{' '}
      <span class="claim-now">
        <StandingMark standing={claim.standing} />{' '}
        <span class="faint">
          {counted(claim.statementCount, 'statement')} by {counted(claim.speakerCount, 'speaker')}
        </span>
      </span>
    </p>
  )

function saidHow({ saidAt, quoteType, cue, speakerText }: ReviewedStatement): string {
  const said = saidText(saidAt)
  const by = [cue && `by “${cue}”`, speakerText && `called “${speakerText}” here`].filter(Boolean)
  return [said && `said ${said}`, plain(quoteType), ...by].filter(Boolean).join(' · ')
}
