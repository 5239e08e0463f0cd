import { Agent, type IncomingMessage, request } from 'node:http'

export interface Asked {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

export interface Answered {
  readonly milliseconds: number
  readonly text: string
}

/** Asks a server over connections that stay open, as programs do. */
export class Client {
  readonly #url: string
  readonly #agent = new Agent({ keepAlive: true })
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, token?: string) {
    this.#url = `${url}/graphql`
    this.#headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    }
  }

  /** How long it takes until the whole answer is there. What is refused is an error. */
  async ask(asked: Asked): Promise<Answered> {
    const begun = performance.now()
    const response = await this.#send(asked)
    let text = ''
    for await (const chunk of response.setEncoding('utf8')) text += chunk
    const milliseconds = performance.now() - begun
    if (response.statusCode !== 200 || text.includes('"errors":['))
      throw new Error(`${response.statusCode}: ${text.slice(0, 500)}`)
    return { milliseconds, text }
  }

  /** The answer to a subscription, which goes on. */
  subscribe(query: string): Promise<IncomingMessage> {
    return this.#send({ query }, { accept: 'text/event-stream' })
  }

  close(): void {
    this.#agent.destroy()
  }

  #send(asked: Asked, more: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
    const body = JSON.stringify(asked)
    const headers = { ...this.#headers, ...more, 'content-length': Buffer.byteLength(body) }
    return new Promise((resolve, reject) => {
      request(this.#url, { method: 'POST', agent: this.#agent, headers }, resolve)
        .once('error', reject)
        .end(body)
    })
  }
}
