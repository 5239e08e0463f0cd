import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { importCommand } from '../src/cli/import.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { printDossierSchema } from '../src/dossier/schema.ts'
import { sectionNames } from '../src/dossier/sections.ts'
import { rebuild } from '../src/model/derived/rebuild.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { DossierError, type Problem } from '../src/values/errors.ts'
import { addressOf, dbOf, isOnPostgres, openWriter } from './engine.ts'
import { derivedState, everyRow, folder, newGraph } from './graph.ts'

const path = folder()
const everyField = new URL('./dossiers/every-field.yaml', import.meta.url).pathname
const everyFieldText = readFileSync(everyField, 'utf8')

let written = 0
function file(content: string | Buffer, extension = 'yaml'): string {
  const name = join(path, `dossier-${++written}.${extension}`)
  writeFileSync(name, content)
  return name
}

const dossier = (items: object): string => file(stringify({ hearsay: 1, ...items }))

function problemsOf(graph: ImmediateEngine, ...files: string[]): readonly Problem[] {
  const before = everyRow(graph)
  try {
    importDossiers(graph, files)
    return []
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    expect(everyRow(graph)).toEqual(before)
    return error.problems
  }
}

/** A graph in which is every field. What is refused leaves it as it is. */
const whole = newGraph(path)
importDossiers(whole, [everyField])
afterAll(() => whole.close())

/** `line path: message` of each problem in a file with that content. */
const said = (content: string | Buffer, extension?: string): string[] => {
  const problems = problemsOf(whole, file(content, extension))
  return problems.map((problem) => `${problem.line} ${problem.path}: ${problem.message}`)
}

/** Another value whenever rows were written: SQLite counts them, PostgreSQL has the last transaction that did. */
const changes = (graph: ImmediateEngine): unknown =>
  dbOf(graph)
    .prepare(
      isOnPostgres
        ? 'select (select max(xmin::text::bigint) from entity), (select max(xmin::text::bigint) from statement)'
        : 'select total_changes()',
    )
    .raw()
    .get()
const counts = (created: number, updated: number, unchanged: number) => ({ created, updated, unchanged })

