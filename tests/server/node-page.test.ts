import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { Explorer } from '../../src/server/explorer.ts'
import { seed, worlds } from '../graph-fixture.ts'
import { emptyFolder, startServer } from './fixture.ts'

const world = worlds().of(seed)
const folder = emptyFolder()
writeFileSync(join(folder, 'index.html'), '<title>The explorer</title>')
const explorer = Explorer.open(pathToFileURL(`${folder}/`))
const { url } = await startServer({ schema, graph: world.graph, explorer })
const page = async (path: string) => {
  const answer = await fetch(url + path, { headers: { accept: 'text/html' } })
  return { status: answer.status, text: await answer.text() }
}

/** What the pages would be of: an id and, where the kind has them, a slug. */
const known = ['actor', 'place', 'event', 'source', 'claim', 'statement'].map((kind) => {
  const { id, slug } = world.ask(`{ list: ${kind}s(first: 1) { nodes { id slug } } }`).list.nodes[0]
  return { kind, names: kind === 'statement' ? [id] : [id, slug] }
})

describe.each(known)('a page of one $kind', ({ kind, names }) => {
  test('is there for its id and its slug', async () => {
    for (const name of names) expect((await page(`/${kind}/${name}`)).status, name).toBe(200)
  })

  test.each([
    'nobody',
    'Russia',
    `${kind}_999999`,
    `${kind}_0`,
    'rus%20sia',
    '%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D1%8F',
    '%E0%A4%A',
    '__proto__',
    'russia%2F..',
  ])('is 404 for %s, with the same page to say so', async (name) => {
    const { status, text } = await page(`/${kind}/${name}`)
    expect(status).toBe(404)
    expect(text).toContain('The explorer')
  })

  test('is 404 for what is of another kind', async () => {
    const others = known.filter((other) => other.kind !== kind)
    for (const {
      names: [id],
    } of others)
      expect((await page(`/${kind}/${id}`)).status, id).toBe(404)
  })
})

test('a program is answered the same, and HEAD too', async () => {
  for (const method of ['GET', 'HEAD']) {
    expect((await fetch(`${url}/actor/russia`, { method })).status).toBe(200)
    expect((await fetch(`${url}/actor/nobody`, { method })).status).toBe(404)
  }
})
