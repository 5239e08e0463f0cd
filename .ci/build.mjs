// node .ci/build.mjs [server] [explorer] [graphiql] [bench]: builds these, or all that is shipped. What is already there, made
// of the same files, is left alone, so that whoever needs a build can ask for it, and it is made once.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const tools = ['package-lock.json', 'tsconfig.json', '.ci/build.mjs']
const tsc = 'node_modules/typescript/bin/tsc'
const vite = 'node_modules/vite/bin/vite.js'
const parts = {
  server: {
    from: ['src', 'tsconfig.build.json'],
    to: 'dist',
    // What other parts put there.
    except: ['dist/web', 'dist/graphiql'],
    command: [tsc, '-p', 'tsconfig.build.json'],
  },
  explorer: {
    from: ['web', 'src/values'],
    to: 'dist/web',
    except: ['web/graphiql'],
    command: [vite, 'build', '-c', 'web/vite.config.ts', '--logLevel', 'warn'],
  },
  graphiql: {
    from: ['web/graphiql', 'web/precompress.ts'],
    to: 'dist/graphiql',
    command: [vite, 'build', '-c', 'web/graphiql/vite.config.ts', '--logLevel', 'warn'],
  },
  bench: {
    from: ['bench', 'src', 'tests', 'tsconfig.build.json', 'tsconfig.bench.json'],
    to: 'dist-bench',
    // What Hearsay is measured beside: none of it is compiled.
    except: ['bench/peers/node_modules'],
    command: [tsc, '-p', 'tsconfig.bench.json'],
  },
}

const asked = process.argv.slice(2)
await Promise.all((asked.length > 0 ? asked : ['server', 'explorer', 'graphiql']).map(build))

async function build(name) {
  const { from, to, except = [], command } = parts[name]
  const mark = `node_modules/.cache/built-${name}`
  const inputs = hashOf([...tools, ...from], except, readFileSync)
  const state = () => `${inputs} ${hashOf([to], except, stampOf)}`
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state()) return
  // The tests' own mode would leave in the pages what only their developers need.
  const env = { ...process.env, NODE_ENV: 'production' }
  const [code] = await once(spawn(process.execPath, command, { stdio: 'inherit', env }), 'exit')
  if (code !== 0) throw new Error(`The build of ${name} ended with ${code}.`)
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, state())
}

function hashOf(paths, except, tell) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => filesIn(path, except)))
    hash.update(`${path}\0`).update(tell(path))
  return hash.digest('hex')
}

function filesIn(path, except) {
  if (!existsSync(path) || except.includes(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name), except))
}

/** Of what was built: another hand may have built or removed it since. */
function stampOf(path) {
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs}`
}
