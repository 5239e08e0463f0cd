import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { importOpened } from '../src/cli/import.ts'
import { ImportRate, progressText, SharedProgress, StoppedError } from '../src/cli/import-progress.ts'
import type { Out } from '../src/cli/out.ts'
import { exportDossier } from '../src/dossier/export.ts'
import { importInputs } from '../src/dossier/import.ts'
import { openInput } from '../src/dossier/inputs.ts'
import { sectionNames, sections } from '../src/dossier/sections.ts'
import { TextFile } from '../src/dossier/text-file.ts'
import { unpacked } from '../src/dossier/unpack.ts'
import { DossierError, type Problem } from '../src/values/errors.ts'
import { addressOf, openWriter } from './engine.ts'
import { everyRow, folder, newGraph } from './graph.ts'

const path = folder()
const everyField = new URL('./dossiers/every-field.yaml', import.meta.url).pathname
const yaml = readFileSync(everyField, 'utf8')
const whole: Record<string, object[]> = parse(yaml)

let written = 0
function file(content: string | Uint8Array, extension: string): string {
  const name = join(path, `form-${++written}.${extension}`)
  writeFileSync(name, content)
  return name
}

const jsonLines = [
  JSON.stringify({ hearsay: 1 }),
  ...sectionNames.flatMap((section) =>
    (whole[section] ?? []).map((item) => JSON.stringify({ [sections[section].one]: item })),
  ),
]

/** Opens a file as the command does. */
async function opened(name: string, largest?: number): Promise<TextFile | Problem> {
  const input = openInput(name)
  return input instanceof TextFile ? unpacked(input, undefined, largest) : input
}

/** What a graph exports that a file was imported into. */
async function exported(name: string): Promise<string> {
  const graph = newGraph(path)
  const input = await opened(name)
  importInputs(graph, [input])
  if (input instanceof TextFile) input.close()
  let text = ''
  exportDossier(graph, 'jsonl', (part) => (text += part))
  const rows = JSON.stringify(everyRow(graph)).replace(/"revision":\[.*?\]\]?/, '')
  graph.close()
  return text + rows.length
}

describe('the same dossier in each form', () => {
  const documents = sectionNames
    .map((section) => stringify({ hearsay: 1, [section]: whole[section] }))
    .join('---\n')
  // Each kind apart, the last first: the order between kinds says nothing.
  const reversed = [jsonLines[0], ...[...jsonLines.slice(1)].sort((a, b) => kindOf(b) - kindOf(a))]

  it.each([
    ['YAML in documents', documents, 'yaml'],
    ['JSON', JSON.stringify(whole, null, 1), 'json'],
    ['JSON without a name that tells', JSON.stringify(whole), 'txt'],
    ['JSON lines', jsonLines.join('\n'), 'jsonl'],
    ['JSON lines without a name that tells', jsonLines.join('\n'), 'txt'],
    ['JSON lines, what is named after what names it', reversed.join('\n'), 'jsonl'],
    ['YAML, packed', gzipSync(yaml), 'yaml.gz'],
    ['JSON, packed', gzipSync(JSON.stringify(whole)), 'json.gz'],
    ['JSON lines, packed', gzipSync(jsonLines.join('\n')), 'jsonl.gz'],
    [
      'JSON lines, packed in two parts',
      Buffer.concat([gzipSync(`${jsonLines[0]}\n`), gzipSync(jsonLines.slice(1).join('\n'))]),
      'jsonl',
    ],
  ])('makes the same graph: %s', async (_, content, extension) => {
    expect(await exported(file(content, extension))).toBe(await exported(everyField))
  })
})

const kindOf = (line: string): number =>
  sectionNames.findIndex((section) => line.startsWith(`{"${sections[section].one}"`))

describe('a packed file', () => {
  const told = async (content: Uint8Array, largest?: number): Promise<string> => {
    const input = await opened(file(content, 'jsonl.gz'), largest)
    return 'message' in input ? input.message : 'all is well'
  }

  it('that unpacks to far more than it is, is refused', async () => {
    expect(await told(gzipSync(' '.repeat(70 * 2 ** 20)))).toMatch(
      /unpacks to more than \d+ MiB, \d+ times its size/,
    )
    expect(await told(gzipSync(' '.repeat(2 ** 20)), 2 ** 19)).toMatch(/unpacks to more than/)
    expect(await told(gzipSync(' '.repeat(2 ** 20)))).toBe('all is well')
  })

  it('that is cut off or damaged is told so', async () => {
    const packed = gzipSync(jsonLines.join('\n'))
    expect(await told(packed.subarray(0, packed.length - 20))).toMatch(/^is not whole/)
    expect(await told(Buffer.concat([packed.subarray(0, 40), packed.subarray(60)]))).toMatch(/^is not whole/)
  })

  it('has its problems by the lines of what is in it', async () => {
    const wrong = [jsonLines[0], jsonLines[1], '{"actor": {"slug": "zed", "name": "Zed", "type": "PERSN"}}']
    const input = await opened(file(gzipSync(wrong.join('\n')), 'gz'))
    const graph = newGraph(path)
    expect(() => importInputs(graph, [input])).toThrow(DossierError)
    expect(() => importInputs(graph, [input])).toThrow(
      /form-\d+\.gz:3:\d+ actor\.type "PERSN": should be one of/,
    )
    graph.close()
  })
})

describe('an import that is looked at', () => {
  const name = file(jsonLines.join('\n'), 'jsonl')
  const quiet: Out = { info() {}, error() {} }

  it('tells how many items it has read and written', async () => {
    const progress = new SharedProgress()
    await importOpened([openInput(name)], { db: addressOf(join(path, 'told.db')) }, quiet, progress)
    const items = jsonLines.length - 1
    expect(progress.state()).toEqual({ read: items, share: expect.any(Number), written: items, total: items })
  })

  it.each([1, 5, 12, 20])('and stopped after %d items leaves the graph as it was', async (after) => {
    const db = addressOf(join(path, `stopped-${after}.db`))
    const graph = openWriter(db)
    const before = everyRow(graph)
    const progress = new SharedProgress()
    const stopping: SharedProgress = Object.assign(progress, {
      written: () => progress.state().read === items && ++count === after && progress.stop(),
    })
    let count = 0
    const items = jsonLines.length - 1
    await expect(importOpened([openInput(name)], { db }, quiet, stopping)).rejects.toThrow(StoppedError)
    expect(everyRow(graph)).toEqual(before)
    graph.close()
  })

  it('says how fast it is, and the time that is left where that can be told', () => {
    const rate = new ImportRate()
    expect(rate.told({ read: 10, share: 0, written: 0, total: 0 }).secondsLeft).toBeNull()
    expect(rate.told({ read: 10, share: 1, written: 5, total: 10 }).secondsLeft).toBeGreaterThan(0)
    expect(progressText({ read: 12_000, written: 3400, rate: 5210, secondsLeft: 150 })).toBe(
      '12,000 read, 3,400 written, 5,210 a second, 3 min left',
    )
    expect(progressText({ read: 10, written: 0, rate: null, secondsLeft: null })).toBe('10 read, 0 written')
  })
})
