import { useRef, useState } from 'preact/hooks'
import { useWrite, type Writing } from '../desk/use-write.ts'
import type { WriteConflict, WriteProblem } from '../desk/write-problem.ts'
import { change } from '../kit/client.ts'
import { decidedWords } from './decided-words.ts'
import {
  type ReviewedActor,
  type ReviewedStatement,
  reviewMutation,
  sameActorMutation,
  saveMutation,
  undoMutation,
  wordsOnlyMutation,
} from './review-query.ts'
import type { StatementEdits } from './statement-value.ts'

export interface Decision {
  readonly statement: string
  readonly verdict: 'ACCEPT' | 'REJECT'
  readonly edits: StatementEdits | null
  readonly expectedRevision: string | null
}

/** What was done on this page, and can be undone. */
interface Done {
  readonly revision: string
  readonly statements: readonly string[]
  /** What it was and what it comes to, such as “Accepted. …” */
  readonly words: string
}

/** What a mutation answers, as far as all of them answer it. */
interface Written {
  readonly revision: { readonly id: string } | null
  readonly problems: readonly WriteProblem[]
}

export interface Decisions {
  readonly writing: Writing
  /** What was decided on this page, as the last answer has it. */
  readonly decided: ReadonlyMap<string, ReviewedStatement>
  /** What can be undone, the last at the end. */
  readonly done: readonly Done[]
  /** What was done last. */
  readonly told: string
  /** Each of these answers whether all went well. */
  readonly decide: (decisions: readonly Decision[]) => Promise<boolean>
  readonly save: (edits: StatementEdits, expectedRevision: string | null) => Promise<boolean>
  readonly mergeActor: (actor: ReviewedActor, into: string, name: string) => Promise<boolean>
  readonly makeUnnamed: (actor: ReviewedActor) => Promise<boolean>
  /** Takes back what was done last on this page; the statements that this is about, null where there was nothing. */
  readonly undo: () => Promise<readonly string[] | null>
  /** What the last decision would have made of its statement, to be told beside what another made of it. */
  readonly wanted: string | undefined
  /** Asks the same again, on top of what others changed in between. */
  readonly keepMine: () => Promise<boolean>
}

/** Everything that is written on the page of a review: each is one revision, and the last can be undone. */
export function useDecisions(): Decisions {
  const writing = useWrite()
  const [decided, setDecided] = useState<ReadonlyMap<string, ReviewedStatement>>(new Map())
  const [done, setDone] = useState<readonly Done[]>([])
  const [told, tell] = useState('')
  const wanted = useRef<string>(undefined)
  const again = useRef<((conflicts: readonly WriteConflict[]) => Promise<boolean>) | null>(null)

  /** Sends a mutation, and notes what it did. */
  async function run<Answer extends Written>(
    send: () => Promise<Answer>,
    wordsOf: (answer: Answer) => string,
    statementsOf: (answer: Answer) => readonly ReviewedStatement[] = () => [],
  ): Promise<boolean> {
    const answer = await writing.write(send)
    if (!answer) return false
    const statements = statementsOf(answer)
    const words = wordsOf(answer)
    setDecided((before) => new Map([...before, ...statements.map((one) => [one.id, one] as const)]))
    const revision = answer.revision?.id
    if (revision)
      setDone((before) => [...before, { revision, statements: statements.map(({ id }) => id), words }])
    tell(words)
    return true
  }

  const decide: Decisions['decide'] = (decisions) => {
    wanted.current = decisions[0]?.verdict === 'REJECT' ? 'REJECTED' : 'ACCEPTED'
    again.current = (conflicts) =>
      decide(decisions.map((one, index) => ({ ...one, ...revisionFor(conflicts, index) })))
    return run(
      async () => (await change(reviewMutation, { input: [...decisions] })).reviewStatements,
      ({ statements }) => decidedWords(statements),
      ({ statements }) => statements,
    )
  }
  const save: Decisions['save'] = (input, expectedRevision) => {
    wanted.current = undefined
    again.current = ([conflict]) => save(input, conflict?.revision.id ?? expectedRevision)
    return run(
      async () => (await change(saveMutation, { input, expectedRevision })).recordStatement,
      () => 'Saved, and still proposed.',
    )
  }
  const mergeActor: Decisions['mergeActor'] = (actor, into, name) =>
    run(
      async () => (await change(sameActorMutation, { into, from: [actor.slug] })).mergeEntities,
      () => `${actor.name} is ${name} now, wherever it was named.`,
    )
  const makeUnnamed: Decisions['makeUnnamed'] = (actor) =>
    run(
      async () => {
        const input = { id: actor.id, unnamed: true, labels: null }
        return (await change(wordsOnlyMutation, { input })).recordActor
      },
      () => `“${actor.name}” is only words now, and names nobody.`,
    )
  const undo: Decisions['undo'] = async () => {
    const last = done.at(-1)
    if (!last) return null
    const answer = await writing.write(
      async () => (await change(undoMutation, { revision: last.revision })).undo,
    )
    if (!answer) return null
    setDone(done.slice(0, -1))
    tell(`Undone: ${last.words}`)
    return last.statements
  }
  const keepMine = async () => (await again.current?.(writing.problems.filter(isConflict))) ?? false
  return {
    writing,
    decided,
    done,
    told,
    decide,
    save,
    mergeActor,
    makeUnnamed,
    undo,
    keepMine,
    wanted: wanted.current,
  }
}

const isConflict = (problem: WriteProblem): problem is WriteConflict => problem.__typename === 'Conflict'

/** The revision that came in between for the one decision of several, by where the conflict is: input, 2, … */
function revisionFor(conflicts: readonly WriteConflict[], index: number) {
  const conflict = conflicts.find(({ path }) => path[1] === String(index))
  return conflict && { expectedRevision: conflict.revision.id }
}
