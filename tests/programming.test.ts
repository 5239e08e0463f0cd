import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { isScalarType, isSpecifiedScalarType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { folder } from './graph.ts'
import { seed } from './graph-fixture.ts'
import { writeGraph } from './made-graph.ts'
import { cli } from './server/hearsay.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(join(root, 'docs/programming.md'), 'utf8')
const notebook: Notebook = JSON.parse(readFileSync(join(root, 'docs/notebook.ipynb'), 'utf8'))

interface Notebook {
  readonly nbformat: number
  readonly cells: readonly Cell[]
}

interface Cell {
  readonly id: string
  readonly cell_type: 'code' | 'markdown'
  readonly source: readonly string[]
  readonly outputs?: readonly { readonly text: readonly string[] }[]
}

/** The blocks of the page in a language. */
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code as string)
const block = (language: string): string => {
  const [code, ...more] = blocks(language)
  if (code === undefined || more.length > 0) throw new Error(`The page has not one block of ${language}.`)
  return code
}
const answer = block('text')
const query = block('graphql')

/** The folder in which a reader keeps the graph, the query and the example. */
const cwd = folder()
const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0
/** The Python that has these modules: the first on the path, or the system's own. */
const pythonWith = (modules: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find((python) => runs(python, '-c', `import ${modules}`))

/** A test that is skipped where the machine lacks what it needs, and says so. */
function itWhere(isThere: boolean, needed: string) {
  if (!isThere) console.warn(`SKIPPED: no ${needed}; its example in docs/programming.md was not run`)
  return it.skipIf(!isThere)
}

let server: ChildProcess
let url: string

beforeAll(async () => {
  writeGraph(join(cwd, 'hearsay.db'), [seed])
  writeFileSync(join(cwd, 'denials.graphql'), query)
  mkdirSync(join(cwd, 'bin'))
  const command = `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`
  writeFileSync(join(cwd, 'bin', 'hearsay'), command, { mode: 0o755 })
  server = spawn(process.execPath, [cli, 'serve', '--db', 'hearsay.db', '--port', '0'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  url = await addressOf(server)
})
afterAll(async () => {
  server.kill('SIGKILL')
  await once(server, 'exit')
})

/** The address that a server writes into its log, once it answers there. */
function addressOf(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
    if (!started.stdout) throw new Error('The server has no log.')
    createInterface(started.stdout).on('line', (line) => {
      const { url } = JSON.parse(line)
      if (url) resolve(url)
    })
  })
}

/** The code as it stands on the page, but for the server's port. */
const here = (code: string): string => code.replaceAll('http://127.0.0.1:4000', url)

/** Writes the code into a file, gives it to a program, and gives what that prints. */
async function printed(program: string, file: string, code: string): Promise<string> {
  writeFileSync(join(cwd, file), here(code))
  const PATH = `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`
  const { stdout } = await promisify(execFile)(program, [file], { cwd, env: { ...process.env, PATH } })
  return stdout
}

describe('docs/programming.md', () => {
  itWhere(runs('curl', '-V') && runs('jq', '-V') && runs('bash', '-c', ':'), 'bash with curl and jq')(
    'has lines for curl that ask, take out and write',
    async () => {
      const said = (await printed('bash', 'denials.sh', blocks('bash').join(''))).trimEnd().split('\n')
      const denials = answer.trimEnd().split('\n').slice(0, -1)
      expect(said.slice(0, denials.length)).toEqual(denials)
      expect(said.at(-1)).toBe(/^# (\{.*)$/m.exec(blocks('bash')[1] ?? '')?.[1])
      const rows = parse(readFileSync(join(cwd, 'denials.csv'), 'utf8'), { columns: true, bom: true })
      expect(rows).toHaveLength(denials.length)
    },
  )

  it('has TypeScript whose types the schema bears out', async () => {
    symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'))
    mkdirSync(join(cwd, 'gql'))
    writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(cwd, 'gql', 'graphql.ts'), generatedTypes())
    writeFileSync(join(cwd, 'denials.ts'), here(block('ts')))
    const output = { module: 'nodenext', target: 'es2022', noEmitOnError: true }
    const compilerOptions = { ...output, strict: true, skipLibCheck: true, types: ['node'] }
    writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['denials.ts'] }))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = await promisify(execFile)(process.execPath, [tsc], { cwd }).catch((error) => error)
    expect(stdout).toBe('')
    expect(await printed(process.execPath, 'run.mjs', "import './denials.js'")).toBe(answer)
  })

  const python = pythonWith('requests')
  itWhere(python !== undefined, 'python3 with requests')('has Python that prints the answer', async () => {
    expect(await printed(python ?? '', 'denials.py', block('python'))).toBe(answer)
  })

  const hasR = runs('Rscript', '-e', 'library(httr2)')
  itWhere(hasR, 'Rscript with httr2')('has R that prints the answer', async () => {
    expect(await printed('Rscript', 'denials.R', block('r'))).toBe(answer)
  })

  it('has a cell for Observable that prints the answer', async () => {
    expect(await printed(process.execPath, 'cell.mjs', `${observable}${block('js')}`)).toBe(answer)
  })

  it('names the scalars of the schema, and gives them to a generator all at once', () => {
    const scalars = Object.values(schema.getTypeMap()).filter(isScalarType)
    const names = ['ID', ...scalars.filter((type) => !isSpecifiedScalarType(type)).map(({ name }) => name)]
    const [told = ''] = /^- .* come and go as strings/m.exec(page) ?? []
    expect([...told.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(names.sort())
    expect(block('yaml')).toContain('defaultScalarType: string')
  })

  it('is short enough to be read', () => {
    expect(page.split('\n').length).toBeLessThanOrEqual(150)
  })
})

