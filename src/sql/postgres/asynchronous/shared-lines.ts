import { setImmediate as turnOfLoop } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { DatabaseLostError } from '../../../values/errors.ts'
import { lostOrSame } from '../servers/lost-connection.ts'
import { endedAtLimits, type StatementLimits } from './running-statement.ts'
import { toldError } from './session.ts'
import { type AskedStatement, type GroupEnd, StatementGroup } from './statement-group.ts'
import { setTimeoutFor, timeLeft } from './statement-timeout.ts'

/** A statement that waits for a line, until when it is of use, and how it is run by itself. */
export interface LineStatement extends AskedStatement {
  readonly limits: StatementLimits
  /** Takes it off the line: another connection answers it. */
  readonly runAlone: () => void
  /** It holds up others. */
  readonly noteSlow: () => void
}

/** One process of Node's asks no more quick statements than two of the server's answer. */
const LINES = 2
/** So many statements are sent together at most. */
const MOST_TOGETHER = 16
/** Milliseconds for which those that were sent together wait for one of them. */
const PATIENCE = 50

/** Where connections come from, and whether others wait for them. */
export interface Connections {
  readonly isWaitedFor: boolean
  connect(): Promise<PoolClient>
}

/**
 * A few connections over which quick statements of all who ask go together: what is asked in the same turn of Node's loop, or
 * while a line is under way, is sent in one write, and the server answers it in one go. To wake each other costs both ends more
 * than a quick statement does.
 */
export class SharedLines {
  readonly #connections: Connections
  readonly #waiting: LineStatement[] = []
  #free = LINES
  #isDue = false

  constructor(connections: Connections) {
    this.#connections = connections
  }

  add(statement: LineStatement): void {
    this.#waiting.push(statement)
    this.#beginSoon()
  }

  #beginSoon(): void {
    if (this.#isDue || this.#free === 0 || this.#waiting.length === 0) return
    this.#isDue = true
    setImmediate(() => {
      this.#isDue = false
      this.#begin()
    })
  }

  #begin(): void {
    for (let left = this.#waiting.length; left > 0 && this.#free > 0; left -= MOST_TOGETHER) {
      this.#free--
      void this.#serve().finally(() => {
        this.#free++
        this.#beginSoon()
      })
    }
  }

  /** Sends what waits over one connection until nothing does, or somebody else waits for a connection. */
  async #serve(): Promise<void> {
    const client = await this.#connect()
    if (!client) return
    let state: LineState = 'free'
    while (state === 'free' && this.#waiting.length > 0) {
      state = await this.#send(client, this.#waiting.splice(0, MOST_TOGETHER))
      if (this.#connections.isWaitedFor) break
    }
    if (state !== 'stuck') client.release(state === 'lost')
  }

  async #connect(): Promise<PoolClient | null> {
    try {
      return await this.#connections.connect()
    } catch (error) {
      for (const { reject } of this.#waiting.splice(0)) reject(lostOrSame(error))
      return null
    }
  }

  async #send(client: PoolClient, taken: readonly LineStatement[]): Promise<LineState> {
    const statements = taken.filter(isStillOfUse)
    const [first] = statements
    if (!first) return 'free'
    try {
      await setTimeoutFor(client, statements.reduce(later, first).limits)
    } catch (error) {
      return this.#failed(statements, error)
    }
    const sent = new SentGroup(client, statements)
    const end = await sent.endOrStuck()
    if (end === 'stuck') return end
    if (end.error === null) return 'free'
    return this.#failed(statements.slice(end.answered), end.error)
  }

  /** The first has failed; the server has run none of the others, which go on elsewhere unless all are lost. */
  #failed([first, ...others]: readonly LineStatement[], error: unknown): LineState {
    if (!first) return 'free'
    const told = toldError(error, first.limits)
    first.reject(told)
    if (!(told instanceof DatabaseLostError)) {
      for (const other of others) other.runAlone()
      return 'free'
    }
    for (const other of others) other.reject(told)
    return 'lost'
  }
}

/** What has become of a line: a stuck one gives its connection back by itself. */
type LineState = 'free' | 'lost' | 'stuck'

const later = (one: LineStatement, other: LineStatement): LineStatement =>
  other.limits.deadline > one.limits.deadline ? other : one

function isStillOfUse({ limits, reject }: LineStatement): boolean {
  try {
    timeLeft(limits)
    return true
  } catch (error) {
    reject(error)
    return false
  }
}

/** Statements that are under way together. */
class SentGroup {
  readonly #client: PoolClient
  readonly #statements: readonly LineStatement[]
  readonly #group: StatementGroup
  readonly #over: Promise<GroupEnd>

  constructor(client: PoolClient, statements: readonly LineStatement[]) {
    this.#client = client
    this.#statements = statements
    let end: (end: GroupEnd) => void = () => undefined
    this.#over = new Promise((resolve) => {
      end = resolve
    })
    this.#group = new StatementGroup(statements, end)
    client.query(this.#group)
  }

  /** How it ends; or that it takes too long, in which case it is seen to here that everybody is answered. */
  async endOrStuck(): Promise<GroupEnd | 'stuck'> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, null)
    })
    const end = await Promise.race([this.#over, late])
    clearTimeout(timer)
    if (end) return end
    // This process itself may have been busy: what has come meanwhile is read first.
    const soon = await Promise.race([this.#over, turnOfLoop(null)])
    return soon ?? this.#leave()
  }

  /** Others need not wait for the statement that is under way: they are asked elsewhere, and it has the connection to itself. */
  #leave(): 'stuck' {
    const { current } = this.#group
    const [slow, ...others] = this.#statements.slice(current)
    for (const other of others) other.runAlone()
    slow?.noteSlow()
    void this.#finish(slow, current)
    return 'stuck'
  }

  async #finish(slow: LineStatement | undefined, place: number): Promise<void> {
    const { error, answered } = await (slow
      ? endedAtLimits(this.#client, slow.limits, this.#over)
      : this.#over)
    const isLost = error !== null && lostOrSame(error) instanceof DatabaseLostError
    this.#client.release(isLost)
    if (slow && error !== null && answered <= place) slow.reject(toldError(error, slow.limits))
  }
}
