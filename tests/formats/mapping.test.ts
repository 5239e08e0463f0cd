import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { printMappingSchema } from '../../src/formats/in/mapping/mapping-json-schema.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'
import { formatOf, itemsOf, mappingProblems } from './mapped.ts'

const path = folder()
const text = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
/** The whole example of the documentation. */
const docs = text('docs/formats/mapping.md')
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(docs)?.[1] ?? ''
const [table, mapping] = [block('csv'), block('yaml')]

type Item = Readonly<Record<string, unknown>>

/** Nothing is written into it. */
const empty = newGraph(path)

/** What a mapping makes of a table, before it is checked. */
const made = (given: string, rows: string) => itemsOf(empty, given, fileOf(rows, 'csv'))

/** What is wrong with a table, as an import says it. */
const problemsOf = async (given: string, rows: string) =>
  (await importForeign(newGraph(path), formatOf(given), fileOf(rows, 'csv'))).problems

/** A mapping of persons with one more field. */
const people = (fields: string, more = ''): string =>
  `hearsay: mapping\n${more}\nitems:\n  - section: actors\n    fields:\n      slug: {slug: Id, prefix: p-}\n      name: Name\n      type: =PERSON\n      ${fields}\n`
/** A mapping of events with a date. */
const events = (date: string): string =>
  `hearsay: mapping\nitems:\n  - section: events\n    fields: {slug: {slug: Id, prefix: e-}, name: =Event, type: =OTHER, when: {column: When, ${date}}}\n`

describe('the example of the documentation', () => {
  it('is imported as it says, and changes nothing when it comes again', async () => {
    const graph = newGraph(path)
    const file = fileOf(table, 'csv')
    const first = await importForeign(graph, formatOf(mapping), file)
    expect(first).toMatchObject({
      problems: [],
      left: { 'column Notes': 1 },
      summary: {
        actors: { created: 5 },
        sources: { created: 1 },
        claims: { created: 1 },
        statements: { created: 2 },
      },
    })
    const before = exported(graph)
    expect(before).toContain('"saidAt":"2022-03"')
    const again = await importForeign(graph, formatOf(mapping), file)
    for (const counts of Object.values(again.summary ?? {}))
      expect(counts).toMatchObject({ created: 0, updated: 0 })
    expect(exported(graph)).toBe(before)
  })
})

