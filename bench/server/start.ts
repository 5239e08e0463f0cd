import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Running {
  readonly child: ChildProcess
  readonly url: string
}

/** What a server has used so far: bytes of memory, and microseconds of the processor. */
export interface Usage {
  readonly memory: number
  readonly cpu: number
}

/** One of ours in a process of its own; it ends when it is disconnected. */
export const startServer = (kind: string, path: string): Promise<Running> =>
  startProgram([process.execPath, ...nodeOptions(), ourServers, kind, path])

export const ourServers = fileURLToPath(new URL('./main.js', import.meta.url))
export const nodeOptions = (): string[] => process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []

/** A program that tells its port when it listens, and what it has used when it is asked. */
export async function startProgram(
  [program, ...options]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Running> {
  const child = spawn(program, options, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`it ended with ${code} before it listened`)
  })
  const [{ port }] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }]
  ended.catch(() => undefined)
  return { child, url: `http://127.0.0.1:${port}` }
}

export async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage')
  const [usage] = (await once(child, 'message')) as [Usage]
  return usage
}
