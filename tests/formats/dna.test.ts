import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { TextFile } from '../../src/dossier/text-file.ts'
import { formatOfFile } from '../../src/formats/import-formats.ts'
import { dnaIn } from '../../src/formats/in/dna/dna-in.ts'
import { dnaTableIn } from '../../src/formats/in/dna/dna-table-in.ts'
import { dnaFormat } from '../../src/formats/out/dna/dna-format.ts'
import { exportPlan } from '../../src/server/exporting/export-plan.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { dbOf } from '../engine.ts'
import { everyRow, folder, newGraph } from '../graph.ts'
import { seed, worlds } from '../graph-fixture.ts'
import {
  dna2,
  dna2InSeconds,
  dna3WithColumns,
  dna3WithMetadata,
  firstDna2,
  withoutAuthorsAndAttributes,
} from './dna-earlier-forms.ts'
import { damagedDnaFile, dnaFile } from './dna-file.ts'
import { fileOf, importForeign } from './imported.ts'
import { written } from './written.ts'

const graphs = worlds()
const path = folder()
const made: ImmediateEngine[] = []
afterAll(() => {
  for (const graph of made) graph.close()
})
const empty = (): ImmediateEngine => {
  const graph = newGraph(path)
  made.push(graph)
  return graph
}
const rows = (graph: ImmediateEngine, sql: string) => dbOf(graph).prepare(sql).all()
const positions = (graph: ImmediateEngine) =>
  rows(graph, 'select "actorName", "claimText", stance from v_positions order by 1, 2')

function formatOf(name: string): string | undefined {
  const file = TextFile.open(name)
  try {
    return formatOfFile(file)?.name
  } finally {
    file.close()
  }
}

