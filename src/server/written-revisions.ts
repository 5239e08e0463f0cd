import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WriteDesk, WriteRequest, WriteResult } from '../edits/request.ts'
import type { Asker } from '../model/users/asker.ts'
import { formatRevisionId, parseRevisionId } from '../values/id.ts'
import { Lru } from '../values/lru.ts'
import { cookieForm, revisionIn, setRevision } from './session-cookie.ts'

/** The header that tells a program the revision that it wrote; sent back, it asks for a graph that has it. */
export const REVISION_HEADER = 'hearsay-revision'

/** What one caller has written, and knows of. */
export interface CallerRevisions {
  /** The last revision that whatever they are answered must have in it. */
  readonly least: number
  /** Takes note of what they have written, and tells them. */
  note(revision: number): void
}

/** As much of a caller as tells whose writing it is. */
interface WritingCaller {
  readonly user: Asker | null
  readonly session?: number
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Whether browsers reach the server over TLS. */
  readonly isSecure: boolean
}

/** So many users' last revisions are kept. */
const MOST_USERS = 10_000

/**
 * Remembers what clients have written, so that they read it at once, also where what they ask is answered from a replica of the
 * database that is behind for a while. It is kept by user; where another server answers next, a browser tells by a cookie,
 * and a program by a header.
 */
export class WrittenRevisions {
  readonly #byUser = new Lru<number, number>(MOST_USERS)

  ofCaller(caller: WritingCaller, { request, response, isSecure }: Exchange): CallerRevisions {
    const userId = caller.user?.id ?? null
    const form = cookieForm(request, isSecure)
    const kept = userId === null ? 0 : (this.#byUser.get(userId) ?? 0)
    return {
      least: Math.max(kept, revisionIn(request.headers.cookie ?? '', form), revisionAsked(request)),
      note: (revision) => {
        if (userId !== null) this.#byUser.set(userId, revision)
        if (response.headersSent) return
        response.setHeader(REVISION_HEADER, formatRevisionId(revision))
        if (caller.session !== undefined) response.appendHeader('set-cookie', setRevision(form, revision))
      },
    }
  }
}

/** A desk that takes note of what is written at it. */
export class NotingDesk implements WriteDesk {
  readonly #desk: WriteDesk
  readonly #revisions: CallerRevisions

  constructor(desk: WriteDesk, revisions: CallerRevisions) {
    this.#desk = desk
    this.#revisions = revisions
  }

  async write(request: WriteRequest): Promise<WriteResult> {
    const result = await this.#desk.write(request)
    if (result.revision !== null) this.#revisions.note(result.revision)
    return result
  }

  close(): Promise<void> {
    return this.#desk.close()
  }
}

function revisionAsked({ headers }: IncomingMessage): number {
  const asked = headers[REVISION_HEADER]
  return typeof asked === 'string' ? (parseRevisionId(asked) ?? 0) : 0
}
