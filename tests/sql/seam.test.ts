import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src/', import.meta.url))
const tests = fileURLToPath(new URL('../', import.meta.url))
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const files = filesIn(src)

interface Engine {
  readonly name: string
  /** Words that only this engine's own folder may use. */
  readonly words: RegExp
  readonly folder: string
}

const engines: readonly Engine[] = [
  {
    name: 'SQLite',
    words:
      /json_each|json_group|rowid|pragma|fts5|\bmatch \$\{|sqlite|->>|data_version|total_changes|indexed by/i,
    folder: 'sql/sqlite/',
  },
  { name: 'PostgreSQL', words: /postgres|jsonb|tsvector|(?<!:)\bpg\b/i, folder: 'sql/postgres/' },
]

/** Where an engine is chosen, or its name is told to a user. */
const toUsers = [
  /^model\/(address|open)\.ts$/,
  /^cli\/(option|main|backup|restore|graph-file-refusal)\.ts$/,
  /^reports\/formats\/other-format\.ts$/,
]

it.each(engines)('$name is named in its own folder and nowhere else', ({ words, folder }) => {
  const elsewhere = files
    .filter((file) => !file.startsWith(folder) && !toUsers.some((one) => one.test(file)))
    .flatMap((file) =>
      readFileSync(join(src, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (words.test(line) ? [`${relative('.', file)}:${index + 1}: ${line}`] : [])),
    )
  expect(elsewhere).toEqual([])
})

it('is named elsewhere by no more files than are excepted', () => {
  const naming = files.filter((file) =>
    engines.some(({ words }) => words.test(readFileSync(join(src, file), 'utf8'))),
  )
  expect(toUsers.filter((one) => !naming.some((file) => one.test(file)))).toEqual([])
})

it('keeps the capitals of the columns that tests read from views, as PostgreSQL takes names without quotes in lower case', () => {
  const folded = filesIn(tests).flatMap((file) =>
    [...readFileSync(join(tests, file), 'utf8').matchAll(/['`](.*\bfrom v_\w+.*)['`]/g)].flatMap(
      ([, text = '']) => {
        const names = text.replace(/"[^"]*"/g, '').match(/\b[a-z]+[A-Z]\w*/g) ?? []
        return names.map((name) => `${file}: "${name}" of ${text}`)
      },
    ),
  )
  expect(folded).toEqual([])
})

it('opens a file of SQLite in one place, which knows what must not be collected', () => {
  const opening = [
    ...files.map((file) => join(src, file)),
    ...filesIn(tests).map((file) => join(tests, file)),
  ].filter((file) => /^import (?!type)\w+.* from 'better-sqlite3'/m.test(readFileSync(file, 'utf8')))
  expect(opening).toEqual([join(src, 'sql/sqlite/handle.ts')])
})