describe('DNA’s own file', () => {
  it('is read with its documents, statements, and whom it knows', async () => {
    const graph = empty()
    const { left, problems } = await importForeign(graph, dnaIn, dnaFile())
    expect(problems).toEqual([])
    expect(rows(graph, 'select "sourceTitle", author, "publishedAt" from v_sources order by id')).toEqual([
      { sourceTitle: 'Dams', author: 'J. Doe', publishedAt: '2005-01-26' },
      { sourceTitle: 'Document 2', author: null, publishedAt: '2005-01-26' },
    ])
    expect(
      rows(
        graph,
        'select "speakerName", "onBehalfOfName", "claimText", stance, exact, "start", "saidAt" from v_statements order by "statement"',
      ),
    ).toEqual([
      {
        ...{
          speakerName: 'Ada Moss',
          onBehalfOfName: 'Ministry of Rivers',
          claimText: 'Dams should be built.',
        },
        ...{ stance: 'AFFIRMS', exact: 'We need dams', start: 0, saidAt: null },
      },
      {
        ...{ speakerName: 'Ministry of Rivers', onBehalfOfName: null, claimText: 'Dams should be built.' },
        ...{ stance: 'DENIES', exact: 'The ministry: no dams', start: 24, saidAt: null },
      },
      {
        ...{ speakerName: 'Ada Moss', onBehalfOfName: null, claimText: null },
        ...{ stance: null, exact: 'need', start: 3, saidAt: null },
      },
    ])
    expect(rows(graph, 'select "actorName", "actorType", description from v_actors order by 1')).toEqual([
      { actorName: 'Ada Moss', actorType: 'PERSON', description: null },
      { actorName: 'Ministry of Rivers', actorType: 'ORGANIZATION', description: 'Looks after rivers.' },
    ])
    expect(rows(graph, `select lang, text from label where text = 'A. Moss'`)).toEqual([
      { lang: 'und', text: 'A. Moss' },
    ])
    expect(left).toEqual({
      ...{ coders: 2, 'attribute Type': 1, 'attribute Notes': 1, 'variable frame': 1 },
      ...{
        'statements of the type Annotation, whose variables name no speaker (note)': 1,
        'statements without a person or an organization': 1,
      },
      ...{ 'concepts of statements without agreement': 1, 'times of day, whose time zone is not told': 1 },
      ...{
        'sources of documents': 1,
        'sections of documents': 1,
        'types of documents': 1,
        'notes on documents': 1,
      },
    })
  })

  it('is read by whatever the variables of its type of statement are called, with -1 for disagreement', async () => {
    const graph = empty()
    const { problems, left } = await importForeign(
      graph,
      dnaIn,
      dnaFile(`update VARIABLES set Variable = 'Speaker' where ID = 1; update VARIABLES set Variable = 'institution' where ID = 2;
        update VARIABLES set Variable = 'Belief' where ID = 3; update VARIABLES set Variable = 'support' where ID = 4;
        delete from DATABOOLEAN; insert into DATAINTEGER values (1, 1, 4, 1), (2, 2, 4, -1), (3, 5, 4, 0)`),
    )
    expect(problems).toEqual([])
    expect(left).toMatchObject({ 'variable frame': 1, 'agreements that are neither -1 nor 1': 1 })
    expect(rows(graph, 'select "speakerName", stance from v_statements order by "statement"')).toEqual([
      { speakerName: 'Ada Moss', stance: 'AFFIRMS' },
      { speakerName: 'Ministry of Rivers', stance: 'DENIES' },
      { speakerName: 'Ada Moss', stance: null },
    ])
  })

  it('changes nothing when it is imported again', async () => {
    const graph = empty()
    const file = dnaFile()
    await importForeign(graph, dnaIn, file)
    const before = everyRow(graph)
    const { summary, problems } = await importForeign(graph, dnaIn, file)
    expect(problems).toEqual([])
    expect(summary).toMatchObject({ statements: { created: 0, updated: 0, unchanged: 3 } })
    expect({ ...everyRow(graph), revision: [], creation: [] }).toEqual({
      ...before,
      revision: [],
      creation: [],
    })
  })

  it('finds whom the graph knows by name, and leaves them as they are', async () => {
    const world = graphs.empty()
    world.write(({ actors, claims }) => {
      actors.put({ slug: 'moss', name: 'ADA MOSS', type: 'PERSON', description: 'Known.' })
      actors.put({ slug: 'paper', name: 'Daily', type: 'MEDIA_OUTLET' })
      actors.put({ slug: 'ministry-of-rivers', name: 'Another', type: 'ORGANIZATION', kind: 'OTHER' })
      claims.put({ slug: 'dams', text: 'Dams should be built.', kind: 'SUPPORT' })
    })
    const { problems, left } = await importForeign(world.writer, dnaIn, dnaFile())
    expect(problems).toEqual([])
    expect(left).not.toHaveProperty('sources of documents')
    expect(rows(world.writer, 'select actor, description from v_actors order by id')).toMatchObject([
      { actor: 'moss', description: 'Known.' },
      { actor: 'paper' },
      { actor: 'ministry-of-rivers', description: null },
      {
        actor: expect.stringMatching(/^ministry-of-rivers-[0-9a-f]{8}$/),
        description: 'Looks after rivers.',
      },
    ])
    expect(rows(world.writer, 'select claim, "claimKind" from v_claims')).toEqual([
      { claim: 'dams', claimKind: 'SUPPORT' },
    ])
    expect(rows(world.writer, `select publisher from v_sources where "sourceTitle" = 'Dams'`)).toEqual([
      { publisher: 'paper' },
    ])
  })

  it('is known by its name and by its tables', () => {
    const file = dnaFile()
    expect(formatOf(file)).toBe('dna')
    expect(formatOf(fileOf(readFileSync(file), 'db'))).toBe('dna')
    expect(formatOf(fileOf('not a database', 'dna'))).toBe('dna')
    expect(formatOf(fileOf('statement;speaker\n', 'csv'))).toBeUndefined()
  })
})

/** All that a file of DNA can bring into a graph. */
const brought = (graph: ImmediateEngine) =>
  [
    'select source, "sourceTitle", author, "publishedAt" from v_sources order by 1',
    `select "statement", "speakerName", "onBehalfOfName", "claimText", stance, exact, "start" from v_statements order by 1`,
    'select actor, "actorName", "actorType", description from v_actors order by 1',
    'select claim, "claimText" from v_claims order by 1',
    'select lang, text from label order by 2',
  ].map((sql) => rows(graph, sql))

const agreementsAsIntegers = `
insert into DATAINTEGER(ID, StatementId, VariableId, Value) select ID, StatementId, VariableId, Value from DATABOOLEAN;
delete from DATABOOLEAN;
`

