import type { ImmediateEngine } from '../sql/engine.ts'
import { DatabaseLostError } from '../values/errors.ts'
import { performAtOnce, type RequestAtOnce } from './perform.ts'
import type { WriteResult } from './request.ts'

/** What became of a request: its result, or what nobody foresaw. */
export type Outcome = { readonly result: WriteResult } | { readonly error: unknown }

/** Milliseconds after which no more requests are taken in: those who wait are to be answered. */
const LONGEST = 20

/**
 * Does a request, and those that are there by then, with one wait for the disk in place of one for each. Each is a revision
 * of its own, or refused by itself, and nothing is seen of any before all are on the disk. Where something goes wrong that
 * nobody foresaw, nothing is kept, and each is done alone, so that no request fails by another's fault. Where nobody knows
 * whether they are kept, none is done again.
 *
 * @param next The next that waits; undefined where there is none.
 */
export function performTogether(
  engine: ImmediateEngine,
  first: RequestAtOnce,
  next: () => RequestAtOnce | undefined,
): Outcome[] {
  const taken: RequestAtOnce[] = []
  const end = performance.now() + LONGEST
  try {
    return engine.together(() => {
      const outcomes: Outcome[] = []
      for (
        let request: RequestAtOnce | undefined = first;
        request;
        request = performance.now() < end ? next() : undefined
      ) {
        taken.push(request)
        outcomes.push({ result: performAtOnce(engine, request) })
      }
      return outcomes
    })
  } catch (error) {
    if (taken.length <= 1) return [{ error }]
    return taken.map((request) => (isOutcomeUnknown(error) ? { error } : outcomeOf(engine, request)))
  }
}

const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof DatabaseLostError && error.loss === 'while it was kept'

function outcomeOf(engine: ImmediateEngine, request: RequestAtOnce): Outcome {
  try {
    return { result: performAtOnce(engine, request) }
  } catch (error) {
    return { error }
  }
}
