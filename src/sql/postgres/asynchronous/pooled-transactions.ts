import type { Answer } from '../../engine.ts'
import type { ServerPool } from '../pools/pool.ts'
import { COUNT_WRITE, TAKE_LOCK, TELL_WRITTEN } from '../schema/graph-state.ts'
import type { CurrentWork } from './current-work.ts'
import { openSession, type Session } from './session.ts'

const SNAPSHOT = { name: 'snapshot', text: 'begin isolation level repeatable read, read only' }

/** Transactions, each of which has one of a pool's connections to itself. */
export class PooledTransactions {
  readonly #work: CurrentWork
  readonly #schema: string

  constructor(work: CurrentWork, schema: string) {
    this.#work = work
    this.#schema = schema
  }

  /** The lock is taken before anything is read, and goes with the transaction: there is one writer at a time. */
  write<T>(pool: ServerPool, work: () => Answer<T>): Promise<T> {
    return this.#committed(pool, async (session) => {
      await session.run({ text: TAKE_LOCK, values: [this.#schema] }, this.#work.now.limits)
      const done = await work()
      await session.run({ text: COUNT_WRITE })
      await session.run({ text: TELL_WRITTEN, values: [this.#schema] })
      return done
    })
  }

  async snapshot<T>(pool: ServerPool, work: () => Answer<T>): Promise<T> {
    const session = await openSession(pool, SNAPSHOT)
    try {
      return await this.#work.with({ session }, work)
    } finally {
      session.leave()
    }
  }

  async #committed<T>(pool: ServerPool, work: (session: Session) => Answer<T>): Promise<T> {
    const session = await openSession(pool)
    let isBroken = false
    try {
      await session.run({ text: 'begin' }, this.#work.now.limits)
      const done = await this.#work.with({ session }, () => work(session))
      await session.commit()
      return done
    } catch (error) {
      await session.rollback().catch(() => {
        isBroken = true
      })
      throw error
    } finally {
      session.end(isBroken)
    }
  }
}