describe('a file of an earlier version of DNA', () => {
  it.each([
    ['DNA 2', dna2, ''],
    ['DNA 2, with agreement as a number', dna2 + agreementsAsIntegers, ''],
    [
      'DNA 2, with values that were not saved',
      `${dna2}insert into DATABOOLEAN values (9, 5, 4, null, 1)`,
      '',
    ],
    ['DNA 2, which counts seconds', dna2InSeconds, ''],
    ['DNA 2 in its first form', firstDna2, withoutAuthorsAndAttributes],
    ['DNA 3, with attributes as columns', dna3WithColumns, ''],
    ['DNA 3, with attributes as metadata', dna3WithMetadata, ''],
  ])('brings the same graph as one of DNA 3: %s', async (_, changes, likewise) => {
    const [graph, expected] = [empty(), empty()]
    const found = await importForeign(graph, dnaIn, dnaFile(changes))
    expect(found.problems).toEqual([])
    expect(found).toEqual(await importForeign(expected, dnaIn, dnaFile(likewise)))
    expect(brought(graph)).toEqual(brought(expected))
  })

  it('changes nothing when it is imported again', async () => {
    const graph = empty()
    const file = dnaFile(dna2)
    await importForeign(graph, dnaIn, file)
    expect((await importForeign(graph, dnaIn, file)).summary).toMatchObject({
      sources: { created: 0, updated: 0, unchanged: 2 },
      statements: { created: 0, updated: 0, unchanged: 3 },
    })
  })

  it('counts links of statements', async () => {
    const { left } = await importForeign(
      empty(),
      dnaIn,
      dnaFile(`${dna2}insert into STATEMENTLINKS values (1, 1, 2)`),
    )
    expect(left).toMatchObject({ 'links of statements': 1 })
  })

  it.each([
    ['midnight in London', 0, '2005-01-26'],
    ['midnight in New York', 5, '2005-01-26'],
    ['noon in Moscow', 9, '2005-01-26'],
    ['noon in Cairo, or midnight in Kiritimati', 10, '2005-01-26/2005-01-27'],
    ['noon in New York, or midnight in Bangkok', 17, '2005-01-26/2005-01-27'],
    ['midnight in Berlin', 23, '2005-01-26/2005-01-27'],
  ])('says which days a document may be of, as its time zone is not told: %s', async (_, hour, day) => {
    const graph = empty()
    const date = (1_106_697_600 + hour * 3_600) * 1_000
    await importForeign(graph, dnaIn, dnaFile(`${dna2}update DOCUMENTS set Date = ${date} where ID = 1`))
    expect(rows(graph, `select "publishedAt" from v_sources where "sourceTitle" = 'Dams'`)).toEqual([
      { publishedAt: day },
    ])
  })
})