describe('the fields of a mapping', () => {
  it.each<[what: string, fields: string, row: string, expected: Item]>([
    ['a template', 'description: "{A}, {B}"', 'x,y', { description: 'x, y' }],
    ['a template with an empty cell', 'description: "{A}, {B}"', 'x,', { name: 'N' }],
    ['the first that is not empty', 'description: {first: [A, B]}', ',y', { description: 'y' }],
    ['a column by its number', 'description: {column: 4}', 'x,y', { description: 'y' }],
    [
      'texts that stand for nothing',
      'description: {first: [{column: A, empty: [n/a]}, B]}',
      'n/a,y',
      { description: 'y' },
    ],
    [
      'what is between two texts',
      'description: {column: A, after: "(", before: ")"}',
      'x (in) y,',
      { description: 'in' },
    ],
    [
      'replaced texts',
      'description: {column: A, replace: {_: " "}, case: upper}',
      'a_b_c,',
      { description: 'A B C' },
    ],
    ['a part', 'description: {column: A, split: "|", part: 2}', 'x|y,', { description: 'y' }],
    ['labels', 'labels: {uk: {column: A, split: ";"}, ru: B}', 'Ах; Ох,', { labels: { uk: ['Ах', 'Ох'] } }],
    ['links', 'links: {wikidata: A, viaf: B}', 'Q1,', { links: { wikidata: ['Q1'] } }],
    [
      'words',
      'description: {column: A, words: {x: good, y: bad}, otherwise: odd}',
      'Y,',
      { description: 'bad' },
    ],
    [
      'other words',
      'description: {column: A, words: {x: good}, otherwise: odd}',
      'z,',
      { description: 'odd' },
    ],
    [
      'words as they are',
      'description: {column: A, words: {x: good}, else: keep}',
      'z,',
      { description: 'z' },
    ],
    ['a boolean', 'unnamed: {column: A, words: {yes: true}}', 'yes,', { unnamed: true }],
    ['a constant', 'description: {constant: 5 o’clock}', ',', { description: '5 o’clock' }],
    [
      'a slug of a hash',
      'description: {slug: [A, B], hash: true, prefix: h-}',
      'x,y',
      { description: expect.stringMatching(/^h-[0-9a-f]{12}$/) },
    ],
    ['a romanized slug', 'description: {slug: [A, B]}', 'Київ,2 Б', { description: 'kyiv-2-b' }],
  ])('hold %s', async (_what, fields, row, expected) => {
    const { items, problems } = made(people(fields), `Id,Name,A,B\n1,N,${row}\n`)
    expect(problems).toEqual([])
    expect(items['p-1']).toMatchObject(expected)
    expect(Object.keys(items['p-1'] ?? {})).toHaveLength(
      new Set(['slug', 'name', 'type', ...Object.keys(expected)]).size,
    )
  })

  it.each([
    ['date: DD.MM.YYYY', '24.02.2022', '2022-02-24'],
    ['date: DD.MM.YYYY', '00.02.2022', '2022-02'],
    ['date: DD.MM.YYYY', '00.00.2022', '2022'],
    ['date: YYYYMMDD', '20220224', '2022-02-24'],
    ['date: M/D/YY', '2/4/22', '2022-02-04'],
    ['date: M/D/YY', '2/4/71', '1971-02-04'],
    ['date: MMM YYYY', 'märz 2022', '2022-03'],
    ['date: D MMM YYYY', '1 березня 2022', '2022-03-01'],
    ['date: D-MMM-YY', '01-Sep-99', '1999-09-01'],
    ['date: iso', '2022-02-24/..', '2022-02-24/..'],
    ['date: iso, zone: "+03:00"', '2022-02-24 05:00', '2022-02-24T05:00+03:00'],
    ['date: "YYYY-MM-DD HH:mm"', '2022-02-24 05:00', '2022-02-24T05:00Z'],
    ['date: "M/D/YYYY h:mm A"', '2/4/2022 12:30 am', '2022-02-04T00:30Z'],
    ['date: unix', '1645675200', '2022-02-24T04:00:00Z'],
    ['date: unix-ms', '1645675200000', '2022-02-24T04:00:00Z'],
    ['date: excel', '44616', '2022-02-24'],
    ['date: [D.M.YYYY, YYYY]', '2022', '2022'],
    ['date: any', '24.2.2022', '2022-02-24'],
    ['date: any', '5/5/2022', '2022-05-05'],
    ['date: YYYYMMDD, mark: "~"', '20220224', '2022-02-24~'],
  ])('hold dates: %s of %s is %s', async (date, cell, expected) => {
    const { items, problems } = made(events(date), `Id,When\n1,"${cell}"\n`)
    expect(problems).toEqual([])
    expect(items['e-1']?.when).toBe(expected)
  })

  it.each([
    ['date: DD.MM.YYYY', '31.02.2024', /is no date there is: .*01 to 29/],
    ['date: DD.MM.YYYY', '2024-02-03', /is no date of the form DD\.MM\.YYYY/],
    ['date: any', 'March 8', /is no date in any of the usual forms/],
    [
      'date: [D/M/YYYY, M/D/YYYY]',
      '3/4/2024',
      /may be 2024-04-03 \(D\/M\/YYYY\) or 2024-03-04 \(M\/D\/YYYY\): say which/,
    ],
    ['date: any', '3/4/2024', /may be 2024-04-03/],
    ['date: MMM YYYY', 'Smarch 2024', /is no date there is/],
    ['date: "HH:mm D.M.YYYY"', '25:00 1.2.2024', /is no date there is/],
  ])('refuse dates: %s of %s', async (date, cell, message) => {
    const { problems } = made(events(date), `Id,When\n1,${cell}\n`)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/csv:2:2 When "/)
    expect(problems[0]).toMatch(message)
  })

  it.each([
    ['', '50.45', 50.45],
    ['number: {decimal: ","}', '"50,45"', 50.45],
    ['number: {decimal: ",", thousands: "."}', '"-0.050,45"', null],
    ['number: {thousands: ","}', '"1,2"', null],
    ['', '"50,45"', null],
    ['', '−50.45', -50.45],
    ['', 'N/A', null],
  ])('hold numbers: {%s} of %s is %s', async (number, cell, expected) => {
    const place = `hearsay: mapping\nitems:\n  - section: places\n    fields: {slug: =p, name: Name, precision: =EXACT, latitude: {column: N${number && `, ${number}`}}, longitude: {constant: 30}}\n`
    const { items, problems } = made(place, `Name,N\nKyiv,${cell}\n`)
    if (expected === null) expect(problems[0]).toMatch(/csv:2:2 N .*is no number/)
    else expect(items.p).toMatchObject({ latitude: expected, longitude: 30 })
  })
})

