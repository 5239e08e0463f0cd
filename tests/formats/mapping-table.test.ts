import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessDelimiter } from '../../src/formats/in/mapping/table-delimiter.ts'
import { tableRecords } from '../../src/formats/in/mapping/table-records.ts'
import { dbOf, runs } from '../engine.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'
import { formatOf } from './mapped.ts'

const path = folder()
const form = { delimiter: ',', quote: '"' }

/** The rows of a text that comes in pieces of so many letters. */
const rowsOf = (text: string, size: number, given = form) => {
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []
  return [...tableRecords(pieces, given)]
}
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const cell = fc.string({
  unit: fc.constantFrom('a', 'ж', '"', ',', ';', '\n', '\r', ' ', "'", '=', '😀'),
  maxLength: 6,
})

describe('the rows of a table', () => {
  it('are those that were written, in whatever pieces they come', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, size, newline) => {
          const text = rows.map((row) => row.map(quoted).join(',')).join(newline)
          expect(rowsOf(text, size).map(({ cells }) => cells)).toEqual(rows)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('know the line at which each begins, and each cell', () => {
    const [header, first, second] = rowsOf('a,b\r\n"x\ny",z\r\n\r\n1,2', 3)
    expect([header?.line, first?.line, second?.line]).toEqual([1, 2, 5])
    expect(first?.cellLines).toEqual([2, 3])
  })

  it('may hold quotation marks that begin no cell, and none where nothing is quoted', () => {
    expect(rowsOf('5" gun,it was "so"', 4).map(({ cells }) => cells)).toEqual([['5" gun', 'it was "so"']])
    expect([...tableRecords(['"a,b"'], { ...form, quote: null })].map(({ cells }) => cells)).toEqual([
      ['"a', 'b"'],
    ])
  })

  it('begin after the lines that are skipped, and are no comments', () => {
    const rows = [...tableRecords(['A "report\nof,us\n#x,y\na,b\n'], { ...form, skip: 2, comment: '#' })]
    expect(rows).toMatchObject([{ line: 4, cells: ['a', 'b'] }])
  })

  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b\n"1,5";2\n"3,0";4\n', ';'],
    ['a\tb\n1, 2\t3\n', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['a\n1\n', ','],
  ])('of %j are divided by %j', (head, delimiter) => {
    expect(guessDelimiter(head, { quote: '"', skip: 0 })).toBe(delimiter)
  })
})

const twoColumns = (file = ''): string => `
hearsay: mapping
file: {${file}}
items:
  - section: actors
    fields: {slug: {slug: Id, prefix: a-}, name: Name, type: =PERSON, description: {column: 2}}
`

async function imported(table: string | Uint8Array, file = '') {
  return importForeign(newGraph(path), formatOf(twoColumns(file)), fileOf(table, 'csv'))
}

