import { setTimeout } from 'node:timers/promises'

const PLACE = '{ place(id: "belgorod-region") { name } }'

/** Clients that read the same without a pause, and keep how they were answered. */
export class Readers {
  /** How often each answer came: `200 {"data":…}`, or `no answer`. */
  readonly answers = new Map<string, number>()
  readonly #over: Promise<unknown>
  #isOver = false

  constructor(url: string, count: number) {
    this.#over = Promise.all(Array.from({ length: count }, () => this.#read(url)))
  }

  get count(): number {
    return [...this.answers.values()].reduce((sum, count) => sum + count, 0)
  }

  /** Waits for so many more answers. */
  async more(count: number): Promise<void> {
    const end = this.count + count
    while (this.count < end) await setTimeout(5)
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#over
  }

  async #read(url: string): Promise<void> {
    while (!this.#isOver) {
      const answer = await ask(url).catch(() => 'no answer')
      this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1)
    }
  }
}

async function ask(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: PLACE }),
    signal: AbortSignal.timeout(30_000),
  })
  return `${response.status} ${await response.text()}`
}
