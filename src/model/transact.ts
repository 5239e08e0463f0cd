import type { ImmediateEngine } from '../sql/engine.ts'
import { rebuild } from './derived/rebuild.ts'
import type { RevisionDraft } from './history/journal.ts'
import { Writers } from './writers.ts'

/** What was done, and the revision that it is; null where nothing had to be changed. */
export interface Revised<T> {
  readonly done: T
  readonly revision: number | null
}

const writersOf = new WeakMap<ImmediateEngine, Writers>()

function writersFor(engine: ImmediateEngine): Writers {
  const known = writersOf.get(engine) ?? new Writers(engine)
  writersOf.set(engine, known)
  return known
}

/**
 * Does the work in one transaction, at whose end all that is derived is right and the journal has what was changed, as one
 * revision. Where it throws, nothing has happened. The work must be synchronous: another's writes would fall into the same
 * transaction. `keepWith` may write what is kept beside the revision, and `expect` tells what the work asks first.
 */
export const revise = <T>(
  engine: ImmediateEngine,
  about: RevisionDraft,
  work: (writers: Writers) => T,
  keepWith?: (revision: number, done: T) => void,
  expect?: () => void,
): Revised<T> =>
  engine.transaction(() => {
    const writers = writersFor(engine)
    expect?.()
    writers.touched.begin(writers.journal.begin())
    try {
      const done = work(writers)
      writers.journal.expectEnd()
      writers.settler.settle()
      const revision = writers.journal.end(about)
      if (revision !== null) keepWith?.(revision, done)
      return { done, revision }
    } finally {
      writers.touched.end()
    }
  })

/** The same, for a caller that does not ask for the revision. */
export const transact = <T>(
  engine: ImmediateEngine,
  about: RevisionDraft,
  work: (writers: Writers) => T,
): T => revise(engine, about, work).done

/** The same for a load that is large beside the graph: much faster for the load, and as slow as the graph is large. */
export const reviseBulk = <T>(
  engine: ImmediateEngine,
  about: RevisionDraft,
  work: (writers: Writers) => T,
): Revised<T> =>
  engine.load(
    () => {
      const writers = writersFor(engine)
      writers.journal.begin()
      const done = work(writers)
      return { done, revision: writers.journal.end(about) }
    },
    () => rebuild(engine),
  )

/** The same, for a caller that does not ask for the revision. */
export const transactBulk = <T>(
  engine: ImmediateEngine,
  about: RevisionDraft,
  work: (writers: Writers) => T,
): T => reviseBulk(engine, about, work).done

/** A load of which the journal notes nothing, because the work brings a journal of its own. */
export const loadUnrecorded = <T>(engine: ImmediateEngine, work: (writers: Writers) => T): T =>
  engine.load(
    () => {
      const writers = writersFor(engine)
      writers.journal.begin()
      return work(writers)
    },
    () => rebuild(engine),
  )
