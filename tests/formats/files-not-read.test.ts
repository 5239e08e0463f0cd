import { describe, expect, it } from 'vitest'
import { TextFile } from '../../src/dossier/text-file.ts'
import { LastDossier } from '../../src/dossier/whole-dossier.ts'
import { KnownNodes } from '../../src/formats/in/known-nodes.ts'
import { tableHead } from '../../src/formats/in/mapping/draft/table-head.ts'
import { openReadings } from '../../src/formats/open-readings.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf } from './imported.ts'
import { formatOf } from './mapped.ts'

const path = folder()
const zip = Buffer.from('PK\x03\x04 and so on, \xff', 'latin1')
const mapped = formatOf(
  'hearsay: mapping\nitems:\n  - section: actors\n    fields: {name: Name, type: =PERSON}\n',
)

describe('a ZIP file', () => {
  it.each([
    ['csv.zip', undefined],
    ['csv', undefined],
    ['xlsx', mapped],
    ['yaml', 'dossier'],
  ] as const)('whose name ends with .%s is not read, and what to do is said', async (ending, asked) => {
    const file = TextFile.open(fileOf(zip, ending))
    const context = { nodes: new KnownNodes(newGraph(path)) }
    const { readings, faults } = await openReadings(file, context, new LastDossier(), asked)
    file.close()
    expect(readings).toEqual([])
    expect(faults[0]?.message).toMatch(/^is packed as ZIP: unpack it.*as CSV/)
  })

  it('is no table of which a mapping could be drafted', () => {
    const head = tableHead({ name: 'a.xlsx', bytes: zip, text: zip.toString('latin1') })
    expect(head).toMatchObject({ fault: expect.stringContaining('save a workbook') })
  })
})

describe('a file of no format that is known', () => {
  const opened = async (text: string, ending: string) => {
    const file = TextFile.open(fileOf(text, ending))
    const context = { nodes: new KnownNodes(newGraph(path)) }
    const { readings, faults } = await openReadings(file, context, new LastDossier())
    const problems = readings.flatMap((reading) =>
      reading.read({ head() {}, item() {}, earlier: () => undefined, history: () => [] }),
    )
    file.close()
    return [...faults, ...problems].map(({ line, column, message }) => `${line}:${column} ${message}`)
  }

  it.each([
    ['{}', 'json'],
    ['[]', 'json'],
    ['\ufeff{"type": "FeatureCollection",\n "features": []}', 'geojson'],
    ['{"a": 1}\n{"a": 2}\n', 'jsonl'],
    ['{"a": 1}\n{"a": 2}\n', 'txt'],
    ['{"a": 1}', 'yaml'],
  ])('that is JSON is told what there is: %s', async (text, ending) => {
    const [problem, ...more] = await opened(text, ending)
    expect(problem).toMatch(/^1:1 is JSON, .*\{"hearsay": 1.* --format: dossier, .*stix, ftm, .*jsonld/)
    expect(more).toEqual([])
  })

  it.each([
    ['{"a": 1,\n "b": }', 'json', '2:7 is not JSON: "}" cannot stand here'],
    ['{"hearsay": 1,\n "actors": [,] }', 'json', '2:13 is not JSON: ",]" cannot stand here'],
    ['{"hearsay": 1,\n "actors": [{"slug" "a"}] }', 'txt', '2:21 is not JSON: "\\"a\\"}]" cannot stand here'],
    ['{"hearsay": 1,\n "actors": [', 'json', '2:13 is not whole: the JSON ends in the middle of something'],
    ['', 'csv', '1:1 is empty: there is no table in it'],
    ['# actors\n\n; none\n', 'txt', '1:1 is empty: there is nothing in it to import'],
  ])('is told where it breaks off: %s', async (text, ending, problem) => {
    expect(await opened(text, ending)).toEqual([problem])
  })

  it.each([
    ['{"language": "en", "hearsay": 1}', 'json'],
    ['{hearsay: 1}', 'json'],
    ['# remark\n{"hearsay": 1, # remark\n}', 'yaml'],
    ['{"hearsay": 1}\n{"actor": {"slug": "a"}}', 'txt'],
    ['', 'nq'],
    ['# nothing\n', 'ttl'],
    ['', 'ftm.json'],
    ['\n', 'ijson'],
  ])('but for what is understood: %s as %s', async (text, ending) => {
    expect(await opened(text, ending)).toEqual([])
  })
})

describe('a page of the web', () => {
  it.each(['<!DOCTYPE html>\n<p>', '\ufeff <html lang="en">', '<?xml version="1.0"?>'])(
    'is not read, and what to do is said: %s',
    async (text) => {
      const file = TextFile.open(fileOf(text, 'html'))
      const context = { nodes: new KnownNodes(newGraph(path)) }
      const { faults } = await openReadings(file, context, new LastDossier())
      file.close()
      expect(faults[0]?.message).toMatch(/take the JSON-LD .* out of a page/)
    },
  )
})