describe('a look-up', () => {
  const rows = 'Id,Name,Boss\n1,Anna,\n2,Bo,ANNA\n3,Cy,Dee\n'
  const boss = (otherwise: string): string =>
    people(`affiliations: [{organization: {column: Boss, find: actor${otherwise}}, role: =MEMBER}]`)

  it('finds what came before, whatever its letters’ case, and tells what it does not find', async () => {
    const { problems } = made(boss(''), rows)
    expect(problems).toEqual([
      expect.stringMatching(/csv:4:3 Boss "Dee": is no actor that the file or the graph has$/),
    ])
  })

  it('leaves out and counts, or makes, what it does not find', async () => {
    const empty = made(boss(', else: empty'), rows)
    expect(empty.left).toEqual({ 'values of Boss that the mapping leaves out': 1 })
    expect(empty.items['p-2']?.affiliations).toMatchObject([{ organization: 'p-1' }])
    const create = made(boss(', else: create, create: {type: =ORGANIZATION, kind: =PARTY}'), rows)
    expect(create.items).toMatchObject({
      dee: { name: 'Dee', kind: 'PARTY' },
      'p-3': { affiliations: [{ organization: 'dee' }] },
    })
  })

  it('finds what the graph has, by a name or a link, and does not write over it', async () => {
    const graph = newGraph(path)
    const known = people('links: {wikidata: Q}')
    expect(
      (await importForeign(graph, formatOf(known), fileOf('Id,Name,Q\n1,Anna,Q7\n', 'csv'))).problems,
    ).toEqual([])
    for (const [by, cell] of [
      ['name', 'anna'],
      ['wikidata', 'Q7'],
      ['slug', 'p-1'],
    ] as const) {
      const given = `hearsay: mapping\nitems:\n  - section: claims\n    fields: {text: T, kind: =OTHER, subject: {column: Who, find: actor, by: ${by}}}\n`
      const { problems, summary } = await importForeign(
        graph,
        formatOf(given),
        fileOf(`T,Who\nBy ${by},${cell}\n`, 'csv'),
      )
      expect(problems).toEqual([])
      expect(summary).toMatchObject({ actors: { created: 0, updated: 0 }, claims: { created: 1 } })
    }
  })

  it('tells apart what would have one slug', async () => {
    const given =
      'hearsay: mapping\nitems:\n  - section: claims\n    fields: {text: T, kind: =OTHER, subject: {column: Who, find: actor, else: create, create: {type: =PERSON}}}\n'
    const { items } = made(given, 'T,Who\n1,A B\n2,A-B\n3,a b\n')
    expect(Object.values(items).filter(({ type }) => type === 'PERSON')).toHaveLength(2)
  })
})