/** Whatever is wrong, it is told by its table and row, and nothing is written. */
const damages: readonly (readonly [what: string, file: () => string, message: RegExp])[] = [
  [
    'half of it',
    () => damagedDnaFile((bytes) => bytes.subarray(0, bytes.length / 2)),
    /is cut short: it has \d+ of \d+ bytes/,
  ],
  [
    'its first bytes',
    () => damagedDnaFile((bytes) => bytes.subarray(0, 60)),
    /is cut short: not even its head/,
  ],
  ['nothing', () => fileOf('', 'dna'), /is no file of Discourse Network Analyzer 2 or 3/],
  [
    'another format',
    () => fileOf('<?xml version="1.0"?><discourse/>', 'dna'),
    /is no file of Discourse Network Analyzer 2 or 3/,
  ],
  [
    'a page of rubbish',
    () => damagedDnaFile((bytes) => bytes.fill(0xff, 4096, 8192)),
    /is damaged: its database/,
  ],
  [
    'a schema of rubbish',
    () => damagedDnaFile((bytes) => bytes.fill(0x41, 100, 4096)),
    /is damaged: its database/,
  ],
  ['a missing table', () => dnaFile('drop table ENTITIES'), /has no table ENTITIES/],
  [
    'a missing column',
    () => dnaFile('alter table STATEMENTS drop column Stop'),
    /has no column Stop in the table STATEMENTS/,
  ],
  [
    'a view in place of a table',
    () => dnaFile('alter table ENTITIES rename to e; create view ENTITIES as select * from e'),
    /has no table ENTITIES/,
  ],
  [
    'a computed column',
    () =>
      dnaFile(
        `drop table ENTITIES; create table ENTITIES(ID INTEGER PRIMARY KEY, VariableId, x, Value as (hex(zeroblob(x))))`,
      ),
    /has no table ENTITIES/,
  ],
  [
    'a start that is a text',
    () => dnaFile(`update STATEMENTS set Start = 'x' where ID = 2`),
    /dna STATEMENTS row 2, Start "x": must be a whole number/,
  ],
  [
    'a span beyond the text',
    () => dnaFile('update STATEMENTS set Stop = 99 where ID = 2'),
    /STATEMENTS row 2, Stop 99: is outside of the text of document 1, which is 46 characters long/,
  ],
  [
    'a span that ends before it begins',
    () => dnaFile('update STATEMENTS set Start = 45 where ID = 2'),
    /STATEMENTS row 2, Start 45: must be from 0 on, and before Stop, which is 45/,
  ],
  [
    'a negative start',
    () => dnaFile('update STATEMENTS set Start = -1 where ID = 2'),
    /STATEMENTS row 2, Start -1: must be from 0 on/,
  ],
  [
    'a document that is not there',
    () => dnaFile('update STATEMENTS set DocumentId = 9 where ID = 2'),
    /STATEMENTS row 2, DocumentId 9: is the ID of no row of DOCUMENTS/,
  ],
  [
    'a type that is not there',
    () => dnaFile('update STATEMENTS set StatementTypeId = 9 where ID = 2'),
    /STATEMENTS row 2, StatementTypeId 9/,
  ],
  [
    'an entity that is not there',
    () => dnaFile('update DATASHORTTEXT set Entity = 99 where ID = 2'),
    /DATASHORTTEXT row 2, Entity 99: is the ID of no row of ENTITIES/,
  ],
  [
    'a text that is binary',
    () => dnaFile(`update DOCUMENTS set Title = x'00ff'`),
    /DOCUMENTS row 1, Title .*must be a text/,
  ],
  [
    'a date that is none',
    () => dnaFile('update DOCUMENTS set Date = 9e15'),
    /DOCUMENTS row 1, Date 9000000000000000: /,
  ],
  [
    'a date of DNA 2, in milliseconds',
    () => dnaFile('update DOCUMENTS set Date = 1106697600000'),
    /DOCUMENTS row 1, Date/,
  ],
  [
    'agreement that is a text',
    () => dnaFile(`update DATABOOLEAN set Value = 'yes' where ID = 2`),
    /DATABOOLEAN row 2, Value "yes": must be a whole number/,
  ],
  [
    'DNA 2, half of it',
    () => damagedDnaFile((bytes) => bytes.subarray(0, bytes.length / 2), dna2),
    /is cut short: it has \d+ of \d+ bytes/,
  ],
  ['DNA 2 without a table', () => dnaFile(`${dna2}drop table STATEMENTS`), /has no table STATEMENTS/],
  [
    'DNA 2 without a column',
    () => dnaFile(`${dna2}alter table VARIABLES drop column Variable`),
    /has no column Variable in the table VARIABLES/,
  ],
  [
    'a short text of DNA 2 that is binary',
    () => dnaFile(`${dna2}update DATASHORTTEXT set Value = x'00ff' where ID = 2`),
    /DATASHORTTEXT row 2, Value .*must be a text/,
  ],
  [
    'a date of DNA 2 that is none',
    () => dnaFile(`${dna2}update DOCUMENTS set Date = 9e15 where ID = 2`),
    /DOCUMENTS row 2, Date 9000000000000000: is no number of milliseconds/,
  ],
  [
    'a document of DNA 2 that is not there',
    () => dnaFile(`${dna2}update STATEMENTS set DocumentId = 9 where ID = 2`),
    /STATEMENTS row 2, DocumentId 9: is the ID of no row of DOCUMENTS/,
  ],
  [
    'a type that is not there, in the first form of DNA 2',
    () => dnaFile(`${firstDna2}update STATEMENTS set Type = 'x' where ID = 2`),
    /STATEMENTS row 2, Type "x": names no row of STATEMENTTYPES/,
  ],
  [
    'a document that is not there, in the first form of DNA 2',
    () => dnaFile(`${firstDna2}update STATEMENTS set Document = 9 where ID = 2`),
    /STATEMENTS row 2, Document 9: is the ID of no row of DOCUMENTS/,
  ],
  [
    'an attribute that is not there',
    () => dnaFile(`${dna3WithColumns}update DATASHORTTEXT set Value = 99 where ID = 2`),
    /DATASHORTTEXT row 2, Value 99: is the ID of no row of ATTRIBUTES/,
  ],
  [
    'an attribute that is a text',
    () => dnaFile(`${dna3WithMetadata}update DATASHORTTEXT set Value = 'x' where ID = 2`),
    /DATASHORTTEXT row 2, Value "x": must be a whole number/,
  ],
  [
    'a missing table of attributes',
    () => dnaFile(`${dna3WithColumns}drop table ATTRIBUTES`),
    /has no table ATTRIBUTES/,
  ],
]