describe('a dossier', () => {
  it('is written whole, whichever way its items refer to each other', () => {
    const graph = newGraph(path)
    const summary = importDossiers(graph, [everyField])
    expect(sectionNames.map((noun) => summary[noun].created)).toEqual([3, 9, 3, 2, 3, 4, 2])
    expect(dbOf(graph).pragma('foreign_key_check')).toEqual([])
    graph.close()
  })

  it('changes nothing the second time', () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    const [rows, total] = [everyRow(graph), changes(graph)]
    const summary = importDossiers(graph, [everyField])
    expect(sectionNames.map((noun) => summary[noun].unchanged)).toEqual([3, 9, 3, 2, 3, 4, 2])
    expect(changes(graph)).toEqual(total)
    expect(everyRow(graph)).toEqual(rows)
    graph.close()
  })

  it('as JSON is the same dossier', () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    const rows = everyRow(graph)
    importDossiers(graph, [file(JSON.stringify(parse(everyFieldText)), 'json')])
    expect(everyRow(graph)).toEqual(rows)
    graph.close()
  })

  it('that has changed updates what differs, keeps every id, and leaves the rest alone', () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    const ids = dbOf(graph).prepare('select id, slug from statement order by id').all()
    const changed = everyFieldText
      .replace('text: Nobody is left.\n', 'text: No one is left.\n')
      .replace('A. Moss, Ada Moss', 'Ada Moss, A. Moss')
      .replace('title: citizen', 'title: native')
    const summary = importDossiers(graph, [file(changed)])
    expect(summary.statements).toEqual(counts(0, 1, 3))
    expect(summary.actors).toEqual(counts(0, 1, 8))
    expect(summary.places).toEqual(counts(0, 0, 3))
    expect(dbOf(graph).prepare('select id, slug from statement order by id').all()).toEqual(ids)
    graph.close()
  })

  it('stands for the whole of an item: what it leaves out is empty afterwards', () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    importDossiers(graph, [dossier({ actors: [{ slug: 'ada-moss', name: 'Ada Moss', type: 'PERSON' }] })])
    const left = (table: string, column: string) =>
      dbOf(graph)
        .prepare(
          `select count(*) from ${table} where ${column} = (select id from entity where slug = 'ada-moss')`,
        )
        .pluck()
        .get()
    expect([
      left('affiliation', 'actor_id'),
      left('label', 'entity_id'),
      left('external_id', 'entity_id'),
    ]).toEqual([0, 1, 0])
    graph.close()
  })

  it('that is large goes in whole as well, and changes nothing the second time', () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    const statements = Array.from({ length: 6000 }, (_, index) => ({
      slug: `large-${index}`,
      source: 'herald-25-may',
      speaker: 'ada-moss',
      text: `Number ${index}.`,
      quoteType: 'INDIRECT',
      act: 'STATE',
      claim: 'raid-failed',
      stance: index % 2 ? 'AFFIRMS' : 'DENIES',
      certainty: 'CERTAIN',
      about: ['north'],
    }))
    const large = file(JSON.stringify({ hearsay: 1, statements }), 'json')
    expect(importDossiers(graph, [large]).statements).toEqual(counts(6000, 0, 0))
    expect(
      dbOf(graph)
        .prepare(
          `select count(*) from statement_text where ${isOnPostgres ? 'words @@' : 'statement_text match'} '5999'`,
        )
        .pluck()
        .get(),
    ).toBe(1)
    const [state, total] = [derivedState(graph), changes(graph)]
    expect(importDossiers(graph, [large]).statements).toEqual(counts(0, 0, 6000))
    expect(changes(graph)).toEqual(total)
    rebuild(graph)
    expect(derivedState(graph)).toEqual(state)
    graph.close()
  })

  it('in several files may refer from any to any', () => {
    const graph = newGraph(path)
    const whole = parse(everyFieldText)
    const parts = sectionNames.map((noun) => dossier({ [noun]: whole[noun] })).reverse()
    const summary = importDossiers(graph, parts)
    expect(sectionNames.map((noun) => summary[noun].created)).toEqual([3, 9, 3, 2, 3, 4, 2])
    graph.close()
  })

  it('counts once, whatever names lead to it', () => {
    const graph = newGraph(path)
    const link = join(path, 'link.yaml')
    symlinkSync(everyField, link)
    const names = [everyField, link, relative('', everyField)]
    expect(importDossiers(graph, names).statements).toEqual(counts(4, 0, 0))
    graph.close()
  })

  it("gives an entity's name a label in its language, unless a label says it already", () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    importDossiers(graph, [
      dossier({
        language: 'uk',
        places: [{ slug: 'p', name: 'Прибережне', labels: { uk: 'Надрічне', en: 'P' }, precision: 'REGION' }],
      }),
    ])
    const labels = (slug: string) =>
      dbOf(graph)
        .prepare(
          `select lang, text, preferred from label where entity_id = (select id from entity where slug = ?) order by id`,
        )
        .raw()
        .all(slug)
    expect(labels('p')).toEqual([
      ['uk', 'Прибережне', 1],
      ['uk', 'Надрічне', 0],
      ['en', 'P', 1],
    ])
    expect(labels('ada-moss')).toEqual([
      ['uk', 'Ада Мосс', 1],
      ['en', 'A. Moss', 1],
      ['en', 'Ada Moss', 0],
    ])
    graph.close()
  })

  it('knows a statement from the day it was said, or else published', () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    const known = dbOf(graph)
      .prepare<[string], [number, string]>('select known_at, said_month from statement where slug = ?')
      .raw()
    expect(known.get('moss-nobody-left')).toEqual([Date.parse('2023-05-23T23:59:59.999Z'), '2023-05'])
    expect(known.get('band-holds')).toEqual([Date.parse('2023-05-25T08:00:00Z'), '2023-05'])
    graph.close()
  })
})

