import { AsyncLocalStorage } from 'node:async_hooks'
import { AbandonedError, TimeoutError } from '../../../values/errors.ts'
import type { Reading } from '../pools/reading.ts'
import { noLimits, type StatementLimits } from './running-statement.ts'
import type { Session } from './session.ts'

/** What belongs to one piece of work, and not to others that go on meanwhile. */
export interface Work {
  /** The connection of the transaction or snapshot that it is in. */
  readonly session: Session | null
  /** Whether that only reads, so that there is nothing to be undone. */
  readonly isSnapshot: boolean
  /** The replica that it reads from; null where it reads from the database itself. */
  readonly reading: Reading | null
  /** By when it must have ended, and by what it may end earlier. */
  readonly limits: StatementLimits
  readonly edges: readonly number[]
  /** What is remembered for as long as it goes on. */
  readonly memory: WorkMemory | null
}

interface WorkMemory {
  /** What had been committed when that was asked first. */
  state: Promise<string> | null
}

const unbound: Work = {
  session: null,
  isSnapshot: false,
  reading: null,
  limits: noLimits,
  edges: [],
  memory: null,
}

/** The piece of work that whoever asks belongs to, across all that it waits for. */
export class CurrentWork {
  readonly #storage = new AsyncLocalStorage<Work>()

  get now(): Work {
    return this.#storage.getStore() ?? unbound
  }

  /** Runs work as part of the current one, of which it has another of these. */
  with<T>(changed: Partial<Work>, work: () => T): T {
    return this.#storage.run({ ...this.now, ...changed }, work)
  }

  within<T>(milliseconds: number, work: () => T, signal?: AbortSignal): T {
    const { limits, memory } = this.now
    const deadline = Math.min(limits.deadline, performance.now() + milliseconds)
    const own = { limits: { deadline, signal: signal ?? limits.signal }, memory: memory ?? { state: null } }
    return this.with(own, work)
  }

  /** Throws past the deadline, or once nobody waits for it any more. */
  look(): void {
    const { deadline, signal } = this.now.limits
    if (signal?.aborted) throw new AbandonedError()
    if (performance.now() > deadline) throw new TimeoutError()
  }
}
