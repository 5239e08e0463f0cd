import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100

/** The server of `hearsay serve`, in a process with so little memory that what is not bounded ends it. */
export class Serving {
  readonly #child: ChildProcess
  /** Lines of the log that tell of what nobody foresaw. */
  readonly mistakes: string[] = []
  /** What it ended with, if it has ended. */
  end: string | null = null

  private constructor(child: ChildProcess) {
    this.#child = child
    child.once('exit', (code, signal) => {
      this.end = signal ?? String(code)
    })
  }

  static async start(db: string, megabytes = 512): Promise<{ serving: Serving; url: string }> {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${megabytes}`, cli, 'serve', '--db', db, '--port', '0'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    const serving = new Serving(child)
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
      child.stderr?.on('data', (text) => serving.mistakes.push(String(text).slice(0, 2_000)))
      let rest = ''
      child.stdout?.on('data', (chunk) => {
        const lines = `${rest}${chunk}`.split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) serving.#note(line, resolve)
      })
    })
    return { serving, url }
  }

  #note(line: string, found: (url: string) => void): void {
    const { level, url } = JSON.parse(line)
    if (url) found(url)
    if (level >= 50) this.mistakes.push(line.slice(0, 2_000))
  }

  /** Bytes, as the system counts them; where it does not tell, none. */
  memory(): number {
    try {
      const [, kilobytes] =
        /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')) ?? []
      return Number(kilobytes ?? 0) * 1024
    } catch {
      return 0
    }
  }

  /** Seconds of processor time until now; where the system does not tell, none. */
  processorSeconds(): number {
    try {
      const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) / TICKS
    } catch {
      return 0
    }
  }

  stop(): void {
    this.#child.removeAllListeners('exit')
    this.#child.kill('SIGKILL')
  }
}