const head = 'hearsay: 1\n'

describe('a wrong dossier', () => {
  it('says everything that is wrong at once, in the order of its lines, and writes nothing', () => {
    const problems = said(`hearsay: 1
actors:
  - { slug: zed, name: Zed, type: PERSN, kind: MILITARY }
  - slug: Bad Slug
    name: 12
    type: ORGANIZATION
    affiliatons: []
    affiliations:
      - { organization: nort, role: MEMBER, from: May 2020 }
statements:
  - slug: s1
    source: gazette-24-mai
    speaker: riverside
    text: x
    quoteType: DIRECT
    act: STATE
    claim: raid-failed
    about: [ministri]
`)
    expect(problems.map((problem) => problem.slice(0, problem.indexOf(':')))).toEqual([
      '3 actors[0].type',
      '3 actors[0].kind',
      '4 actors[1].kind',
      '4 actors[1].slug',
      '5 actors[1].name',
      '7 actors[1].affiliatons',
      '9 actors[1].affiliations[0].organization',
      '9 actors[1].affiliations[0].from',
      '11 statements[0].stance',
      '12 statements[0].source',
      '13 statements[0].speaker',
      '18 statements[0].about[0]',
    ])
  })

  const actor = (fields: string) => `${head}actors:\n  - { slug: zed, name: Zed, ${fields} }\n`
  const place = (fields: string) => `${head}places:\n  - { slug: p, name: P, precision: REGION, ${fields} }\n`
  const claim = (fields: string) => `${head}claims:\n  - { slug: c, text: C., kind: OTHER, ${fields} }\n`
  const statement = (fields: string) =>
    `${head}statements:\n  - { slug: s, source: gazette-24-may, text: S, quoteType: DIRECT, act: STATE, ${fields} }\n`

  it.each([
    [actor('type: ORGANIZATION'), '3 actors[0].kind: is missing'],
    [actor('type: STATE, kind: PARTY'), '3 actors[0].kind: belongs to actors of type ORGANIZATION'],
    [actor('type: PERSON, iso3166: XZ'), '3 actors[0].iso3166: belongs to actors of type STATE'],
    [
      actor('type: PERSON, allegiance: north'),
      '3 actors[0].allegiance: belongs to actors of type ARMED_GROUP',
    ],
    [
      actor('type: PERSON, reliability: A'),
      '3 actors[0].reliability: belongs to actors of type MEDIA_OUTLET',
    ],
    [actor('type: ARMED_GROUP, allegiance: zed'), '3 actors[0].allegiance: is the actor itself'],
    [actor('typ: PERSON, type: PERSON'), '3 actors[0].typ: is no field here; did you mean type?'],
    [actor('type: PERSN'), '3 actors[0].type: should be one of STATE, ORGANIZATION'],
    [actor('type: STATE, iso3166: zz'), '3 actors[0].iso3166: an ISO 3166-1 alpha-2 code is two capital'],
    [actor('type: STATE, iso3166: UKR'), '3 actors[0].iso3166: an ISO 3166-1 alpha-2 code is two capital'],
    [actor('type: STATE, iso3166: 12'), '3 actors[0].iso3166: should be a text'],
    [place('iso3166_2: UA'), '3 places[0].iso3166_2: an ISO 3166-2 code is that of a country, a hyphen'],
    [place('iso3166_2: UA-1234'), '3 places[0].iso3166_2: an ISO 3166-2 code is that of a country'],
    [place('latitude: 3'), '3 places[0].longitude: is missing'],
    [place('latitude: 91, longitude: 0'), '3 places[0].latitude: should be no more than 90'],
    [claim('figure: { unit: people }'), '3 claims[0].figure: has neither low nor high'],
    [claim('figure: { low: 2, high: 1, unit: people }'), '3 claims[0].figure.high: is less than low'],
    [claim('object: nort'), '3 claims[0].object: is not the slug of an actor, an event or a place'],
    [claim('relations: [{ type: REFINES, to: c }]'), '3 claims[0].relations[0].to: is the claim itself'],
    [
      statement('speaker: nort'),
      '3 statements[0].speaker: is not the slug of an actor, in these files or in the graph; did you mean north',
    ],
    [statement('speaker: riverside'), '3 statements[0].speaker: is a place, and an actor is wanted here'],
    [statement('speaker: north, onBehalfOf: north'), '3 statements[0].onBehalfOf: is the speaker itself'],
    [statement('speaker: north, claim: raid-failed'), '3 statements[0].stance: is missing'],
    [statement('speaker: north, stance: DENIES'), '3 statements[0].certainty: is missing'],
    [
      statement('speaker: north, certainty: CERTAIN'),
      '3 statements[0].certainty: is the certainty of a stance',
    ],
    [statement('speaker: north, saidAt: yesterday'), '3 statements[0].saidAt: a date is EDTF'],
    [
      statement('speaker: north, span: { start: 5, end: 5, exact: x }'),
      '3 statements[0].span.end: is not after start',
    ],
    [
      statement('speaker: north, span: { start: 5, end: 11, exact: Nobody }'),
      `3 statements[0].span: the source's text has "'s min" there; its words start at 52, and end at 58`,
    ],
    [
      `${head}sources:\n  - { slug: q, title: Q, kind: POST, url: ftp://x.example }\n`,
      '3 sources[0].url: should be an address',
    ],
    [
      `${head}places:\n  - { slug: north, name: N, precision: REGION }\n`,
      '3 places[0].slug: is an actor in the graph',
    ],
    [`${head}places:\n`, '2 places: should be a list'],
    ['hearsay: 2\n', '1 hearsay: should be 1'],
    ['actors: []\n', '1 hearsay: is missing'],
  ])('such as %j is told: %s', (content, expected) => {
    const problems = said(content)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it('names both places where a slug is given twice, within a file and between files', () => {
    const graph = newGraph(path)
    const one = dossier({ actors: [{ slug: 'zed', name: 'Zed', type: 'PERSON' }] })
    const two = dossier({ events: [{ slug: 'zed', name: 'Zed', type: 'OTHER' }] })
    const [problem, ...others] = problemsOf(graph, one, two)
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      file: two,
      line: 3,
      message: `is taken by an actor already, at ${one}:3`,
    })
    graph.close()
  })

  it('may not lead in a circle, nor close one with what the graph holds', () => {
    const graph = newGraph(path)
    const part = (slug: string, partOf?: string) => ({ slug, name: slug, precision: 'REGION', partOf })
    const [problem] = problemsOf(graph, dossier({ places: [part('a', 'b'), part('b', 'c'), part('c', 'a')] }))
    expect(problem?.message).toBe('leads in a circle: a → b → c → a')
    importDossiers(graph, [dossier({ places: [part('a', 'b'), part('b')] })])
    expect(problemsOf(graph, dossier({ places: [part('b', 'a')] }))[0]?.path).toBe('places[0].partOf')
    graph.close()
  })

  it('may not change a text under the statements that stand in it, unless it moves them', () => {
    const graph = newGraph(path)
    importDossiers(graph, [everyField])
    const longer = everyFieldText.replace("text: 'North", "text: 'Now: North")
    const { sources, statements } = parse(longer)
    const [problem, ...others] = problemsOf(graph, dossier({ sources }))
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      path: 'sources[0].text',
      message: 'is a text in which statements of the graph stand no more: moss-nobody-left, gazette-reports',
    })
    for (const { span } of statements.slice(0, 2))
      Object.assign(span, { start: span.start + 5, end: span.end + 5 })
    expect(problemsOf(graph, dossier({ sources, statements }))).toEqual([])
    graph.close()
  })

  it('may not have the text of another source', () => {
    const text = 'The band said it still holds the bridge.'
    expect(said(`${head}sources:\n  - { slug: q, title: Q, kind: POST, text: ${text} }\n`)).toEqual([
      '3 sources[0].text: is the text of the source herald-25-may already: a text is one source',
    ])
  })
})

