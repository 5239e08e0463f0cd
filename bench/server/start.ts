import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Running {
  readonly child: ChildProcess
  readonly url: string
}

/** A server in a process of its own; it ends when it is disconnected. */
export async function startServer(kind: string, path: string): Promise<Running> {
  const child = fork(fileURLToPath(new URL('./main.js', import.meta.url)), [kind, path], {
    execArgv: process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, url: `http://127.0.0.1:${port}` }
}
