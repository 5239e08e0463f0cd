import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** `hearsay serve` as a process that may be killed, and started again in its place. */
export class ServedProcess {
  readonly #cli: string
  readonly #args: readonly string[]
  #child: ChildProcess | null = null
  #port = 0

  constructor(cli: string, args: readonly string[]) {
    this.#cli = cli
    this.#args = args
  }

  /** Where it answers: the same address after each start. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    const args = [this.#cli, 'serve', ...this.#args, '--port', String(this.#port)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    this.#child = child
    const output: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      output.push(line)
      const answers = /"url":"http:\/\/[^"]*:(\d+)"/.exec(line)
      if (!answers) continue
      this.#port = Number(answers[1])
      child.stdout.resume()
      return
    }
    throw new Error(`The server ended:\n${output.join('\n')}`)
  }

  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}