describe('the items of a mapping', () => {
  it('are made of the rows that have what they need, and others are counted', async () => {
    const given = people(
      'description: A',
      'when: [{column: A, not: [skip], empty: false, longest: 4, matches: "^[a-z]+$"}]',
    )
    const { items, left } = made(given, 'Id,Name,A\n1,N,ok\n2,N,skip\n3,N,\n4,N,toolong\n5,N,9\n')
    expect(Object.keys(items)).toEqual(['p-1'])
    expect(left).toMatchObject({ 'rows that nothing was made of': 4, 'column Name': 4 })
  })

  it('are made once for each part of a cell', async () => {
    const given =
      'hearsay: mapping\nitems:\n  - section: sources\n    each: {Url: "|", Title: "|"}\n    fields: {slug: {slug: Url, prefix: s-}, title: Title, url: Url, kind: =ARTICLE}\n'
    const { items } = made(given, 'Url,Title\nhttps://a.example/1|https://a.example/2,One|Two\n')
    expect(Object.values(items).map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(made(given, 'Url,Title\nhttps://a.example/1|https://a.example/2,One\n').problems[0]).toMatch(
      /csv:2:1 Url .*another number of parts than Title/,
    )
  })

  it.each([
    ['problem', /csv:3:1 Id.*: is taken by an actor already, at .*csv:2/, 0],
    ['first', null, 1],
    ['numbered', null, 2],
  ])('of one slug are handled as the mapping says: %s', async (repeated, message, count) => {
    const given = people('description: A').replace(
      '- section: actors',
      `- section: actors\n    repeated: ${repeated}`,
    )
    const rows = 'Id,Name,A\n1,N,x\n1,M,y\n'
    if (message) return expect((await problemsOf(given, rows))[0]).toMatch(message)
    expect(Object.keys(made(given, rows).items).filter((slug) => slug.startsWith('p-'))).toHaveLength(count)
  })

  it('stay as the graph has them where the mapping says so', async () => {
    const graph = newGraph(path)
    const given = people('description: A').replace(
      '- section: actors',
      '- section: actors\n    existing: keep',
    )
    await importForeign(graph, formatOf(given), fileOf('Id,Name,A\n1,N,x\n', 'csv'))
    const { summary } = await importForeign(
      graph,
      formatOf(given),
      fileOf('Id,Name,A\n1,N,y\n2,M,z\n', 'csv'),
    )
    expect(summary?.actors).toEqual({ created: 1, updated: 0, unchanged: 0 })
  })

  it('are checked as a dossier’s, and problems name the cell', async () => {
    const problems = await problemsOf(people('iso3166: A'), 'Id,Name,A\n1,N,\n2,,\n3,N,Ukraine\n')
    expect(problems).toEqual([
      expect.stringMatching(/csv:3:2 Name "": is missing: a text is required here/),
      expect.stringMatching(/csv:4:3 A "Ukraine": an ISO 3166-1 alpha-2 code is two capital letters/),
      expect.stringMatching(/csv:4:3 A "Ukraine": belongs to actors of type STATE only/),
    ])
  })

  it('are named with their cells where something is wrong that only all of them tell', async () => {
    const claims =
      'hearsay: mapping\nitems:\n  - section: claims\n    fields: {text: T, kind: =OTHER, subject: Who}\n'
    const problems = await problemsOf(claims, 'T,Who\nOne,anna\n"Two\nlines",bo\nThree,cy\n')
    expect(problems).toEqual([
      expect.stringMatching(/csv:2:2 Who "anna": is not the slug of an actor/),
      expect.stringMatching(/csv:4:2 Who "bo": is not the slug of an actor/),
      expect.stringMatching(/csv:5:2 Who "cy": is not the slug of an actor/),
    ])
  })

  it('are made no more after a thousand problems', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => `${index},x`).join('\n')
    const { problems } = made(events('date: YYYY'), `Id,When\n${rows}\n`)
    expect(problems).toHaveLength(1001)
    expect(problems.join('\n')).toMatch(/csv:1001 was read no further: there are 1000 problems up to here/)
  })
})