describe('a damaged file of DNA', () => {
  it.each(damages)('tells its table and row: %s', async (_, file, message) => {
    const graph = empty()
    const { problems, summary } = await importForeign(graph, dnaIn, file())
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(message)
    expect(summary).toBeNull()
    expect(rows(graph, 'select * from entity union all select * from entity')).toEqual([])
    expect(rows(graph, 'select * from source')).toEqual([])
  })
})

const sample = new URL('../../../shared/data/dna/sample.dna', import.meta.url).pathname
const hasSample = existsSync(sample)
if (!hasSample) console.warn(`${sample} is not there: DNA’s sample is not read.`)

it.skipIf(!hasSample)('reads DNA’s sample: 7 documents and 40 statements', async () => {
  const graph = empty()
  const { summary, left, problems } = await importForeign(graph, dnaIn, sample)
  expect(problems).toEqual([])
  expect(summary).toMatchObject({
    ...{
      sources: { created: 7 },
      statements: { created: 40 },
      actors: { created: 14 },
      claims: { created: 6 },
    },
  })
  expect(left).toEqual({
    ...{
      coders: 4,
      'regular expressions': 6,
      'attribute Type': 14,
      'statements of the type Annotation, whose variables name no speaker (note)': 1,
    },
    ...{ 'sources of documents': 7, 'sections of documents': 7 },
  })
  expect(
    rows(
      graph,
      'select count(*) as n from v_statements where exact is not null and "onBehalfOf" is not null',
    ),
  ).toEqual([{ n: 40 }])
})

const HEAD =
  '"statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";"person";"organization";"concept";"agreement"'
const line = (id: number, more = '"Ada Moss";"Ministry";"Dams, many.";1', time = '2005-01-26 00:00:00') =>
  `${id};${time};7;"Dams";"J. Doe";"";"";"";"We 'need'\ndams";${more}`

