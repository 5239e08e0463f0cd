import { GraphQLError } from 'graphql'

/** The milliseconds of a turn that operations may take before the next one waits for another turn. */
const SHARE = 50
/** The most bytes of requests that may wait for their turn, and the most requests. */
const MOST_WAITING = { bytes: 32 * 1024 * 1024, requests: 5_000 }

interface Waiting {
  readonly bytes: number
  readonly go: () => void
}

/**
 * Lets the event loop turn between operations that take long. Node hands over all requests that have arrived, one after
 * the other: without this, ten operations of five seconds would hold up for fifty whoever only asks whether the server is
 * well. Operations that are quick never wait.
 */
export class Turns {
  readonly #waiting: Waiting[] = []
  #bytes = 0
  #spent = 0
  /** Whether an operation may run that has not yet: how long it takes is not known. */
  #isAwaited = false
  #isTurning = false

  /** Resolves when an operation may run; null where it may at once. Throws BUSY where too many wait already. */
  next(bytes = 0): Promise<void> | null {
    if (this.#spent < SHARE && !this.#isAwaited && this.#waiting.length === 0) {
      this.#isAwaited = true
      return null
    }
    if (this.#waiting.length >= MOST_WAITING.requests || this.#bytes + bytes > MOST_WAITING.bytes)
      throw busy()
    this.#bytes += bytes
    return new Promise((go) => {
      this.#waiting.push({ bytes, go })
      this.#turn()
    })
  }

  /** Runs an operation, which is synchronous, and notes how long it took. */
  run<T>(work: () => T): T {
    const start = performance.now()
    this.#isAwaited = false
    try {
      return work()
    } finally {
      this.#spent += performance.now() - start
      if (this.#spent >= SHARE) this.#turn()
    }
  }

  #turn(): void {
    if (this.#isTurning) return
    this.#isTurning = true
    // Immediates come once a turn, after all that has arrived was read; this one may have been set before a long operation.
    setImmediate(() => {
      this.#isTurning = false
      const isTooSoon = this.#spent >= SHARE
      this.#spent = 0
      if (!isTooSoon) this.#release()
      if (this.#waiting.length > 0) this.#turn()
    })
  }

  #release(): void {
    const next = this.#waiting.shift()
    this.#isAwaited = next !== undefined
    this.#bytes -= next?.bytes ?? 0
    next?.go()
  }
}

export const busy = (): GraphQLError =>
  new GraphQLError('The server is busy: too many requests wait for their turn. Ask again in a moment.', {
    extensions: { code: 'BUSY', http: { status: 503, headers: { 'retry-after': '5' } } },
  })
