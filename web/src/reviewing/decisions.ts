import type { QueuedWrite, StoppedWrite } from '../desk/use-write-queue.ts'
import type { WriteConflict } from '../desk/write-problem.ts'
import type { ReviewedActor, ReviewedStatement } from './review-query.ts'
import type { NewClaim, StatementEdits } from './statement-value.ts'

export interface Decision {
  /** As it was shown. */
  readonly statement: ReviewedStatement
  readonly verdict: 'ACCEPT' | 'REJECT'
  readonly edits: StatementEdits | null
  /** A claim that was asked for before: its slug, once it is made. */
  readonly claim?: () => string
  readonly expectedRevision: string
}

/** How statements stand, by their ids. */
type Reviews = ReadonlyMap<string, ReviewedStatement['review']>

/** Where something is asked for. */
interface AskedAt {
  /** The statement that was chosen: what stands in the way is shown there. */
  readonly at: string
  /** What is called once it is written. */
  readonly whenDone?: () => void
}

/** What was asked for on this page, and can be undone. */
export interface Deed extends AskedAt {
  readonly before: Reviews
}

export interface DecisionWrite extends QueuedWrite {
  readonly deed: Deed
  readonly isUndo?: boolean
  /** How its statements are shown while it waits. */
  readonly after: Reviews
  /** Whether something was edited, which is to be seen again where it is refused. */
  readonly isEdited?: boolean
  /** What it would make of its statement, to be told beside what another made of it. */
  readonly wanted?: string
  /** Asks for the same on top of what others changed in between. */
  readonly again?: (conflicts: readonly WriteConflict[]) => void
}

export interface Decisions {
  /** How many changes are being written. */
  readonly waiting: number
  readonly stopped: StoppedWrite<DecisionWrite> | null
  /** Takes away what stood in the way. */
  readonly clear: () => void
  /** How statements stand by what is being written. */
  readonly awaited: Reviews
  /** What was decided on this page, as the last answer has it. */
  readonly decided: ReadonlyMap<string, ReviewedStatement>
  readonly canUndo: boolean
  /** What was done last. */
  readonly told: string
  /** Each of these is written in its turn. */
  readonly decide: (decisions: readonly Decision[], asked: AskedAt) => void
  readonly save: (
    edits: StatementEdits,
    expectedRevision: string,
    asked: AskedAt,
    claim?: () => string,
  ) => void
  /** Answers how its slug is found once it is made. */
  readonly newClaim: (claim: NewClaim, asked: AskedAt) => () => string
  readonly mergeActor: (actor: ReviewedActor, into: string, name: string, asked: AskedAt) => void
  readonly makeUnnamed: (actor: ReviewedActor, asked: AskedAt) => void
  /** Takes back what was asked for last on this page; the statement where that was, null where there is nothing. */
  readonly undo: () => string | null
  /** Asks for the same again, on top of what others changed in between. */
  readonly keepMine: () => void
}
