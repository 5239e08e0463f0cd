import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { MergedPair, MergeStep } from './merge-steps.ts'

interface StepRow {
  readonly revision: number
  readonly place: number
  readonly from: number
  readonly step: string
}

/** What a later merge left out of statements, and would not have. */
export interface LeftOut {
  readonly merge: Pick<StepRow, 'revision' | 'place' | 'from'>
  /** What is to be there again. */
  readonly back: MergeStep
  /** What the merge did, without that. */
  readonly kept: MergeStep
  /** What it would have moved in its place; null where there is nothing. */
  readonly moved: MergeStep | null
}

/**
 * The merges that came after another one and still stand, by what they left out of statements because somebody would have
 * spoken for or to themselves, or a statement been about one twice. Without the earlier one some of that is as it was.
 *
 * For example: a spoke to b. Since b was merged into c, a spoke to c; since a was merged into c as well, c spoke to nobody.
 * Without the first merge, c speaks to b.
 */
export class LaterStatements {
  readonly #after: ImmediatePrepared<StepRow>

  constructor(engine: ImmediateEngine) {
    this.#after = engine.prepare(sql`
      select m.revision_id as revision, s.place as place, m.from_id as "from", s.step as step
      from redirect r join merging m using (revision_id, from_id, type)
      join merge_step s on s.revision_id = m.revision_id and s.from_id = m.from_id
      where m.revision_id > ${slot('revision')} and m.type = ${slot('type')} and m.into_id = ${slot('into')}
        and (s.step like '{"kind":"ADDRESSED"%' or s.step like '{"kind":"SPOKEN_FOR"%' or s.step like '{"kind":"ABOUT"%')
      order by m.revision_id, s.place`)
  }

  /** What the later merges would not have left out if a merge had not done this. */
  leftOutFor(revision: number, undone: MergeStep, pair: MergedPair): LeftOut[] {
    if (undone.kind !== 'ABOUT' && !(undone.kind === 'MOVED' && undone.table === 'statement')) return []
    const { type, into } = pair
    return this.#after.all({ revision, type, into }).flatMap(({ step: text, ...merge }): LeftOut[] => {
      const step: MergeStep = JSON.parse(text)
      const found = undone.kind === 'ABOUT' ? aboutAgain(step, undone.moved) : saidAgain(step, undone, pair)
      return found ? [{ merge, ...found }] : []
    })
  }
}

/** Statements that are about the one that stays once more, because what they were about besides is another again. */
function aboutAgain(step: MergeStep, moved: readonly number[]): Omit<LeftOut, 'merge'> | null {
  if (step.kind !== 'ABOUT') return null
  const rows = new Set(moved)
  const [again, dropped] = split(step.dropped, (id) => rows.has(id))
  if (again.length === 0) return null
  return {
    back: { kind: 'ABOUT', moved: [], dropped: again },
    kept: { kind: 'ABOUT', moved: [...step.moved, ...again], dropped },
    moved: null,
  }
}

/** Statements in which somebody speaks for or to another once more, because one of the two is another again. */
function saidAgain(
  step: MergeStep,
  { column, rows }: MergeStep & { kind: 'MOVED' },
  { from, into }: MergedPair,
): Omit<LeftOut, 'merge'> | null {
  if (step.kind !== 'ADDRESSED' && step.kind !== 'SPOKEN_FOR') return null
  const other = step.kind === 'ADDRESSED' ? 'addressee_id' : 'on_behalf_of_id'
  if (column !== 'speaker_id' && column !== other) return null
  const [isSpeaker, undone] = [column === 'speaker_id', new Set(rows)]
  const [speaker, named] = isSpeaker ? [from, into] : [into, from]
  // One of the two was the one that stays: whom the undone merge had put there.
  const isAgain = (id: number, named: number) => undone.has(id) && (named === into) !== isSpeaker
  const moved = (column: string, ids: readonly number[]): MergeStep => ({
    ...{ kind: 'MOVED', table: 'statement' },
    ...{ column, rows: ids },
  })
  if (step.kind === 'ADDRESSED') {
    const [again, kept] = split(step.rows, ([id, addressee]) => isAgain(id, addressee))
    const ids = again.map(([id]) => id)
    const back = { kind: step.kind, rows: ids.map((id) => [id, named] as const) }
    // The later merge moves the speaker in any case.
    return ids.length > 0
      ? { back, kept: { ...step, rows: kept }, moved: isSpeaker ? moved(other, ids) : null }
      : null
  }
  const [again, kept] = split(step.rows, ([id, , principal]) => isAgain(id, principal))
  const ids = again.map(([id]) => id)
  const back = { kind: step.kind, rows: ids.map((id) => [id, speaker, named] as const) }
  return ids.length > 0
    ? { back, kept: { ...step, rows: kept }, moved: moved(isSpeaker ? other : 'speaker_id', ids) }
    : null
}

/** Those of which something holds, and the others. */
const split = <T>(rows: readonly T[], holds: (row: T) => boolean): [T[], T[]] => [
  rows.filter(holds),
  rows.filter((row) => !holds(row)),
]
