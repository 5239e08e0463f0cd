import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { marksOf, textLikeness } from '../../src/text/likeness.ts'
import { openReader } from '../engine.ts'
import { ask, startServer } from '../server/fixture.ts'
import { desk, harbour, type Row } from './reading.ts'

const wire =
  'The mayor of Bodo said that the ferry had sunk near the harbour on Monday evening. “Nobody was hurt,” she said. ' +
  'The port authority denied that the pilot had been drunk. Police said that they would question the crew of the ferry. ' +
  'Fishermen from the islands said that they had warned the company of the old engine in March.'
// biome-ignore lint/suspicious/noExplicitAny: what a query gives is known to the test that asks it
async function asked(db: string, query: string): Promise<any> {
  const { url } = await startServer({ schema, graph: new Graph(openReader(db)) })
  const { data, errors } = await ask(url, query, {})
  expect(errors).toBeUndefined()
  return data
}

const said = 'select s.text from statement s join source so on so.id = s.source_id where so.slug ='

describe('a report with the address of an earlier one, and another text', () => {
  test('is a later version, of which only what is new is proposed', async () => {
    const { file, read, rows } = desk(harbour)
    const url = 'https://example.org/ferry'
    await read(file(wire, 'md'), { url })
    const corrected = wire.replace('Nobody was hurt', 'Two people were hurt')
    const { info } = await read(file(`${corrected} The minister said that ferries were safe.`, 'md'), { url })
    const [first, second] = rows('select slug, version_of_id as earlier from source order by id') as [
      Row,
      Row,
    ]
    expect([first.earlier, second.earlier]).toEqual([null, 1])
    const [before, now] = [first, second].map(({ slug }) => rows(`${said} '${slug}'`).map(({ text }) => text))
    expect(now).toEqual(expect.arrayContaining([expect.stringContaining('Two people were hurt')]))
    expect(now).toEqual(expect.arrayContaining([expect.stringContaining('ferries were safe')]))
    for (const text of now as string[]) expect(before).not.toContain(text)
    expect(info[0]).toMatch(
      new RegExp(
        `^${second.slug}: a later version of ${first.slug}, 4 statements the same as there; 2 statements proposed`,
      ),
    )
  })

  test('compares with all versions before it, and leads from each to the next', async () => {
    const { file, read, rows, db } = desk(harbour)
    const url = 'https://example.org/ferry'
    for (const [i, text] of [
      wire,
      `${wire} The minister said that ferries were safe.`,
      `${wire} The minister said that ferries were safe. Rain fell.`,
    ].entries())
      await read(file(text), { url, title: `Version ${i + 1}` })
    expect(rows('select source_id as source, count(*) as n from statement group by 1 order by 1')).toEqual([
      { source: 1, n: 5 },
      { source: 2, n: 1 },
    ])
    const query = '{ sources { nodes { title versionOf { title } laterVersion { title } } } }'
    expect((await asked(db, query)).sources.nodes).toEqual([
      { title: 'Version 1', versionOf: null, laterVersion: { title: 'Version 2' } },
      { title: 'Version 2', versionOf: { title: 'Version 1' }, laterVersion: { title: 'Version 3' } },
      { title: 'Version 3', versionOf: { title: 'Version 2' }, laterVersion: null },
    ])
  })
})

describe('a report that takes over another', () => {
  const own =
    ' “We saw it sink,” said Kari Holm of the port of Bodo, who was there with her dog that evening.'
  test.each([
    ['word for word, with marks of its own', wire.replaceAll('“', '"').replaceAll('”', '"'), 0],
    ['with a paragraph more', `${wire}\n\n${own}`, 1],
    ['without its end', wire.slice(0, wire.indexOf(' Fishermen')), 0],
    ['behind another beginning', `BODO, Monday, by our reporter. ${wire}`, 0],
  ])('%s is a copy, whose speakers are not counted again', async (_, text, fresh) => {
    const { file, read, rows } = desk(harbour)
    await read(file(wire), { publisher: 'NTB' })
    await read(file(text), { publisher: 'The Harbour Post', url: 'https://example.org/x' })
    expect(rows('select copy_of_id as original, version_of_id as earlier from source order by id')).toEqual([
      { original: null, earlier: null },
      { original: 1, earlier: null },
    ])
    expect(rows('select count(*) as n from statement where source_id = 2')).toEqual([{ n: fresh }])
  })

  test('by way of a copy is a copy of the first', async () => {
    const { file, read, rows, db } = desk(harbour)
    for (const text of [wire, `${wire}${own}`, `${wire}${own} It was cold.`]) await read(file(text))
    expect(
      rows('select copy_of_id as original from source order by id').map(({ original }) => original),
    ).toEqual([null, 1, 1])
    const query =
      '{ sources(filter: { copyOf: ["report-2"] }) { totalCount } source(id: "report-4") { copyOf { slug } } }'
    expect(await asked(db, query)).toEqual({
      sources: { totalCount: 2 },
      source: { copyOf: { slug: 'report-2' } },
    })
  })

  test.each([
    [
      'on the same',
      'The mayor of Bodo told reporters that a ferry sank on Monday, and that nobody was hurt in the accident, as far as she knew so far.',
    ],
    [
      'with one sentence in common',
      `Rain fell on the islands for weeks, and no boat went out to fish. ${wire.slice(0, 82)} Prices of cod rose, and the minister said that help would come in spring, if the parliament agreed to it.`,
    ],
    ['of a few words', 'The mayor of Bodo said that the ferry had sunk near the harbour on Monday evening.'],
  ])('a report of its own %s is none', async (_, text) => {
    const { file, read, rows } = desk(harbour)
    await read([file(wire), file(text)])
    expect(rows('select count(*) as n from source where copy_of_id is not null')).toEqual([{ n: 0 }])
  })
})

test('likeness is how much of the shorter text is in the other', () => {
  const words = Array.from({ length: 200 }, (_, i) => `word${i}`)
  const [all, half, other] = [words.join(' '), words.slice(0, 100).join(', '), words.toReversed().join(' ')]
  expect([
    textLikeness(all, half),
    textLikeness(half, all),
    textLikeness(all, other),
    textLikeness(all, ''),
  ]).toEqual([1, 1, 0, 0])
  expect(marksOf('too short a text')).toEqual([])
  expect(marksOf(all)).toHaveLength(16)
})

test('a dossier says both, in whatever order', async () => {
  const { rows } = desk(`
hearsay: 1
sources:
  - { slug: c, title: C, kind: ARTICLE, copyOf: b }
  - { slug: b, title: B, kind: ARTICLE, versionOf: a }
  - { slug: a, title: A, kind: ARTICLE }
`)
  const query = `select own.slug, v.slug as version, c.slug as copy from source own
    left join source v on v.id = own.version_of_id left join source c on c.id = own.copy_of_id order by own.slug`
  expect(rows(query)).toEqual([
    { slug: 'a', version: null, copy: null },
    { slug: 'b', version: 'a', copy: null },
    { slug: 'c', version: null, copy: 'b' },
  ])
  expect(() => desk('hearsay: 1\nsources:\n  - { slug: a, title: A, kind: ARTICLE, versionOf: a }')).toThrow(
    /circle|itself/,
  )
})
