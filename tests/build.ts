import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

async function run(program: string, ...args: string[]): Promise<void> {
  const child = spawn(`node_modules/.bin/${program}`, args, {
    cwd: root,
    stdio: 'inherit',
    // The tests' own mode would leave in the pages what only their developers need.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${program} ended with ${code}.`)
}

/** The command line, the explorer and GraphiQL are tried as they are shipped: built, once for all tests. */
export async function setup(): Promise<void> {
  await Promise.all([
    run('tsc', '-p', 'tsconfig.build.json'),
    run('vite', 'build', '-c', 'web/vite.config.ts', '--logLevel', 'warn'),
    run('vite', 'build', '-c', 'web/graphiql/vite.config.ts', '--logLevel', 'warn'),
  ])
}