describe('a mapping', () => {
  const items = (item: string): string => `hearsay: mapping\nitems:\n  - ${item}\n`
  const actor = (field: string): string =>
    items(`section: actors\n    fields: {name: N, type: =PERSON, ${field}}`)

  it.each([
    ['', /m\.yaml:1:1 is empty/],
    ['hearsay: 1\nitems: []\n', /m\.yaml:1:1 hearsay 1: should be mapping/],
    ['hearsay: mapping\nitem: []\n', /:2:1 item .*is no field here; did you mean items\?/],
    ['hearsay: mapping\nitems: []\n', /:2:1 items .*is empty/],
    [
      'hearsay: mapping\nfile: {delimeter: ";"}\nitems: []',
      /:2:8 file\.delimeter ";": is no field here; did you mean delimiter\?/,
    ],
    [
      'hearsay: mapping\nfile: {encoding: koi8}\nitems: []',
      /:2:8 file\.encoding "koi8": should be one of auto, utf-8/,
    ],
    [
      items('section: actor\n    fields: {name: N}'),
      /:3:5 items\[0\]\.section "actor": should be one of places, actors/,
    ],
    [
      items('section: actors\n    fields: {nme: N}'),
      /:4:14 items\[0\]\.fields\.nme "N": is no field here; did you mean name\?/,
    ],
    [
      items('section: actors\n    fields: {name: N}'),
      /:4:5 items\[0\]\.fields .*lacks type, which every item of actors has/,
    ],
    [
      actor('description: {colum: N}'),
      /items\[0\]\.fields\.description\.colum "N": is no field here; did you mean column\?/,
    ],
    [
      actor('description: 5'),
      /items\[0\]\.fields\.description 5: should be a text: a constant is \{constant: 5\}/,
    ],
    [actor('description: {date: iso}'), /says nowhere where it comes from/],
    [
      actor('description: {column: N, constant: x}'),
      /says twice where it comes from \(column and constant\)/,
    ],
    [actor('description: {column: N, part: 1}'), /description\.part 1: means nothing without split/],
    [actor('description: {column: N, words: side}'), /is no table of words of this mapping/],
    [actor('description: {item: x}'), /is what no item before this one is called/],
    [
      actor('description: {column: N, date: DD.QQ.YYYY}'),
      /DD\.QQ\.YYYY is no form of dates \("Q" stands for nothing\)/,
    ],
    [actor('description: {column: N, date: DD.MM}'), /has no year/],
    [actor('description: {column: N, date: iso, number: true}'), /cannot be said beside date/],
    [
      actor('allegiance: {column: N, find: actor, create: {type: =STATE}}'),
      /means nothing without else: create/,
    ],
    [
      actor('allegiance: {column: N, find: actor, else: create, create: {tpye: =STATE}}'),
      /create\.tpye "=STATE": is no field here; did you mean type\?/,
    ],
    [
      items('section: actors\n    when: [{column: N}]\n    fields: {name: N, type: =PERSON}'),
      /says nothing of the column/,
    ],
    [
      items('section: actors\n    when: [{column: N, matches: "(a"}]\n    fields: {name: N, type: =PERSON}'),
      /opens a bracket that is not closed/,
    ],
    ['hearsay: mapping\nhearsay: mapping\n', /:2:1 .*is a key that stands there already/],
    ['hearsay: [mapping\n', /is not YAML/],
  ])('says what is wrong with %j', (given, message) => {
    expect(mappingProblems(given).join('\n')).toMatch(message)
  })

  it('that was typed over is read, or what is wrong with it is said', () => {
    const file = fileOf(table, 'csv')
    const edits = fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 4 }), fc.nat(8)), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(edits, (all) => {
        const text = all.reduce((edited, [at, typed, gone]) => {
          const place = at % (edited.length + 1)
          return edited.slice(0, place) + typed + edited.slice(place + gone)
        }, mapping)
        const problems = mappingProblems(text)
        if (problems.length === 0) expect(() => itemsOf(empty, text, file)).not.toThrow(TypeError)
        else expect(problems.filter((problem) => !/^m\.yaml.* \S/.test(problem))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('has a schema for editors, which is the one that is committed and takes what is shipped', () => {
    expect(text('schema/mapping.schema.json')).toBe(printMappingSchema())
    const schema = z.fromJSONSchema(JSON.parse(printMappingSchema()))
    for (const given of [
      mapping,
      ...['viina', 'viina-reports', 'viina-events'].map((name) => text(`mappings/${name}.yaml`)),
    ]) {
      expect(schema.safeParse(parse(given)).error).toBeUndefined()
      expect(mappingProblems(given)).toEqual([])
    }
    expect(schema.safeParse({ ...parse(mapping), itemz: 1 }).success).toBe(false)
  })
})
