import { count } from '../table.ts'
import type { Asked } from './asked.ts'
import type { Health } from './health.ts'
import type { Serving } from './server.ts'
import { Judge, kindOf, type Told } from './verdict.ts'

/** An operation may take so many milliseconds, and the server so many more until it tells that it is well. */
const LIMIT = 5_000
const SLACK = Number(process.env.HEARSAY_SOAK_SLACK ?? 250)
const MIB = 2 ** 20
/** How much more memory than after the warm-up may be used in the end: a third, and what one large answer takes. */
const GROWTH = { share: 1.33, bytes: 96 * MIB }

interface Sample {
  readonly second: number
  readonly memory: number
}

/** What happens while a server is soaked, and whether that is as it should be. */
export class Soak {
  readonly #serving: Serving
  readonly #health: Health
  readonly #seconds: number
  readonly #begun = performance.now()
  readonly #judge = new Judge()
  readonly #faults = new Map<string, number>()
  readonly #kinds = new Map<string, number>()
  readonly #samples: Sample[] = []
  #longest = 0
  #answers = 0

  constructor(serving: Serving, health: Health, seconds: number) {
    this.#serving = serving
    this.#health = health
    this.#seconds = seconds
  }

  get isOver(): boolean {
    return this.#serving.end !== null || this.#second > this.#seconds
  }

  answered(asked: Asked, told: Told): void {
    this.#answers += 1
    const kind = told.status >= 500 ? `status ${told.status}` : kindOf(told)
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    const fault = this.#judge.fault(asked, told)
    if (fault) this.#fault(fault)
  }

  failed({ name }: Asked, error: unknown): void {
    if (!this.isOver) this.#fault(`${name}: no answer (${(error as Error).cause ?? error})`)
  }

  /** Resolves when the time is over, or the server ends. */
  async ended(): Promise<void> {
    while (!this.isOver) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      this.#samples.push({ second: this.#second, memory: this.#serving.memory() })
      const { longest, failure } = await this.#health.stretch()
      this.#longest = Math.max(this.#longest, longest)
      if (failure) this.#fault(failure)
    }
  }

  /** Prints how it was. @returns How many kinds of fault there were. */
  async report(): Promise<number> {
    const [warm, last] = [this.#median(0.3, 0.5), this.#median(0.85, 1)]
    if (this.#serving.end !== null) this.#fault(`the server ended with ${this.#serving.end}`)
    for (const mistake of this.#serving.mistakes) this.#fault(mistake)
    if (last > Math.max(warm * GROWTH.share, warm + GROWTH.bytes))
      this.#fault(`memory grew from ${count(warm / MIB)} to ${count(last / MIB)} MiB`)
    if (this.#longest > LIMIT + SLACK)
      this.#fault(`for ${count(this.#longest)} ms nobody was told whether the server is well`)
    const kinds = [...this.#kinds].sort(([, a], [, b]) => b - a).map(([kind, times]) => `${kind} ${times}`)
    console.log(`${count(this.#answers)} answers in ${count(this.#second)} s: ${kinds.join(', ')}`)
    console.log(
      `memory ${count(warm / MIB)} MiB after warm-up, ${count(last / MIB)} MiB at the end, ${count(this.#most / MIB)} MiB at most`,
    )
    console.log(`longest stretch without /health ${count(this.#longest)} ms`)
    for (const [fault, times] of this.#faults) console.log(`FAULT ${times} ×: ${fault}`)
    return this.#faults.size
  }

  get #second(): number {
    return (performance.now() - this.#begun) / 1_000
  }

  get #most(): number {
    return Math.max(0, ...this.#samples.map(({ memory }) => memory))
  }

  /** Of the memory in a part of the time, given as shares of it. */
  #median(from: number, until: number): number {
    const some = this.#samples
      .filter(({ second }) => second >= from * this.#seconds && second <= until * this.#seconds)
      .map(({ memory }) => memory)
      .sort((a, b) => a - b)
    return some[some.length >> 1] ?? 0
  }

  #fault(fault: string): void {
    this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1)
  }
}
