import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { type Latency, latencyOf } from '../measure/latency.ts'
import { Random } from '../synthetic/random.ts'
import type { Client } from './client.ts'

/** What is said is as uneven as the graph: each of these is of a statement that is there. */
interface Likeness {
  readonly source: string
  readonly speaker: string
  readonly claim: string | null
}

const RECORD = `mutation ($input: RecordInput!) { record(input: $input) { revision { id } problems { message } } }`
const RECORD_ONE = `mutation ($input: StatementInput!) {
  recordStatement(input: $input) { revision { id } problems { message } }
}`

export interface Written {
  readonly statements: number
  readonly seconds: number
  readonly latency: Latency
  readonly faults: readonly string[]
}

/** Records statements at an even rate, whether or not those before are answered. */
export class StatementWriter {
  readonly #client: Client
  readonly #likenesses: readonly Likeness[]
  readonly #random: Random

  constructor(client: Client, path: string, seed = 1) {
    this.#client = client
    this.#random = new Random(seed)
    const db = openDatabase(path, { readonly: true })
    this.#likenesses = db
      .prepare<[], Likeness>(
        `select 'source_' || source_id as source, 'actor_' || speaker_id as speaker, 'claim_' || claim_id as claim
          from statement where review = 'ACCEPTED' and id % (1 + (select count(*) from statement) / 2000) = 0`,
      )
      .all()
    db.close()
  }

  /** @param each How many statements a request has. */
  async write(rate: number, seconds: number, each: number): Promise<Written> {
    const begun = performance.now()
    const requests = Math.floor((rate * seconds) / each)
    const faults: string[] = []
    const answers: Promise<number>[] = []
    for (let index = 0; index < requests; index++) {
      const wait = (index * each * 1000) / rate - (performance.now() - begun)
      if (wait > 0) await setTimeout(wait)
      answers.push(
        this.#record(each).catch((error: unknown) => {
          faults.push(String(error))
          return 0
        }),
      )
    }
    const latency = latencyOf(await Promise.all(answers))
    const passed = (performance.now() - begun) / 1000
    return { statements: (requests - faults.length) * each, seconds: passed, latency, faults }
  }

  async #record(count: number): Promise<number> {
    const statements = Array.from({ length: count }, () => this.#statement())
    const asked =
      count === 1
        ? { query: RECORD_ONE, variables: { input: statements[0] } }
        : { query: RECORD, variables: { input: { statements } } }
    const { milliseconds, text } = await this.#client.ask(asked)
    if (!/"id":"revision_\d+"/.test(text)) throw new Error(`Nothing was written: ${text.slice(0, 300)}`)
    return milliseconds
  }

  #statement(): Readonly<Record<string, unknown>> {
    const random = this.#random
    const { source, speaker, claim } = random.pick(this.#likenesses)
    return {
      source,
      speaker,
      text: `The road was closed for the ${random.below(1_000_000)}th time, and nobody was there.`,
      quoteType: 'INDIRECT',
      act: 'STATE',
      saidAt: `2023-0${random.between(1, 9)}-1${random.below(10)}`,
      ...(claim !== null && {
        claim,
        stance: random.chance(0.7) ? 'AFFIRMS' : 'DENIES',
        certainty: 'CERTAIN',
      }),
    }
  }
}
