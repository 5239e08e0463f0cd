import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Run {
  readonly process: ChildProcess
  readonly output: () => string
  /** The lines of the log, read. */
  readonly lines: () => Record<string, unknown>[]
  readonly ended: Promise<number | null>
}

interface Started {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  readonly file?: string
  /** Another program in the place of the command, which is given these arguments. */
  readonly program?: string
}

/** Runs the command as a user would, from a folder of its own. */
export function hearsay(args: readonly string[], { cwd, env = {}, file = cli, program }: Started): Run {
  const [command, given] = program ? [program, args] : [process.execPath, [file, ...args]]
  const child = spawn(command, given, { cwd, env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    process: child,
    output: () => output,
    lines: () =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    ended: once(child, 'close').then(([code]) => code as number | null),
  }
}

/** The URL that a server prints, once it does. */
export async function urlFrom(run: Run): Promise<string> {
  for (;;) {
    const url = run.lines().find((line) => line.url)?.url
    if (typeof url === 'string') return url
    const ended = await Promise.race([
      run.ended.then(() => true),
      new Promise((done) => setTimeout(done, 20)),
    ])
    if (ended) throw new Error(`The server ended:\n${run.output()}`)
  }
}
