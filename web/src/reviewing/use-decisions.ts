import { useRef, useState } from 'preact/hooks'
import { useWriteQueue } from '../desk/use-write-queue.ts'
import type { WriteConflict, WriteProblem } from '../desk/write-problem.ts'
import { change } from '../kit/client.ts'
import { decidedWords } from './decided-words.ts'
import type { Decision, Decisions, DecisionWrite, Deed } from './decisions.ts'
import { makeClaim } from './make-claim.ts'
import { OwnRevisions } from './own-revisions.ts'
import {
  type ReviewedStatement,
  reviewMutation,
  sameActorMutation,
  saveMutation,
  undoMutation,
  wordsOnlyMutation,
} from './review-query.ts'

interface DoneDeed {
  readonly deed: Deed
  readonly revision: string
  /** What it was and what it comes to, such as “Accepted. …” */
  readonly words: string
}

/** What a mutation answers, as far as all of them answer it. */
interface Written {
  readonly revision: { readonly id: string } | null
  readonly problems: readonly WriteProblem[]
}

/** Everything that is written on the page of a review: each is one revision, and the last can be undone. */
export function useDecisions(): Decisions {
  const queue = useWriteQueue<DecisionWrite>()
  const [decided, setDecided] = useState<ReadonlyMap<string, ReviewedStatement>>(new Map())
  const [told, tell] = useState('')
  // Read when a write's turn comes, which may be long after it was asked for.
  const done = useRef<readonly DoneDeed[]>([])
  const own = useRef(new OwnRevisions()).current

  const note = (revision: string | undefined, statements: readonly ReviewedStatement[], words: string) => {
    if (revision) own.note(revision)
    setDecided((before) => new Map([...before, ...statements.map((one) => [one.id, one] as const)]))
    tell(words)
  }

  /** Has a mutation sent in its turn, and notes what it did. */
  function add<Answer extends Written>(
    write: Omit<DecisionWrite, 'send'>,
    ask: () => Promise<Answer>,
    wordsOf: (answer: Answer) => string,
    statementsOf: (answer: Answer) => readonly ReviewedStatement[] = () => [],
  ): void {
    const send = async () => {
      const answer = await ask()
      if (answer.problems.length > 0) return answer.problems
      const words = wordsOf(answer)
      const revision = answer.revision?.id
      note(revision, statementsOf(answer), words)
      if (revision) done.current = [...done.current, { deed: write.deed, revision, words }]
      write.deed.whenDone?.()
      return []
    }
    queue.add({ ...write, send })
  }

  async function review(decisions: readonly Decision[]) {
    const input = decisions.map(({ statement: { id }, verdict, edits, claim, expectedRevision }) => ({
      ...{ statement: id, verdict },
      edits: claim ? { ...edits, claim: claim() } : edits,
      expectedRevision: own.latest(id, expectedRevision),
    }))
    const answer = (await change(reviewMutation, { input })).reviewStatements
    const revisions = new Map(answer.statements.map(({ id, revision }) => [id, revision.id]))
    for (const { statement, expectedRevision } of input)
      own.follow(statement, expectedRevision, revisions.get(statement) ?? expectedRevision)
    return answer
  }
  const decide: Decisions['decide'] = (decisions, asked) => {
    const verdict = decisions[0]?.verdict === 'REJECT' ? 'REJECTED' : 'ACCEPTED'
    add(
      {
        deed: {
          ...asked,
          before: new Map(decisions.map(({ statement }) => [statement.id, statement.review])),
        },
        after: new Map(decisions.map(({ statement }) => [statement.id, verdict])),
        isEdited: decisions.some(({ edits }) => edits !== null),
        wanted: verdict,
        again: (conflicts) => decide(onTopOf(decisions, conflicts), asked),
      },
      async () => {
        const answer = await review(decisions)
        const conflicts = answer.problems.filter(isConflict)
        const isOwn =
          conflicts.length === answer.problems.length && conflicts.every((it) => own.isOwnMerge(it))
        return isOwn && conflicts.length > 0 ? review(onTopOf(decisions, conflicts)) : answer
      },
      ({ statements }) => decidedWords(statements),
      ({ statements }) => statements,
    )
  }
  const newClaim: Decisions['newClaim'] = (claim, asked) => {
    let slug = ''
    add(
      { deed: { at: asked.at, before: new Map() }, after: new Map(), isEdited: true },
      () =>
        makeClaim(claim, (made) => {
          slug = made
        }),
      () => `New claim: “${claim.text}”`,
    )
    return () => slug
  }
  const save: Decisions['save'] = (edits, expectedRevision, asked, claim) =>
    add(
      {
        deed: { ...asked, before: new Map() },
        after: new Map(),
        isEdited: true,
        again: ([conflict]) => save(edits, conflict?.revision.id ?? expectedRevision, asked, claim),
      },
      async () => {
        const expected = own.latest(asked.at, expectedRevision)
        const input = claim ? { ...edits, claim: claim() } : edits
        const answer = (await change(saveMutation, { input, expectedRevision: expected })).recordStatement
        if (answer.statement) own.follow(asked.at, expected, answer.statement.revision.id)
        return answer
      },
      () => 'Saved, and still proposed.',
      ({ statement }) => (statement ? [statement] : []),
    )
  const mergeActor: Decisions['mergeActor'] = (actor, into, name, asked) =>
    add(
      { deed: { ...asked, before: new Map() }, after: new Map() },
      async () => (await change(sameActorMutation, { into, from: [actor.slug] })).mergeEntities,
      () => `${actor.name} is ${name} now, wherever it was named.`,
    )
  const makeUnnamed: Decisions['makeUnnamed'] = (actor, asked) =>
    add(
      { deed: { ...asked, before: new Map() }, after: new Map() },
      async () => {
        const input = { id: actor.id, unnamed: true, labels: null }
        return (await change(wordsOnlyMutation, { input })).recordActor
      },
      () => `“${actor.name}” is only words now, and names nobody.`,
    )

  const undone = new Set(queue.waiting.filter(({ isUndo }) => isUndo).map(({ deed }) => deed))
  /** What can be undone once all is written that waits. */
  const undoable = [...done.current, ...queue.waiting]
    .map(({ deed }) => deed)
    .filter((deed) => !undone.has(deed))
  const undo: Decisions['undo'] = () => {
    const deed = undoable.at(-1)
    if (!deed) return null
    const send = async () => {
      const last = done.current.find((each) => each.deed === deed)
      // Where nothing had to be written, there is nothing to be taken back.
      if (!last) return []
      const { revision, problems } = (await change(undoMutation, { revision: last.revision })).undo
      if (problems.length > 0) return problems
      done.current = done.current.filter((each) => each !== last)
      const nodes =
        revision?.changes.nodes.flatMap(({ node }) => (node && 'review' in node ? [node] : [])) ?? []
      for (const { id, revision: now } of nodes) own.follow(id, last.revision, now.id)
      note(revision?.id, nodes, `Undone: ${last.words}`)
      return []
    }
    queue.add({ deed, isUndo: true, after: deed.before, send })
    return deed.at
  }
  return {
    waiting: queue.waiting.length,
    stopped: queue.stopped,
    clear: queue.clear,
    awaited: new Map(queue.waiting.flatMap(({ after }) => [...after])),
    decided,
    canUndo: undoable.length > 0,
    told,
    ...{ decide, save, newClaim, mergeActor, makeUnnamed, undo },
    keepMine: () => queue.stopped?.write.again?.(queue.stopped.problems.filter(isConflict)),
  }
}

const isConflict = (problem: WriteProblem): problem is WriteConflict => problem.__typename === 'Conflict'

/** The decisions on top of the revisions that came in between, by where each conflict is: input, 2, … */
const onTopOf = (decisions: readonly Decision[], conflicts: readonly WriteConflict[]): readonly Decision[] =>
  decisions.map((decision, index) => {
    const conflict = conflicts.find(({ path }) => path[1] === String(index))
    return conflict ? { ...decision, expectedRevision: conflict.revision.id } : decision
  })
