import type { IncomingMessage } from 'node:http'
import type { Client } from './client.ts'

/** One who is told of every revision, as the events come from the wire. */
export class Subscriber {
  /** The revisions in the order in which they came. */
  readonly heard: number[] = []
  /** Milliseconds from when each was written. */
  readonly delays: number[] = []
  /** What it was told instead, where it was told that something is wrong, or nothing more. */
  fault: string | null = null
  readonly #response: IncomingMessage
  #rest = ''

  static async start(client: Client): Promise<Subscriber> {
    const response = await client.subscribe('subscription { revised { id at } }')
    if (response.statusCode !== 200)
      throw new Error(`A subscription was answered with ${response.statusCode}.`)
    return new Subscriber(response)
  }

  private constructor(response: IncomingMessage) {
    this.#response = response
    response.setEncoding('utf8').on('data', (chunk: string) => this.#take(chunk))
    response.on('close', () => {
      this.fault ??= 'was told nothing more'
    })
  }

  stop(): void {
    this.#response.destroy()
  }

  #take(chunk: string): void {
    const events = `${this.#rest}${chunk}`.split('\n\n')
    this.#rest = events.pop() ?? ''
    for (const event of events) {
      const [, id, at = ''] = /"id":"revision_(\d+)","at":"([^"]+)"/.exec(event) ?? []
      if (id !== undefined) {
        this.heard.push(Number(id))
        this.delays.push(Date.now() - Date.parse(at))
      } else if (event !== ':') this.fault ??= event.slice(0, 300)
    }
  }
}

/** What is wrong with what somebody heard, of what was written: all of it once, in order. Null where nothing is. */
export function faultOf(
  { heard, fault }: Pick<Subscriber, 'heard' | 'fault'>,
  written: readonly number[],
): string | null {
  if (fault !== null) return fault
  const differs = written.findIndex((id, index) => heard[index] !== id)
  if (differs >= 0)
    return `heard ${heard[differs] ?? 'nothing'} where revision ${written[differs]} was due (${heard.length} of ${written.length})`
  return heard.length > written.length ? `heard ${heard[written.length]} after the last revision` : null
}
