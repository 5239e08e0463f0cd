import { whyRefused } from '../model/open.ts'
import type { EngineRefusal } from '../sql/refusal.ts'
import { DatabaseLostError, type UnavailableError } from '../values/errors.ts'

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
  tooManyConnections:
    'The database of the graph has no connection left for this server. Ask again in a moment; whoever runs it can have it take ' +
    'fewer (--db-connections), or let the database have more (max_connections).',
}

/** What a client is told of an error; undefined where it is not for clients. */
export function graphRefusalText(error: unknown): string | undefined {
  const refusal = whyRefused(error)
  // Another database takes the place of one that is lost.
  if (error instanceof DatabaseLostError && refusal === 'readOnly') return undefined
  return refusal && clientWords[refusal]
}

export const unavailableText = (error: UnavailableError): string => graphRefusalText(error) ?? error.message
