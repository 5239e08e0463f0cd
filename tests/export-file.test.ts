import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportCommand } from '../src/cli/export.ts'
import { OutputFolder } from '../src/cli/export-folder.ts'
import { importCommand } from '../src/cli/import.ts'
import { dossierFormats } from '../src/dossier/file-format.ts'
import { graphName } from '../src/model/address.ts'
import { addressOf, isOnPostgres } from './engine.ts'
import { folder } from './graph.ts'
import { everyField } from './graph-fixture.ts'
import { writeGraph } from './made-graph.ts'
import { writeOldFile } from './old-file.ts'

const path = folder()
const graphFile = join(path, 'graph.db')
writeGraph(graphFile, [everyField])
const db = addressOf(graphFile)

function told(work: (out: { info(line: string): void; error(line: string): void }) => unknown) {
  const [info, errors]: [string[], string[]] = [[], []]
  const done = work({ info: (line) => info.push(line), error: (line) => errors.push(line) })
  return { done, info, errors }
}

symlinkSync('circle', join(path, 'circle'))

const refusal = (file: string, options = {}): string => {
  try {
    exportCommand(file, { db, ...options }, { info: () => {}, error: () => {} })
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return 'was not refused'
}

describe('hearsay export', () => {
  it.skipIf(isOnPostgres)('of a file that an earlier Hearsay wrote brings it up to date first', () => {
    const old = join(path, 'old.db')
    writeOldFile(old, 12, graphFile)
    const [file, now] = [join(path, 'of-old.jsonl'), join(path, 'of-now.jsonl')]
    exportCommand(file, { db: old }, { info: () => {}, error: () => {} })
    exportCommand(now, { db }, { info: () => {}, error: () => {} })
    expect(readFileSync(file, 'utf8').split('\n').length).toBe(readFileSync(now, 'utf8').split('\n').length)
  })

  it.each(dossierFormats)(
    'writes %s as the name of the file says, and says what it wrote',
    async (format) => {
      const file = join(path, `out.${format}`)
      const { info, errors } = told((out) => exportCommand(file, { db }, out))
      expect(info[0]).toMatch(/^places {6}\d+$/)
      expect(info.at(-1)?.replace(/\d+\.\d s\.$/, '')).toBe(`Exported ${graphName(db)} to ${file} in `)
      expect(errors).toEqual([])
      const other = addressOf(join(path, `${format}.db`))
      expect(await told((out) => importCommand([file], { db: other }, out)).done).toBe(0)
      const again = join(path, `again.${format}`)
      exportCommand(again, { db: other }, { info: () => {}, error: () => {} })
      expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'))
    },
  )

  it('leaves what is there already, unless it is forced, and no half a file anywhere', () => {
    const file = join(path, 'there.json')
    writeFileSync(file, 'mine')
    expect(refusal(file)).toMatch(/is there already. Name another file, or replace it with --force/)
    expect(readFileSync(file, 'utf8')).toBe('mine')
    const link = join(path, 'link.json')
    symlinkSync(file, link)
    exportCommand(link, { db, force: true }, { info: () => {}, error: () => {} })
    expect(JSON.parse(readFileSync(file, 'utf8')).hearsay).toBe(1)
    const early = join(path, 'early.json')
    symlinkSync('later.json', early)
    exportCommand(early, { db }, { info: () => {}, error: () => {} })
    expect(lstatSync(early).isSymbolicLink()).toBe(true)
    expect(existsSync(join(path, 'later.json'))).toBe(true)
    expect(readdirSync(path).filter((name) => name.includes('part'))).toEqual([])
  })

  it('puts all files of a folder there, or none', () => {
    const tables = join(path, 'tables')
    const bundle = new OutputFolder(tables, { force: false, graph: isOnPostgres ? null : db })
    for (const name of ['one.csv', 'two.csv']) bundle.file(name).write('a')
    writeFileSync(join(tables, 'two.csv'), 'mine')
    expect(() => bundle.finish()).toThrow(/two.csv is there already/)
    bundle.discard()
    expect(readdirSync(tables)).toEqual(['two.csv'])
    expect(refusal(`${tables}/`)).toBe('was not refused')
    expect(refusal(`${tables}/`)).toMatch(/is there already/)
  })

  it.each([
    ['there.json/', {}, /there.json\/ ends as a folder does, and is a file/],
    ['there.json/a.yaml', {}, /leads through a file as if that were a folder/],
    ['there.json/a.csv.zip', {}, /leads through a file as if that were a folder/],
    ['there.json/tables/', {}, /leads through a file as if that were a folder/],
    ['nowhere/a.yaml', {}, /its folder does not exist/],
    ['nowhere/', { format: 'yaml' }, /its folder does not exist/],
    ['circle', { format: 'csv' }, /a link that leads back to itself/],
    ['circle/', {}, /a link that leads back to itself/],
    ['circle/a.yaml', {}, /a link that leads back to itself/],
    [`${'n'.repeat(300)}.yaml`, {}, /its name is too long/],
    [`${'n'.repeat(300)}/`, {}, /its name is too long/],
  ])('tells why %s cannot be written', (name, options, message) => {
    writeFileSync(join(path, 'there.json'), 'mine')
    expect(refusal(join(path, name), options)).toMatch(message)
    expect(readFileSync(join(path, 'there.json'), 'utf8')).toBe('mine')
  })

  it.runIf(existsSync('/proc/self'))('makes no folder where the system makes none', () => {
    expect(refusal('/proc/tables/')).toMatch(/\/proc\/tables\/ cannot be written: its folder does not exist/)
  })

  it('wants a name', () => {
    expect(refusal('', { format: 'csv' })).toMatch(/has no name/)
  })

  it('makes the folders above a bundle of files', () => {
    const tables = join(path, 'above', 'and', 'below/')
    expect(refusal(tables)).toBe('was not refused')
    expect(existsSync(join(tables, 'statements.csv'))).toBe(true)
  })

  it('refuses what it cannot write, and says what to do', () => {
    mkdirSync(join(path, 'folder.json'))
    expect(refusal(join(path, 'graph'))).toMatch(/Let its name end in .yaml, .jsonl, .json/)
    expect(refusal(join(path, 'folder.json'), { force: true })).toMatch(/is a folder/)
    expect(refusal(join(path, 'none', 'a.json'))).toMatch(/its folder does not exist/)
    expect(refusal('/dev/null', { format: 'json', force: true })).toMatch(/is a device/)
  })

  it.skipIf(isOnPostgres)('writes over no graph that is a file, and makes none', () => {
    expect(refusal(db, { format: 'json', force: true })).toMatch(/is the graph itself/)
    const none = join(path, 'none.db')
    expect(refusal(join(path, 'a.json'), { db: none })).toMatch(/none.db does not exist/)
    expect(existsSync(none)).toBe(false)
    expect(statSync(db).size).toBeGreaterThan(0)
  })
})

describe('a dossier of JSON lines', () => {
  const head = '{"hearsay": 1}'
  const zed = '{"actor": {"slug": "zed", "name": "Zed", "type": "PERSON"}}'
  let made = 0
  const imported = async (content: string | Uint8Array, ending = '.jsonl') => {
    const file = join(path, `lines-${++made}${ending}`)
    writeFileSync(file, content)
    const db = addressOf(join(path, `lines-${made}.db`))
    const { done, errors } = told((out) => importCommand([file], { db }, out))
    await done
    return errors.map((line) => line.replace(/^.*?lines-\d+[.\w]*:/, ''))
  }

  it.each([
    [
      'items in any order, lines that are empty, and others’ ends of lines',
      `\ufeff${head}\r\n\r\n${zed}\r\n`,
      '.jsonl',
    ],
    ['a file whose name does not say what it is', `${head}\n${zed}\n`, '.txt'],
    ['nothing but its first line', head, '.ndjson'],
  ])('takes %s', async (_, content, ending) => {
    expect(await imported(content, ending)).toEqual([])
  })

  it.each([
    [
      'a field, by its line and column',
      `${head}\n${zed}\n{"actor": {"slug": "No", "name": "N", "type": "PERSON"}}`,
      /^3:12 actor\.slug "No": a slug is/,
    ],
    [
      'a field that is not there',
      `${head}\n{"claim": {"slug": "a", "kind": "OTHER"}}`,
      /^2:2 claim\.text: is missing/,
    ],
    [
      'a reference',
      `${head}\n{"claim": {"slug": "a", "text": "A.", "kind": "OTHER", "subject": "zed"}}\n${zed.replace('zed', 'zet')}`,
      /^2:\d+ claim\.subject "zed": is not the slug of an actor.*did you mean zet/,
    ],
    ['a line that is no JSON', `${head}\n{"actor": {"slug": }}`, /^2:\d+ is not JSON/],
    ['a line that is no item', `${head}\n[1]`, /^2:1 is no item/],
    ['two items in a line', `${head}\n{"actor": {}, "place": {}}`, /^2:1 has more than one actor/],
    ['a kind that there is not', `${head}\n{"actors": {}}`, /^2:1 has no kind of item.*did you mean actor/],
    [
      'a key given twice',
      `${head}\n{"actor": {"slug": "a", "slug": "b"}}`,
      /^2:25 "slug": is a key that stands there already/,
    ],
    ['a first line that is an item', zed, /^1:1 is JSON, and does not begin as anything/],
    ['a list in the first line', '{"hearsay": 1, "actors": []}\n', /^1:1 has actors in the first line/],
    ['another version', `{"hearsay": 2}\n${zed}`, /^1:2 hearsay 2: should be 1/],
    ['a second first line', `${head}\n${head}`, /^2:1 begins a dossier again/],
    [
      'NUL',
      `${head}\n{"actor": {"slug": "a", "name": "\\u0000", "type": "PERSON"}}`,
      /^2:\d+ actor\.name .*NUL/,
    ],
    [
      'the same slug twice',
      `${head}\n${zed}\n${zed}`,
      /^3:12 actor\.slug "zed": is taken by an actor already, at .*:2$/,
    ],
    ['nothing', '', /is empty|is no dossier/],
  ])('is told %s', async (_, content, message) => {
    expect((await imported(content))[0]).toMatch(message)
  })

  it('is told which line is not UTF-8', async () => {
    const content = Buffer.concat([Buffer.from(`${head}\n`), Buffer.from([0xff, 0x0a])])
    expect((await imported(content))[0]).toMatch(/^2:1 is not text in UTF-8/)
  })
})