describe('a file', () => {
  it('with errors of syntax is told all of them, with their lines', () => {
    const problems = said('hearsay: 1\nactors:\n  - { slug: x\n  - y: [1\n')
    expect(problems.length).toBeGreaterThan(1)
    expect(problems.every((problem) => /^[45] : is not YAML/.test(problem))).toBe(true)
  })

  it('of JSON with an error of syntax is told its line', () => {
    expect(said('{ "hearsay": 1,\n "actors": [,] }', 'json')[0]).toMatch(/^2 : is not JSON: ",]" cannot/)
  })

  it('of several YAML documents is a dossier in each, with the lines of the file', () => {
    const actor = (slug: string, type: string) =>
      `hearsay: 1\nactors:\n  - { slug: ${slug}, name: A, type: ${type} }\n`
    const claim = 'hearsay: 1\nclaims:\n  - { slug: c, text: "---", kind: OTHER, subject: one }\n'
    expect(said(`# a remark\n---\n${claim}--- # the next\n${actor('one', 'STATE')}...\n`)).toEqual([])
    expect(said(`${claim}---\n# nothing\n---\n${actor('one', 'STAT')}---\nhearsay: 2\n`)).toEqual([
      '9 actors[0].type: should be one of STATE, ORGANIZATION, ARMED_GROUP, MEDIA_OUTLET, PERSON; did you mean STATE?',
      '11 hearsay: should be 1',
    ])
  })

  it.each([
    [
      'json',
      '{ "hearsay": 1,\n "actors": [],\n "\\u0061ctors": [], "places": [{ "a": 1 },\n { "a": 1, "a": 2 }] }',
    ],
    ['yaml', 'hearsay: 1\nactors: []\nactors: []\nplaces: [{ a: 1 },\n { a: 1, a: 2 }]\n'],
  ])('of %s with a key given twice is told where', (extension, content) => {
    const lines = extension === 'json' ? [3, 4] : [3, 5]
    expect(said(content, extension)).toEqual(
      lines.map((line) => `${line} : is a key that stands there already: give it once`),
    )
  })

  it('of JSON may have in its texts and lists what looks like a key given twice', () => {
    const text = 'She said {"a": 1, "a": 2}, and \\", "text": "text": \\'
    const items = [0, 1].map((index) => ({ slug: `q${index}`, title: text, kind: 'POST', author: 'kind' }))
    const claims = [{ slug: 'c', text: 'slug', kind: 'OTHER' }]
    expect(said(JSON.stringify({ hearsay: 1, sources: items, claims }), 'json')).toEqual([])
  })

  it('of JSON names each key that is given twice, however many they are', () => {
    const content = `{ "hearsay": 1,\n${'"x": "\\\\",\n'.repeat(200_000)}"x": 1 }`
    const problems = said(content, 'json')
    expect(problems).toHaveLength(200_000)
    expect(problems.at(-1)).toMatch(/^200002 :/)
  })

  it('of JSON has its problems where YAML would find them', () => {
    const items = {
      actors: [
        { slug: 'a"}]', name: ['{'], typ: 1 },
        { slug: 'b', name: '\\"', type: 'PERSN' },
      ],
    }
    const text = JSON.stringify({ hearsay: 1, ...items }, null, 2)
    const graph = newGraph(path)
    const places = (extension: string, content: string) =>
      problemsOf(graph, file(content, extension)).map(({ line, column, path }) => ({ line, column, path }))
    expect(places('json', text)).toEqual(
      places('yaml', `# a remark\n${text}`).map((at) => ({ ...at, line: (at.line ?? 0) - 1 })),
    )
    expect(places('json', text).map(({ line }) => line)).toEqual([4, 5, 6, 9, 14])
    graph.close()
  })

  it('of JSON that is too large for YAML is told its problems with their lines all the same', () => {
    const fill = { slug: 'fill', title: 'F', kind: 'POST', text: 'x'.repeat(20 * 2 ** 20) }
    const text = JSON.stringify({ hearsay: 1, sources: [fill, { slug: 'q' }] }, null, 1)
    expect(said(text, 'json').map((problem) => problem.split(':')[0])).toEqual(
      ['10 sources[1].title', '10 sources[1].kind'].sort(),
    )
    expect(said(`${text},`, 'json')[0]).toMatch(/^\d+ : is not JSON: /)
  })

  it.each([
    ['', 'is empty'],
    ['# nothing but a remark\n', 'is empty'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]), 'is not text'],
    [Buffer.from('hearsay: 1\n', 'utf16le'), 'is not text'],
    ['just words', 'should be a map of fields'],
    [' '.repeat(25 * 2 ** 20).concat('x: 1'), 'is too large'],
    [
      `a: &a [x,x,x,x,x,x,x,x]\n${'abcdefg'
        .split('')
        .map((to, i, all) => (i ? `${to}: &${to} [${`*${all[i - 1]},`.repeat(8)}]` : ''))
        .join('\n')}\nactors: *g\n`,
      'repeats what its anchors (&) stand for too often',
    ],
  ])('%# that is no dossier is told so', (content, expected) => {
    const problems = said(content)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it('that is not there, or is a folder, does not hide what is wrong in the others', () => {
    const graph = newGraph(path)
    const missing = join(path, 'missing.yaml')
    const problems = problemsOf(graph, missing, path, file('hearsay: 2\n'))
    expect(problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['there is no such file', 'is a folder: name the files in it', 'should be 1']),
    )
    graph.close()
  })
})

