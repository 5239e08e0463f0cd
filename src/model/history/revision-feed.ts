import type { Answer, Engine } from '../../sql/engine.ts'
import { formatRevisionId } from '../../values/id.ts'
import type { RevisionRecord, RevisionStore } from './revision-store.ts'

export interface FeedBounds {
  /** Milliseconds between two looks at whether anything was written. */
  readonly interval: number
  /** How many of the last revisions are kept: who is further behind is dropped. */
  readonly kept: number
  /** How many may listen at once. */
  readonly listeners: number
}

const usualBounds: FeedBounds = { interval: 250, kept: 10_000, listeners: 1_000 }

/** Why somebody is not told of revisions any more, or not at all. */
export class FeedError extends Error {
  readonly code: 'BUSY' | 'UNAVAILABLE' | 'SLOW_READER' | 'RESTORED'

  constructor(code: FeedError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** What is told where another graph is in the place of the one of which revisions were told: their numbers begin anew. */
export const restoredError = (): FeedError =>
  new FeedError(
    'RESTORED',
    'An earlier state of the graph was restored, or another put in its place. Load it anew, and ask again without since.',
  )

/** So many revisions are read at a time. Readers take them before the next are read. */
const READ_AT_ONCE = 500

/**
 * Tells of every revision as it is written, by this process or another. There is one look-out for all who listen, and only
 * while anybody does; it reads each revision once. A listener keeps no more than its place among them:
 *
 * - Who asks for what came after an earlier revision first reads that from the graph, at its own pace.
 * - Who has come as far as the others takes the revisions from those that are kept for all. Whoever falls behind the oldest
 *   of them is dropped with the error SLOW_READER, which tells after which revision to go on.
 */
export class RevisionFeed {
  readonly #engine: Engine
  readonly #revisions: RevisionStore
  readonly #bounds: FeedBounds
  readonly #listeners = new Set<RevisionListener>()
  /** Ends the look-out; null where nobody listens. */
  #endLookout: (() => void) | null = null
  #isLooking = false
  /** Whether something may have been written since the look under way began. */
  #isBehind = false
  #isClosed = false
  /** The state of the graph when it was read last. */
  #state = ''
  /** All revisions after `#from`, up to `#head`. */
  #kept: RevisionRecord[] = []
  #from = 0
  /** The last revision that was read. */
  #head: RevisionRecord | undefined

  constructor(engine: Engine, revisions: RevisionStore, bounds: Partial<FeedBounds> = {}) {
    this.#engine = engine
    this.#revisions = revisions
    this.#bounds = { ...usualBounds, ...bounds }
  }

  /** All that comes after a revision, or from now on, in order. */
  async listen(since: number | null): Promise<RevisionListener> {
    if (this.#isClosed)
      throw new FeedError('UNAVAILABLE', 'The server is about to stop. Ask again in a moment.')
    if (this.#listeners.size >= this.#bounds.listeners)
      throw new FeedError('BUSY', 'Too many clients are told of changes already. Ask again in a moment.')
    const listener = new RevisionListener(this)
    this.#listeners.add(listener)
    try {
      const last = await this.#revisions.latest()
      if (this.#endLookout === null) this.#start(last)
      listener.position = since ?? last?.id ?? 0
    } catch (error) {
      this.forget(listener)
      throw error
    }
    return listener
  }

  /** Ends all that listen, now and later, such as when the server stops. */
  close(reason: FeedError | null = null): void {
    this.#isClosed = true
    for (const listener of [...this.#listeners]) listener.end(reason)
  }

  /** Whether anybody listens. */
  get isHeard(): boolean {
    return this.#listeners.size > 0
  }

  forget(listener: RevisionListener): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size > 0) return
    this.#endLookout?.()
    this.#endLookout = null
  }

  /** What comes after a place; null where that is not kept any more, or not yet. */
  keptAfter(position: number): readonly RevisionRecord[] | null {
    if (position < this.#from) return null
    const first = this.#kept.findLastIndex(({ id }) => id <= position) + 1
    return this.#kept.slice(first, first + READ_AT_ONCE)
  }

  /** The same from the graph, for who has not come as far as the others. */
  readAfter(position: number): Answer<readonly RevisionRecord[]> {
    return this.#revisions.after(position, READ_AT_ONCE)
  }

  #start(last: RevisionRecord | undefined): void {
    this.#kept = []
    this.#from = last?.id ?? 0
    this.#head = last
    this.#state = ''
    this.#endLookout = this.#engine.onWritten(() => void this.#look(), this.#bounds.interval)
  }

  /** Reads what was written since the last look. Where that fails, all that listen are told so. */
  async #look(): Promise<void> {
    this.#isBehind = true
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      while (this.#isBehind) {
        this.#isBehind = false
        await this.#engine.fromLastReplica(() => this.#readOn())
      }
    } catch (error) {
      for (const listener of [...this.#listeners]) listener.end(error)
    } finally {
      this.#isLooking = false
    }
  }

  async #readOn(): Promise<void> {
    const state = await this.#engine.state()
    while (state !== this.#state && this.#endLookout !== null) {
      const found = await this.#afterHead()
      if (found.length < READ_AT_ONCE) this.#state = state
      this.#add(found)
      // Those who listen take these before the next are read.
      await new Promise(setImmediate)
    }
  }

  /** The last revision that was read is looked at again, with the next: where it has changed, this is another graph. */
  async #afterHead(): Promise<RevisionRecord[]> {
    const head = this.#head
    if (!head) return this.#revisions.after(0, READ_AT_ONCE)
    const [again, ...found] = await this.#revisions.after(head.id - 1, READ_AT_ONCE + 1)
    if (again?.id !== head.id || again.at !== head.at || again.byId !== head.byId) throw restoredError()
    return found
  }

  #add(found: readonly RevisionRecord[]): void {
    const last = found.at(-1)
    if (!last) return
    this.#head = last
    this.#kept.push(...found)
    const forgotten = this.#kept.splice(0, Math.max(0, this.#kept.length - this.#bounds.kept)).at(-1)
    if (forgotten) this.#from = forgotten.id
    for (const listener of this.#listeners) listener.wake()
  }
}

/**
 * One who is told of revisions. It is an iterator by itself, and not an async generator: one that waits for the next
 * revision would be ended only when that comes.
 */
export class RevisionListener implements AsyncIterableIterator<RevisionRecord> {
  /** The last revision that was taken. */
  position = 0
  readonly #feed: RevisionFeed
  #isLive = false
  #ahead: RevisionRecord[] = []
  #isOver = false
  #fault: unknown = null
  #wake: (() => void) | null = null

  constructor(feed: RevisionFeed) {
    this.#feed = feed
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<RevisionRecord, undefined>> {
    while (!this.#isOver) {
      const revision = this.#ahead.shift()
      if (revision) {
        this.position = revision.id
        return { done: false, value: revision }
      }
      await this.#more()
    }
    const fault = this.#fault
    this.#fault = null
    if (fault) throw fault
    return { done: true, value: undefined }
  }

  async return(): Promise<IteratorResult<RevisionRecord, undefined>> {
    this.end()
    return { done: true, value: undefined }
  }

  /** Says that there may be more. */
  wake(): void {
    this.#wake?.()
    this.#wake = null
  }

  end(fault: unknown = null): void {
    this.#isOver = true
    this.#fault = fault
    this.#ahead = []
    this.#feed.forget(this)
    this.wake()
  }

  async #more(): Promise<void> {
    try {
      const kept = this.#feed.keptAfter(this.position)
      if (kept === null && this.#isLive) throw this.#tooSlow()
      this.#isLive = kept !== null
      this.#ahead = [...(kept ?? (await this.#feed.readAfter(this.position)))]
      if (kept?.length === 0) await this.#waiting()
    } catch (error) {
      this.end(error)
    }
  }

  #waiting(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  #tooSlow(): FeedError {
    const last = formatRevisionId(this.position)
    return new FeedError(
      'SLOW_READER',
      `Too much was written since ${last}, the last revision that you took. Ask again with it as since.`,
    )
  }
}
