import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { everyField } from '../graph-fixture.ts'
import { serverWithUsers } from './access-fixture.ts'

const { url, users } = await serverWithUsers()
const tokenOf = (name: string, role: 'READER' | 'EDITOR'): string =>
  users.issue({ userId: users.put(name, role).user.id, kind: 'API' }).token
const [reader, editor] = [tokenOf('Rita', 'READER'), tokenOf('Ed', 'EDITOR')]

interface Form {
  readonly file?: string | Uint8Array
  readonly name?: string
  readonly [field: string]: string | Uint8Array | undefined
}

async function send(
  { file, name = 'news.yaml', ...fields }: Form,
  headers: Record<string, string> = {},
  path = '/import',
) {
  const form = new FormData()
  if (file !== undefined) form.set('file', new Blob([Buffer.from(file)]), name)
  for (const [field, value] of Object.entries(fields)) form.set(field, String(value))
  const answer = await fetch(url + path, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${editor}`, ...headers },
  })
  return { status: answer.status, ...(await answer.json()) }
}

const dossier = readFileSync(everyField, 'utf8')

describe('POST /import', () => {
  test('tells what would come, and writes nothing', async () => {
    const told = await send({ file: dossier, dryRun: 'true' })
    expect(told).toMatchObject({ status: 200, revision: null, format: 'dossier', problemCount: 0, left: [] })
    expect(told.items.actors).toBe(9)
    expect(told.first).toHaveLength(10)
    expect(told.first[0].fields.slug).toMatch(/^[a-z-]+$/)
    expect(told.counts.actors).toEqual({ created: 0, updated: 0, unchanged: 0 })
  })

  test('writes a file as one revision, whatever it is packed with, and once', async () => {
    const written = await send({ file: gzipSync(dossier), name: 'news.yaml.gz' })
    expect(written.revision).toMatch(/^revision_\d+$/)
    expect(written.counts.actors).toEqual({ created: 9, updated: 0, unchanged: 0 })
    const again = await send({ file: dossier })
    expect([again.revision, again.counts.actors.unchanged]).toEqual([null, 9])
  })

  test('tells all that is wrong with a file by its lines, and writes nothing', async () => {
    const wrong = 'hearsay: 1\nactors:\n  - { slug: zed, name: Zed, type: PERSN }\n'
    const told = await send({ file: wrong })
    expect(told).toMatchObject({ revision: null, problemCount: 1 })
    expect(told.problems).toEqual([
      {
        ...{ file: 'news.yaml', line: 3, column: 29, path: 'actors[0].type', value: '"PERSN"' },
        message: expect.stringContaining('did you mean PERSON'),
      },
    ])
  })

  test('reads a table as its mapping says', async () => {
    const mapping = {
      hearsay: 'mapping',
      items: [{ section: 'actors', fields: { name: { column: 'Name' }, type: { constant: 'PERSON' } } }],
    }
    const told = await send({
      file: 'Name,Note\nZoë Quill,x\n',
      name: 'people.csv',
      mapping: JSON.stringify(mapping),
    })
    expect(told.counts?.actors.created, JSON.stringify(told)).toBe(1)
    expect(told.left).toEqual([{ what: 'column Note', count: 1 }])
  })

  test.each<[string, Form, Record<string, string>, number, RegExp]>([
    ['nobody', { file: dossier }, { authorization: '' }, 401, /needs the role EDITOR/],
    ['a READER', { file: dossier }, { authorization: `Bearer ${reader}` }, 403, /Rita has the role READER/],
    [
      'a page of another site',
      { file: dossier },
      { origin: 'https://evil.example' },
      403,
      /Pages of other sites/,
    ],
    ['no file', {}, {}, 400, /no file in its field/],
    ['a field that there is not', { file: dossier, formt: 'x' }, {}, 400, /has a field formt/],
    ['a format that there is not', { file: dossier, format: 'stixx' }, {}, 400, /no format stixx.*stix/],
    ['another word for yes', { file: dossier, dryRun: 'yes' }, {}, 400, /dryRun is true or false/],
    [
      'a note that cannot be seen',
      { file: dossier, note: 'a\u202eb' },
      {},
      400,
      /note: This has a character at 1/,
    ],
    ['a mapping that is no JSON', { file: 'a\n', mapping: '{' }, {}, 400, /mapping is not JSON/],
    ['no form', { file: dossier }, { 'content-type': 'application/json' }, 415, /multipart/],
  ])('refuses %s', async (_, form, headers, status, message) => {
    const answer = await send(form, headers)
    expect(answer.status).toBe(status)
    expect(answer.error.message).toMatch(message)
  })

  test.each([
    ['more than one file', new Blob(['hearsay: 1\n']), /more than one file/],
    [
      'files for which there is no room',
      new Blob([new Uint8Array(63 * 1024 * 1024)]),
      /no room for this one/,
    ],
  ])('refuses %s', async (what, file, message) => {
    const form = new FormData()
    form.append('file', file, 'one.jsonl')
    if (/more/.test(what)) form.append('file', file, 'two.jsonl')
    const headers = { authorization: `Bearer ${editor}` }
    const ask = async () => (await fetch(`${url}/import`, { method: 'POST', body: form, headers })).json()
    const answers = await Promise.all([ask(), ask(), ask()])
    expect(answers.map(({ error }) => error?.message)).toContainEqual(expect.stringMatching(message))
  })

  test('takes no form that is cut short, and no note from what cannot be seen in a name', async () => {
    const form = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.yaml"\r\n\r\nhearsay: 1\r\n'
    const headers = { authorization: `Bearer ${editor}`, 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await fetch(`${url}/import`, { method: 'POST', body: form, headers })
    expect([answer.status, (await answer.json()).error.message]).toEqual([
      400,
      'The form cannot be read: it is cut short, or no multipart/form-data.',
    ])
    const told = await send({ file: 'hearsay: 2\n', name: '../a\u202eb.yaml' })
    expect(told.problems[0].file).toBe('ab.yaml')
  })

  test('leaves no file behind where the server is stopped meanwhile', () => {
    const built = new URL('../../dist/server/upload-folder.js', import.meta.url)
    const stopped = `const { inUploadFolder } = await import(${JSON.stringify(built.href)})
      await inUploadFolder(async (folder) => process.stdout.write(folder, () => process.exit()))`
    const folder = execFileSync(process.execPath, ['--input-type=module', '-e', stopped], {
      encoding: 'utf8',
    })
    expect(basename(folder)).toMatch(/^hearsay-import-/)
    expect(existsSync(folder)).toBe(false)
  })

  test('says what is wrong with a mapping, and that a table needs one', async () => {
    const told = await send({ file: 'a\n1\n', name: 'a.csv', mapping: '{"hearsay":"mapping","itms":[]}' })
    expect(told.problems[0].file).toBe('mapping')
    const table = await send({ file: 'a\n1\n', name: 'a.csv' })
    expect(table.problems[0].message).toMatch(/is a table: say what its columns are/)
    const noise = await send({ file: '\u0000\u0001', name: 'a.csv' })
    expect(noise.problems[0].message).toMatch(/^is no text/)
  })

  test.each([
    ['cut short', gzipSync(dossier).subarray(0, 500)],
    ['a bomb', gzipSync(Buffer.alloc(70_000_000))],
    ['of zeros', Buffer.alloc(100)],
  ])('tells what is wrong with a file that is %s', async (_, file) => {
    const told = await send({ file, name: 'x.gz' })
    expect(told.problemCount).toBe(1)
  })
})

describe('POST /import/draft', () => {
  test.each([
    ['a table', 'Speaker,Quote,Date\nAda Moss,It is closed.,2024-03-01\n', 'said.csv'],
    ['a packed table', gzipSync('Speaker,Quote,Date\nAda Moss,It is closed.,2024-03-01\n'), 'said.csv.gz'],
  ])('drafts a mapping of %s, by which it can be imported', async (_, file, name) => {
    const { columns, mapping } = await send({ file, name }, {}, '/import/draft')
    expect(columns[0]).toEqual({ name: 'Speaker', samples: ['Ada Moss'] })
    const told = await send({ file, name, mapping: JSON.stringify(mapping), dryRun: 'true' })
    expect([told.problems, told.items.statements]).toEqual([[], 1])
  })

  test('tells another tool’s file by its beginning, and leaves a dossier to be read', async () => {
    const stix = '{"type": "bundle", "id": "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d", "objects": []}'
    expect(await send({ file: stix, name: 'x.json' }, {}, '/import/draft')).toMatchObject({
      format: 'STIX 2',
    })
    expect(await send({ file: dossier }, {}, '/import/draft')).toMatchObject({ format: null, columns: null })
  })
})