describe('DNA’s exported table', () => {
  it('is what DNA’s own exporter writes', () => {
    const world = graphs.of(seed)
    const { text, left } = written(world.writer, dnaFormat)
    expect(text.split('\n')[0]).toBe(HEAD)
    expect(text).not.toMatch(/\n$/)
    expect(text.split('\n')[1]).toMatch(
      /^\d+;2023-05-\d\d \d\d:\d\d:\d\d;\d+;"[^";]*";"[^";]*";"[^";]*";"";"[A-Z]+";"[^";]*";"[^";]*";"[^";]*";"[^";]*";[01]$/,
    )
    expect(left).toMatchObject({ 'statements without a claim': expect.any(Number) })
  })

  it('is known by its ending, beside the tables that are CSV files as well', () => {
    expect(exportPlan({ name: 'my/graph.DNA.csv' }).format.name).toBe('dna')
    expect(exportPlan({ name: 'my/statements.csv' }).format.name).toBe('statements.csv')
  })

  it('comes back as the same positions', async () => {
    const graph = empty()
    await importForeign(graph, dnaIn, dnaFile())
    const { text } = written(graph, dnaFormat)
    const file = fileOf(text, 'dna.csv')
    expect(formatOf(file)).toBe('dna-table')
    const second = empty()
    expect(await importForeign(second, dnaTableIn, file)).toMatchObject({
      problems: [],
      left: { 'types of documents': 1 },
    })
    expect(positions(second)).toEqual(positions(graph))
    const before = positions(second)
    expect((await importForeign(second, dnaTableIn, file)).summary).toMatchObject({
      statements: { unchanged: 2 },
    })
    expect(positions(second)).toEqual(before)
  })

  it.each([
    ['as DNA writes it', `${HEAD}\n${line(1)}`],
    ['with a byte order mark and CRLF', `\ufeff${HEAD}\r\n${line(1)}\r\n`],
    ['with commas', `${HEAD.replaceAll(';', ',')}\n${line(1).replaceAll(';', ',')}\n`],
    [
      'with the heads of rDNA',
      `${HEAD.replaceAll(/(\w+) (ID|title)/g, '$1_$2').replace('"author"', '"document_author"')}\n${line(1)}`,
    ],
    [
      'with TRUE, and the time of DNA 2',
      `${HEAD}\n${line(1, '"Ada Moss";"Ministry";"Dams, many.";TRUE', '2005-01-26 12:00:00')}`,
    ],
  ])('is read %s', async (_, text) => {
    const graph = empty()
    expect(await importForeign(graph, dnaTableIn, fileOf(text, 'csv'))).toMatchObject({
      problems: [],
      left: {},
    })
    expect(positions(graph)).toEqual([{ actorName: 'Ministry', claimText: 'Dams, many.', stance: 'AFFIRMS' }])
    expect(rows(graph, 'select "statementText", "publishedAt" from v_statements')).toEqual([
      { statementText: "We 'need'\ndams", publishedAt: '2005-01-26' },
    ])
  })

  it('is read as the data frame of rDNA, which has no words', async () => {
    const heads =
      '"","id","time","docId","docTitle","docAuthor","docSource","docSection","docType","person","organization","concept","agreement"'
    const row = '"1",7,2005-01-26 12:00:00,3,"Hearing","A. Coder","","","","Ada Moss",NA,"Dams, many.",TRUE'
    const file = fileOf(`${heads}\n${row}\n`, 'csv')
    expect(formatOf(file)).toBe('dna-table')
    const graph = empty()
    expect(await importForeign(graph, dnaTableIn, file)).toMatchObject({ problems: [], left: {} })
    expect(positions(graph)).toEqual([{ actorName: 'Ada Moss', claimText: 'Dams, many.', stance: 'AFFIRMS' }])
    expect(rows(graph, 'select "statementText", "onBehalfOf" from v_statements')).toEqual([
      { statementText: 'Dams, many.', onBehalfOf: null },
    ])
  })

  it.each([
    ['a quote that is not closed', `${HEAD}\n${line(1)}\n2;"2005`, /:4:1 is no whole table/],
    ['a line with too few cells', `${HEAD}\n${line(1)}\n2;3`, /:4:1 is no whole table/],
    [
      'an agreement that is none',
      `${HEAD}\n${line(1)}\n${line(2, '"A";"B";"C";maybe')}`,
      /:4:13 column agreement maybe: must be 1 or 0/,
    ],
    [
      'a date that is none',
      `${HEAD}\n${line(1)}\n${line(2, undefined, '26.01.2005')}`,
      /:4:2 column time 26.01.2005: must be a day and a time/,
    ],
    [
      'an ID that is none',
      `${HEAD}\n${line(1)}\nx${line(2)}`,
      /:4:1 column statement ID x2: must be a whole number/,
    ],
    [
      'an ID that is there twice',
      `${HEAD}\n${line(1)}\n${line(1)}`,
      /:4 .*is taken by a statement already, at .*:2/,
    ],
    ['a column that is there twice', `${HEAD};"person"\n${line(1)};"x"`, /has the column person twice/],
    ['another encoding', Buffer.from(`${HEAD}\n${line(1)}é`, 'latin1'), /:3:1 is not text in UTF-8 here/],
    ['a NUL', `${HEAD}\n${line(1)}\n${line(2)}\0`, /:5:1 is not text in UTF-8 here/],
  ] as const)('tells the line of %s', async (_, content, message) => {
    const graph = empty()
    const { problems } = await importForeign(graph, dnaTableIn, fileOf(content, 'csv'))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(message)
    expect(rows(graph, 'select * from source')).toEqual([])
  })
})
