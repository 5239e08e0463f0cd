import { defaultLimits } from '../api/run/limits.ts'
import type { WriteDesk } from '../edits/request.ts'
import { performSession, type WriteUsers } from '../model/users/session-request.ts'
import { UserWriter } from '../model/users/write.ts'
import { defaultTimeLimit } from '../server/app.ts'
import { type Exports, ThreadExports } from '../server/exporting/exports.ts'
import { HeldDesk } from '../server/held-desk.ts'
import { QueryThreads } from '../server/query-threads.ts'
import { SessionDesk } from '../server/session-desk.ts'
import { ThreadDesk } from '../server/write-desk.ts'
import type { ServedEngine } from '../sql/served-engine.ts'
import { withServedFile } from './graph-file.ts'

/** Node can start no thread from TypeScript. */
const hasThreads = !import.meta.url.endsWith('.ts')

/** What works on a served graph beside the server's own thread, each over a connection of its own. */
export class GraphWorkers {
  /** Changes are made in a thread of their own. */
  readonly desk: WriteDesk
  /** Long questions are answered in threads of their own, where they would hold up others. */
  readonly threads: QueryThreads | null
  readonly exports: Exports | null
  readonly #sessions: SessionDesk | null
  readonly #db: string

  constructor(db: string, { holdsThread }: ServedEngine) {
    this.#db = db
    this.desk = hasThreads ? new ThreadDesk(db) : new HeldDesk(db)
    this.threads =
      hasThreads && holdsThread
        ? new QueryThreads({ path: db, limits: defaultLimits, timeLimit: defaultTimeLimit })
        : null
    this.exports = hasThreads ? new ThreadExports(db) : null
    // In a file, a session is written in less time than a thread would take to start.
    this.#sessions = hasThreads && !holdsThread ? new SessionDesk(db) : null
  }

  readonly writeUsers: WriteUsers = (request) =>
    this.#sessions?.write(request) ??
    withServedFile(this.#db, (engine) => performSession(new UserWriter(engine), request))

  /** Ends what is not at work; long questions are answered to their end. */
  retire(): void {
    void this.desk.close()
    void this.#sessions?.close()
    void this.exports?.close()
    this.threads?.close()
  }

  async close(): Promise<void> {
    await Promise.all([
      this.desk.close(),
      this.#sessions?.close(),
      this.exports?.close(),
      this.threads?.terminate(),
    ])
  }
}
