import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { subscribe, take } from '../events.ts'
import { emptyFolder } from './fixture.ts'
import { hearsay, urlFrom } from './hearsay.ts'

const dossier = 'hearsay: 1\nplaces: [{ slug: quay, name: Quay, precision: EXACT }]\n'

test('a server tells of what a token writes and what another process imports, until it is stopped', async () => {
  const cwd = emptyFolder()
  const run = hearsay(['serve', '--port', '0', '--empty'], { cwd })
  const url = await urlFrom(run)
  const { events } = await subscribe(
    url,
    'subscription { revised { action by { name } changes { nodes { kind node { ... on Entity { slug } } } } } }',
  )
  const command = async (...args: string[]): Promise<string> => {
    const done = hearsay([...args, '--db', 'hearsay.db'], { cwd })
    expect(await done.ended).toBe(0)
    return done.output().trim()
  }
  await command('user', 'add', 'vera', '--role', 'EDITOR')
  const [token] = /hearsay_\S+/.exec(await command('token', 'create', 'vera')) ?? []

  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query:
        'mutation { recordPlace(input: { slug: "port", name: "Port", precision: EXACT }) { place { slug } problems { message } } }',
    }),
  })
  expect(await response.json()).toEqual({ data: { recordPlace: { place: { slug: 'port' }, problems: [] } } })
  writeFileSync(join(cwd, 'quay.yaml'), dossier)
  await command('import', 'quay.yaml')

  const created = (slug: string) => ({ nodes: [{ kind: 'CREATED', node: { slug } }] })
  expect((await take(events, 2)).map(({ data }) => data?.revised)).toEqual([
    { action: 'RECORD', by: { name: 'vera' }, changes: created('port') },
    { action: 'IMPORT', by: null, changes: created('quay') },
  ])
  run.process.kill('SIGTERM')
  expect(await events.next()).toEqual({ done: true, value: undefined })
  expect(await run.ended).toBe(0)
})