describe('a table', () => {
  it.each([
    ['UTF-8 with a mark', '\ufeffId,Name\n1,Анна\n', ''],
    ['UTF-16', Buffer.from('\ufeffId\tName\n1\tАнна\n', 'utf16le'), 'encoding: utf-16'],
    ['UTF-16, found out', Buffer.from('\ufeffId\tName\n1\tАнна\n', 'utf16le'), ''],
    ['UTF-16, the other way round', Buffer.from('\ufeffId\tName\n1\tАнна\n', 'utf16le').swap16(), ''],
    [
      'UTF-8 with a mark, and in another encoding by its mapping,',
      '\ufeffId,Name\n1,Анна\n',
      'encoding: windows-1251',
    ],
    ['the form of Excel that tells its delimiter', 'sep=;\r\nId;Name\r\n1;Анна\r\n', ''],
    ['that form, with another delimiter,', '"sep=|"\nId|Name\n1|Анна, ; x\n', ''],
    ['windows-1251', Buffer.from('Id;Name\n1;\xc0\xed\xed\xe0\n', 'latin1'), 'encoding: windows-1251'],
  ])('in %s is read', async (_what, table, file) => {
    expect(await imported(table, file)).toMatchObject({ problems: [], summary: { actors: { created: 1 } } })
  })

  it.each([
    [
      'an unclosed quotation mark',
      'Id,Name\n1,A\n2,"B\n3,C\n',
      /csv:3:2 opens a quotation mark that is never closed/,
    ],
    [
      'one that another closes',
      'Id,Name\n1,"A\n2,"B"\n',
      /csv:2:2 opens a quotation mark that is followed by "B\\"" where it is closed \(line 3\)/,
    ],
    [
      'a row that is too short',
      'Id,Name\n1,A\n2\n',
      /csv:3 has 1 cell, and the header 2: the file may be cut short/,
    ],
    ['a row that is too long', 'Id,Name\n1,A,x\n', /csv:2 has 3 cells, and the header 2/],
    ['a NUL', 'Id,Name\n1,A\n2,\0\n', /csv:3 has the character NUL/],
    [
      'another encoding',
      Buffer.from('Id,Name\n1,A\n2,\xc0\xed\xed\xe0\n', 'latin1'),
      /csv:3 is not text in UTF-8/,
    ],
    [
      'a letter that is cut',
      Buffer.from('Id,Name\n1,А').subarray(0, -1),
      /csv:2 is not text in UTF-8: the file is cut short here/,
    ],
    ['a column that is missing', 'Id,Nmae\n1,A\n', /csv:1 has no column Name; did you mean Nmae\?/],
    [
      'a column that stands twice',
      'Id,Name,Name\n1,A,B\n',
      /csv:1 has several columns Name \(2, 3\): name them by their numbers/,
    ],
    ['nothing', '', /csv:1 is empty/],
    ['very many columns', `${'x,'.repeat(100_000)}\n`, /csv:1 has more than 10000 cells/],
    ['the same slug twice', 'Id,Name\n1,A\n2,B\n', null],
  ])('with %s says so, and nothing is written', async (_what, table, message) => {
    const { summary, problems } = await imported(table)
    if (message === null) return expect(problems).toEqual([])
    expect(problems[0]).toMatch(message)
    expect(summary).toBeNull()
  })

  it('with a cell without end is not read to its end', async () => {
    const endless = Buffer.concat([Buffer.from('Id,Name\n1,"'), Buffer.alloc(20_000_000, 'x')])
    expect((await imported(endless)).problems[0]).toMatch(
      /csv:2 begins a row of more than 10 million letters: the quotation mark in line 2 is never closed/,
    )
  })

  it('has texts in its cells, whatever a spreadsheet would take them for', async () => {
    const graph = newGraph(path)
    const table = "Id,Name\n1,=cmd|' /C calc'!A0\n2,'=1+1\n3,'Tis\n4,'-5\n5,''=1\n6,'＝1\n"
    expect((await importForeign(graph, formatOf(twoColumns()), fileOf(table, 'csv'))).problems).toEqual([])
    const names = dbOf(graph).prepare('select description from entity order by id').pluck().all()
    expect(names).toEqual(["=cmd|' /C calc'!A0", '=1+1', "'Tis", '-5', "'=1", '＝1'])
  })

  it('has rows that end with a delimiter, and shorter ones where the mapping says so', async () => {
    expect((await imported('Id,Name\n1,A,\n2,B,\n')).problems).toEqual([])
    expect((await imported('Id,Name,More\n1,A\n', 'ragged: true')).problems).toEqual([])
  })
})

it('any table of texts comes back as it was', async () => {
  const text = fc
    .string({
      unit: fc.constantFrom('a', 'Б', '"', ',', '\n', "'", '=', '@', '😀', ' '),
      minLength: 1,
      maxLength: 8,
    })
    .map((one) => `x${one}x`)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), async (rows) => {
      const graph = newGraph(path)
      const table = `Id,Name,Text\r\n${rows.map(([name, more], index) => [String(index), name, more].map(quoted).join(',')).join('\r\n')}`
      const mapping =
        'hearsay: mapping\nitems:\n  - section: actors\n    fields: {slug: {slug: Id, prefix: a-}, name: Name, type: =PERSON, description: Text}\n'
      expect((await importForeign(graph, formatOf(mapping), fileOf(table, 'csv'))).problems).toEqual([])
      const read = dbOf(graph)
        .prepare(
          "select l.text as name, e.description from entity e join label l on l.entity_id = e.id where e.slug like 'a-%' order by e.id",
        )
        .all()
      expect(read).toEqual(rows.map(([name, description]) => ({ name, description })))
    }),
    { numRuns: runs(15) },
  )
})
