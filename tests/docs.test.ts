import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { nodeKinds } from '../src/values/node-kinds.ts'
import { reviewKeys } from '../web/src/reviewing/use-keys.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const architecture = read('docs/architecture.md')
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  'bench/RESULTS.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
/** What a clean checkout has at its root: a path begins with one of these. */
const top = new Set(readdirSync(root))
/** Made by a build, or by whoever runs the program. */
const made = /^(dist|dist-bench|hearsay\.db)(\/|$)/
const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const nouns = Object.values(nodeKinds).map(({ one }) => one)
/** All TypeScript and scripts in some folders, as one text. */
const codeOf = (...folders: string[]): string =>
  folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.parentPath.includes('node_modules'))
        .filter((entry) => entry.isFile() && (folder === '.ci' || /\.m?[jt]s$/.test(entry.name)))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    )
    .join('\n')

/** What stands in `code`, in fenced and indented blocks, and in links: all that is to be found in the repository. */
const codeIn = (text: string): string[] => [
  ...[...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string),
  ...[...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, code]) => code as string),
  ...[...text.matchAll(/^ {4}(?:npm|node) .*$/gm)].map(([line]) => line),
]
const isPath = (word: string): boolean =>
  !/[*…{(:]/.test(word) && (top.has(word) || (word.includes('/') && top.has(word.split('/')[0] as string)))
const pathsIn = (text: string): string[] =>
  codeIn(text).flatMap((code) => code.split(/[\s,;"']+/).filter(isPath))
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link as string)
/** `<noun>` stands for each noun that has such a file. */
const isThere = (path: string): boolean =>
  path.includes('<noun>')
    ? nouns.some((noun) => existsSync(join(root, path.replace('<noun>', noun))))
    : existsSync(join(root, path))
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    (title as string)
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )

describe.each(documents)('%s', (document) => {
  const text = read(document)

  it('names only paths that are there', () => {
    const missing = pathsIn(text).filter((path) => !made.test(path) && !isThere(path))
    expect(missing).toEqual([])
  })

  it('links only to what is there', () => {
    for (const link of linksIn(text)) {
      const [path, anchor] = link.split('#') as [string, string?]
      const target = path === '' ? document : normalize(join(dirname(document), path))
      expect(isThere(target), link).toBe(true)
      if (anchor) expect(anchorsIn(read(target)), link).toContain(anchor)
    }
  })

  it('names only commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const commands = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)]
    for (const [, script, short] of commands) expect(scripts).toHaveProperty([script ?? short ?? ''])
    for (const [, name] of codeIn(text).flatMap((code) => [...code.matchAll(/\bhearsay ([a-z]+)\b/g)]))
      expect(isThere(`src/cli/${name}.ts`), `hearsay ${name}`).toBe(true)
  })

  it('names only variables of the environment that are read', () => {
    const code = codeOf('src', 'bench', 'tests', '.ci')
    for (const [name] of text.matchAll(/\bHEARSAY_\w+/g)) expect(code).toContain(name)
  })
})

describe('the steps to a noun', () => {
  const [steps] = /^\*\*A noun\*\*[\s\S]*?\n\n/m.exec(read('docs/adding.md')) ?? []
  const files = pathsIn(steps ?? '').filter((path) => path.includes('<noun>'))

  it.each(nouns)('are those that were taken for %s', (noun) => {
    expect(files).toHaveLength(3)
    for (const file of files) expect(existsSync(join(root, file.replace('<noun>', noun))), file).toBe(true)
  })
})

describe('a document that has gone wrong', () => {
  it('is found out by each kind of path', () => {
    const wrong = 'See `src/graph/actor`, `tests/no.test.ts` and `npm run x -- bench/none.mjs`.\n'
    expect(pathsIn(`${wrong}\`\`\`sh\nnode src/gone.ts\n\`\`\`\n    npm run x -- bench/gone.mjs\n`)).toEqual([
      'src/graph/actor',
      'tests/no.test.ts',
      'bench/none.mjs',
      'src/gone.ts',
      'bench/gone.mjs',
    ])
    expect(isThere('src/graph/actor')).toBe(false)
    expect(isThere('src/model/<noun>/nothing.ts')).toBe(false)
  })
})

describe('the table of rooms', () => {
  const rows = [...architecture.matchAll(/^\| `src\/(\w+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm)]
  const table = Object.fromEntries(rows.map(([, room, may]) => [room, (may as string).trim()]))

  it('has every room of src', () => {
    expect(Object.keys(table).sort()).toEqual(rooms.sort())
  })

  it.each(rooms)('says what biome.json lets %s import', (room) => {
    const forbidden = forbiddenTo(`src/${room}/**`)
    // The reports have a folder called formats too: the room of that name is forbidden by what is in it.
    const isForbidden = (other: string) =>
      forbidden.includes(`**/${other}/**`) || forbidden.includes(`**/${other}/in/**`)
    const allowed = rooms.filter((other) => other !== room && !isForbidden(other))
    const told = table[room] === 'nothing' ? [] : table[room]?.split(', ')
    expect(told?.sort()).toEqual(allowed.sort())
  })

  it('says what the explorer may import', () => {
    const forbidden = forbiddenTo('web/src/**')
    const allowed = rooms.filter((room) => !forbidden.includes(`**/src/${room}/**`))
    expect(allowed.sort()).toEqual(['values'])
    expect(architecture).toContain('may import `src/values`, nothing else')
  })

  it('says who may import graphql', () => {
    const free = rooms.filter((room) => !forbiddenTo(`src/${room}/**`).includes('graphql'))
    expect(free.sort()).toEqual(['api', 'cli', 'server'])
    expect(architecture).toContain('Only `src/api`, `src/server` and `src/cli` may import `graphql`')
  })

  it('has every folder of the larger rooms', () => {
    for (const room of ['model', 'api', 'extraction', 'formats', 'reports'])
      for (const entry of readdirSync(join(root, 'src', room), { withFileTypes: true }))
        if (entry.isDirectory()) expect(architecture).toContain(`\`src/${room}/${entry.name}\``)
  })
})

interface Override {
  readonly includes: readonly string[]
  readonly linter: {
    readonly rules: { style?: { noRestrictedImports?: { options: { patterns: { group: string[] }[] } } } }
  }
}

/** The patterns that biome.json forbids to whatever is in a folder. */
function forbiddenTo(folder: string): string[] {
  const overrides: Override[] = JSON.parse(read('biome.json')).overrides
  return overrides
    .filter(({ includes }) => includes.includes(folder))
    .flatMap(({ linter }) => linter.rules.style?.noRestrictedImports?.options.patterns ?? [])
    .flatMap(({ group }) => group)
}

describe('the glossary', () => {
  const words = [...read('docs/glossary.md').matchAll(/^\*\*(.+?)\*\*: /gm)].map(([, word]) => word as string)

  it('explains words that the schema or the source has', () => {
    const all = `${read('schema/schema.graphql')}\n${codeOf('src')}`
    const spelled = (word: string) => word.split(' ').join('[ _]?')
    const missing = words.filter((word) => !new RegExp(`\\b${spelled(word)}`, 'i').test(all))
    expect(words.length).toBeGreaterThanOrEqual(25)
    expect(missing).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('docs/writing.md', () => {
  it('says what each key of the review does, in the words of its help', () => {
    const told = [...read('docs/writing.md').matchAll(/^\| (`.+`) \| (.+) \|$/gm)]
      .map(([, keys = '', does = '']) => [[...keys.matchAll(/`([^`]+)`/g)].map(([, key]) => key), does])
      .slice(0, reviewKeys.length)
    expect(told).toEqual(reviewKeys.map(([, keys, does]) => [[...keys], does]))
  })
})
