import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { type Latency, latencyOf } from '../measure/latency.ts'
import { questions } from '../question.ts'
import { type Asked, Client } from './client.ts'

/** Milliseconds from one question to the next, whether or not the one before is answered: a reader who waits counts. */
const BETWEEN = 10

/** Asks the three questions of the design, each for many nodes, by turns. */
export class Reader {
  readonly #client: Client
  readonly #asked: readonly Asked[]
  #next = 0

  constructor(url: string, path: string) {
    this.#client = new Client(url)
    const db = openDatabase(path, { readonly: true })
    const asked = questions(db)
    this.#asked = (asked[0]?.variables ?? []).flatMap((_, turn) =>
      asked.map(({ query, variables }) => ({ query, variables: variables[turn] ?? {} })),
    )
    db.close()
  }

  /** How long answers take until it is stopped. */
  async measure(until: Promise<unknown>): Promise<Latency> {
    const answers: Promise<number>[] = []
    let isOver = false
    const end = () => {
      isOver = true
    }
    until.then(end, end)
    while (!isOver) {
      const answer = this.#ask()
      // One that fails is told by the wait for all; until then it must not end the program, and leave its server running.
      answer.catch(() => {})
      answers.push(answer)
      await setTimeout(BETWEEN)
    }
    return latencyOf(await Promise.all(answers))
  }

  close(): void {
    this.#client.close()
  }

  async #ask(): Promise<number> {
    const asked = this.#asked[this.#next++ % this.#asked.length]
    return asked ? (await this.#client.ask(asked)).milliseconds : 0
  }
}