describe('hearsay import', () => {
  const run = async (...files: string[]) => {
    const lines = { info: [] as string[], error: [] as string[] }
    const db = addressOf(join(path, `command-${++written}.db`))
    const code = await importCommand(
      files,
      { db },
      {
        info: (line) => lines.info.push(line),
        error: (line) => lines.error.push(line),
      },
    )
    return { code, db, ...lines }
  }

  it('says what it did', async () => {
    const { code, info, error } = await run(everyField)
    expect([code, error]).toEqual([0, []])
    expect(info[1]).toBe('actors      9 created, 0 updated, 0 unchanged')
  })

  it('says what is wrong, with file and line, and exits with 1', async () => {
    const wrong = file('hearsay: 1\nactors:\n  - { slug: zed, name: Zed, type: PERSN }\n')
    const { code, db, info, error } = await run(everyField, wrong)
    expect([code, info]).toEqual([1, []])
    expect(error).toEqual([
      `${wrong}:3:29 actors[0].type "PERSN": should be one of STATE, ORGANIZATION, ARMED_GROUP, MEDIA_OUTLET, PERSON; did you mean PERSON?`,
      '1 problem; nothing was imported.',
    ])
    const graph = openWriter(db)
    expect(dbOf(graph).prepare('select count(*) from entity').pluck().get()).toBe(0)
    graph.close()
  })
})

describe('the schema for editors', () => {
  it('is the one that the format prints', () => {
    const committed = readFileSync(new URL('../schema/dossier.schema.json', import.meta.url), 'utf8')
    expect(committed).toBe(printDossierSchema())
  })

  it('takes a dossier with every field, and refuses a field that is none', () => {
    const schema = z.fromJSONSchema(JSON.parse(printDossierSchema()))
    const whole = parse(everyFieldText)
    expect(schema.safeParse(whole).error).toBeUndefined()
    whole.actors[0].typ = 'PERSON'
    expect(schema.safeParse(whole).success).toBe(false)
  })
})
