import type { SessionRequest } from '../model/users/session-request.ts'
import type { IssuedToken } from '../model/users/write.ts'
import { WriterThread } from './writer-thread.ts'

/** Opens and ends sessions in a thread of its own: whoever signs in does not wait for changes that take long. */
export class SessionDesk extends WriterThread<SessionRequest, IssuedToken | null> {
  constructor(path: string) {
    super(path, new URL('./session-worker.js', import.meta.url))
  }
}