describe('docs/notebook.ipynb', () => {
  const cells = notebook.cells.filter((cell) => cell.cell_type === 'code')

  it('is a notebook that tells cells apart', () => {
    expect(notebook.nbformat).toBe(4)
    expect(cells.length).toBeGreaterThan(1)
    expect(new Set(notebook.cells.map(({ id }) => id)).size).toBe(notebook.cells.length)
  })

  const python = pythonWith('requests, pandas')
  itWhere(python !== undefined, 'python3 with requests and pandas')('prints what it shows', async () => {
    const sources = JSON.stringify(cells.map(({ source }) => source.join('')))
    writeFileSync(join(cwd, 'cells.json'), here(sources))
    const shown = cells.map(({ outputs = [] }) => outputs.flatMap(({ text }) => text).join(''))
    expect(JSON.parse(await printed(python ?? '', 'cells.py', runCells))).toEqual(shown)
  })
})

/** What a generator would make of the query: its types by gql.tada, which reads the schema too. */
function generatedTypes(): string {
  const introspection = join(root, 'web/src/kit/graphql-env.d.ts')
  return `import { initGraphQLTada, type ResultOf, type VariablesOf } from 'gql.tada'
import type { introspection } from '${introspection}'
interface Scalars { EDTF: string; DateTime: string; URL: string }
const denials = initGraphQLTada<{ introspection: introspection; scalars: Scalars }>()(\`${query}\`)
export type DenialsQuery = ResultOf<typeof denials>
export type DenialsQueryVariables = VariablesOf<typeof denials>
export const DenialsDocument = \`${query}\`
`
}

/** What Observable gives each cell, as far as the example uses it. */
const observable = `import { parse } from '${import.meta.resolve('csv-parse/sync')}'
const display = console.log
const d3 = { csv: async (address) => parse(await (await fetch(address)).text(), { columns: true }) }
`

/** Runs the cells one after the other, as a notebook does, and prints what each printed. */
const runCells = `import contextlib, io, json
names, told = {}, []
for cell in json.load(open("cells.json")):
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(cell, names)
    told.append(output.getvalue())
print(json.dumps(told))
`
