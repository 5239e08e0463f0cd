import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { emptyFolder } from './fixture.ts'
import { hearsay, urlFrom } from './hearsay.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What npm would ship, unpacked beside the libraries that are installed here: installing them takes a minute. */
function unpacked(): string {
  const folder = emptyFolder()
  // The build is already there, and the scripts would make it again.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root })
  const [tarball] = readdirSync(folder)
  execFileSync('tar', ['-xzf', tarball as string], { cwd: folder })
  symlinkSync(join(root, 'node_modules'), join(folder, 'package/node_modules'))
  return join(folder, 'package')
}

test('the package serves the seed and the questions from an empty folder', async () => {
  const shipped = unpacked()
  expect(readdirSync(shipped).sort()).toEqual(
    [
      'LICENSE',
      'dist',
      'mappings',
      'node_modules',
      'package.json',
      'schema',
      'seed',
      ...optional(shipped),
    ].sort(),
  )
  const cwd = emptyFolder()
  const run = hearsay(['serve', '--port', '0'], { cwd, file: join(shipped, 'dist/cli/main.js') })
  const url = await urlFrom(run)
  expect(await (await fetch(url)).text()).toContain('<script type="module"')
  const query = readFileSync(join(shipped, 'schema/questions/12-how-are-they-connected.graphql'), 'utf8')
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  expect((await answer.json()).data.paths[0].length).toBe(1)
  expect(readdirSync(cwd)).toContain('hearsay.db')
}, 60_000)

/** npm ships a README where there is one. */
const optional = (folder: string) => readdirSync(folder).filter((name) => name === 'README.md')
