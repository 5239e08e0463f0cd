import { whyRefused } from '../model/open.ts'
import type { EngineRefusal } from '../sql/refusal.ts'

/**
 * What a client is told of what the graph's engine refuses, because it can try again or have somebody see to it. A database that
 * is lost says so itself; the rest is ours, and masked.
 */
const clientWords: Readonly<Partial<Record<EngineRefusal, string>>> = {
  busy: 'Another program is writing to the graph. Try again in a while.',
  fullDisk: 'The disk of the graph is full: nothing was changed.',
  outOfMemory: 'There is not enough memory for this: nothing was changed.',
  forbidden: 'The graph may not be written to by this server.',
  noRight: 'The graph may not be written to by this server.',
  readOnly: 'The graph may not be written to by this server.',
}

/** What a client is told of an error; undefined where it is not for clients. */
export function graphRefusalText(error: unknown): string | undefined {
  const refusal = whyRefused(error)
  return refusal && clientWords[refusal]
}
