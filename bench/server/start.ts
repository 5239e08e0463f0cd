import { type ChildProcess, spawn } from 'node:child_process'
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
  const { port } = await told<{ port: number }>(child)
  return { child, url: `http://127.0.0.1:${port}` }
}

export function usageOf(child: ChildProcess): Promise<Usage> {
  if (child.connected) child.send('usage')
  return told<Usage>(child)
}

/** The next that a process tells; an error where it ends first. */
function told<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const heard = (message: unknown) => {
      child.off('exit', ended)
      resolve(message as Message)
    }
    const ended = () => {
      child.off('message', heard)
      reject(new Error(`it has ended with ${child.exitCode ?? child.signalCode}`))
    }
    if (!child.connected) return ended()
    child.once('message', heard)
    child.once('exit', ended)
  })
}
