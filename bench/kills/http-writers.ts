import { setTimeout } from 'node:timers/promises'

const recordPlace =
  'mutation ($input: PlaceInput!) { recordPlace(input: $input) { revision { id } problems { message } } }'

/** Milliseconds after which a writer that was refused tries again. */
const BEFORE_RETRY = 50
/** Milliseconds after which an answer is not waited for any more. */
const LONGEST_WAIT = 30_000

/** Clients that write to a server over HTTP without a pause, and keep what they were told is done. */
export class HttpWriters {
  /** The slugs of the places of which a server has said that they are recorded. */
  readonly acknowledged: string[] = []
  /** How often an answer was of each kind: `503 UNAVAILABLE`, or `no answer`. */
  readonly refusals = new Map<string, number>()
  /** What no server may answer to such a mutation. */
  readonly wrong: string[] = []
  readonly #last: number[]
  readonly #over: Promise<unknown>
  #isOver = false

  /** @param name What the slugs begin with, which nobody else may use. */
  constructor(url: string, token: string, count: number, name: string) {
    this.#last = Array.from({ length: count }, () => 0)
    this.#over = Promise.all(
      this.#last.map((_, writer) => this.#write(url, token, writer, `${name}-${writer}`)),
    )
  }

  /** Waits until each of them has been told of one more mutation that it began after now; false where that takes too long. */
  async wroteSince(now: number, milliseconds: number): Promise<boolean> {
    while (this.#last.some((time) => time < now)) {
      if (performance.now() - now > milliseconds) return false
      await setTimeout(5)
    }
    return true
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#over
  }

  async #write(url: string, token: string, writer: number, name: string): Promise<void> {
    for (let number = 0; !this.#isOver; number++) {
      const slug = `${name}-${number}`
      const began = performance.now()
      const answer = await ask(url, token, slug)
      if (answer === 'done') {
        this.acknowledged.push(slug)
        this.#last[writer] = began
        continue
      }
      this.refusals.set(answer, (this.refusals.get(answer) ?? 0) + 1)
      if (!/^(?:503|no answer)/.test(answer)) this.wrong.push(`${slug}: ${answer}`)
      await setTimeout(BEFORE_RETRY)
    }
  }
}

/** `done`, or how it was refused. */
async function ask(url: string, token: string, slug: string): Promise<string> {
  const input = { slug, name: `Name of ${slug}`, precision: 'EXACT' }
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: recordPlace, variables: { input } }),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    })
    const { data, errors } = (await response.json()) as Answered
    if (response.status === 200 && data?.recordPlace?.problems.length === 0) return 'done'
    return `${response.status} ${errors?.[0]?.extensions?.code ?? JSON.stringify(data)}`
  } catch {
    return 'no answer'
  }
}

interface Answered {
  readonly data?: { readonly recordPlace?: { readonly problems: readonly unknown[] } | null } | null
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[]
}
