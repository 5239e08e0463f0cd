import { describe, expect, it } from 'vitest'
import { ReportWriter } from '../src/reports/writing/write.ts'
import { dbOf, isOnPostgres, openWriter } from './engine.ts'
import { derivedState, everyRow } from './graph.ts'
import { desk, harbour, nets, statements } from './reports/reading.ts'

const published = '2024-03-06'

describe('reading a report', async () => {
  const { db, file, read, rows, looked } = desk(harbour)
  const report = file(nets)
  const { code, info } = await read(report, { published, publisher: 'the harbour post', language: 'en' })
  const all = rows(statements)

  it('stores the source with its text and what is known about it', () => {
    expect(code).toBe(0)
    expect(rows('select title, kind, text, language, published_edtf from source')).toEqual([
      { title: 'Nets cut off Bodo', kind: 'ARTICLE', text: nets, language: 'en', published_edtf: published },
    ])
    expect(rows('select e.slug from entity e join source s on s.publisher_id = e.id')).toEqual([
      { slug: 'harbour-post' },
    ])
  })

  it('proposes who says it, for whom, and whether they affirm', () => {
    const said = all.map(({ speaker, behalf, stance }) => [speaker, behalf, stance])
    expect(said).toContainEqual(['norwegian-fisheries-ministry', 'norway', 'AFFIRMS'])
    expect(said).toContainEqual(['sweden', null, 'DENIES'])
    expect(said.filter(([speaker]) => speaker === 'kari-holm').length).toBe(2)
  })

  it('matches the nearest claim whichever side is taken, and makes claims of the rest', () => {
    const sides = all
      .filter(({ claim }) => claim === 'nets-cut')
      .map(({ speaker, stance }) => [speaker, stance])
    expect(sides).toEqual([
      ['norwegian-fisheries-ministry', 'AFFIRMS'],
      ['sweden', 'DENIES'],
    ])
    expect(rows("select text, kind, standing from claim where slug like '%stay-open%'")).toEqual([
      { text: 'The harbour will stay open.', kind: 'OTHER', standing: 'OPEN' },
    ])
  })

  it('dates what is dated, by the day of publication, and nothing else', () => {
    const dated = all.filter(({ saidAt }) => saidAt !== null)
    expect(dated.map(({ speaker, saidAt }) => [speaker, saidAt])).toEqual([
      ['norwegian-fisheries-ministry', '2024-03-05'],
    ])
  })

  it('proposes new actors under their names, and those without a name by their words, as the report’s own', () => {
    const made = all.filter(({ name }) => /Ole Dahl|official/i.test(String(name)))
    expect(made.map(({ name, type }) => [name, type])).toContainEqual(['Ole Dahl', 'PERSON'])
    expect(made.map(({ name, speaker }) => [name, speaker])).toContainEqual([
      'An official',
      expect.stringMatching(/^an-official-report-/),
    ])
  })

  it('links a statement to the one in which it is reported', () => {
    const inner = all.filter(({ via }) => via !== null)
    expect(inner.map(({ speaker, stance }) => [speaker, stance])).toEqual([
      ['norwegian-fisheries-ministry', 'DENIES'],
    ])
    expect(all.find(({ id }) => id === inner[0]?.via)?.name).toMatch(/official/i)
  })

  it('keeps the exact words of every statement, and what stands around them', () => {
    expect(all.length).toBeGreaterThan(6)
    for (const { start, end, exact, prefix, suffix, report: text } of all) {
      expect(nets.slice(start, end)).toBe(exact)
      expect(nets.slice(0, start).endsWith(prefix)).toBe(true)
      expect(nets.slice(end).startsWith(suffix)).toBe(true)
      expect(text).toBe(nets)
    }
  })

  it('says in one line what came of it', () => {
    expect(info[0]).toMatch(
      /^report-\d+: \d+ statements proposed, speakers 3 known, 1 new and \d unnamed, claims 1 matched and \d new$/,
    )
    expect(info.at(-1)).toMatch(/^Read into .* in \d+\.\d s\.$/)
  })

  it('counts nowhere before it is accepted', () => {
    const before = looked(derivedState)
    expect(before.position).toEqual([])
    expect(before.agreement).toEqual([])
    expect(before.tally).toEqual([])
    expect(before.speaks_about).toEqual([])
    expect(rows("select nodes from size where type = 'STATEMENT'")).toEqual([{ nodes: 0 }])
    expect(rows('select max(statement_count) as most from actor')).toEqual([{ most: 0 }])
    expect(rows("select count(*) as n from claim where standing <> 'OPEN' or statement_count > 0")).toEqual([
      { n: 0 },
    ])
  })

  it('changes nothing when the same text is read again, under whatever name', async () => {
    const before = looked(everyRow)
    const again = await read([report, file(nets.replaceAll('\n', '\r\n')), file(`\ufeff${nets}`, 'md.txt')])
    expect(again.code).toBe(0)
    expect(again.info[0]).toMatch(/read before, nothing changed/)
    expect(looked(everyRow)).toEqual(before)
  })

  it('accepts with --accept what was proposed before, and then it counts', async () => {
    const { info } = await read(report, { accept: true })
    expect(info[0]).toMatch(new RegExp(`read before; ${all.length} statements accepted now`))
    expect(rows("select standing from claim where slug = 'nets-cut'")).toEqual([{ standing: 'CONTESTED' }])
    expect(rows("select nodes from size where type = 'STATEMENT'")).toEqual([{ nodes: all.length }])
    const before = looked(everyRow)
    await read(report, { accept: true })
    expect(looked(everyRow)).toEqual(before)
  })

  it('derives the same, accepted later or at once', async () => {
    const other = desk(harbour)
    await other.read(report, { published, publisher: 'the harbour post', language: 'en', accept: true })
    const own = (state: Record<string, unknown[]>) => ({ ...state, agreement: [], statement: [] })
    expect(own(other.looked(derivedState))).toEqual(own(looked(derivedState)))
    expect(other.rows('select distinct review from statement')).toEqual([{ review: 'ACCEPTED' }])
    expect(db).not.toBe(other.db)
  })
})

describe('a graph that is read into', () => {
  it('shows nothing of a report whose writing fails half-way', () => {
    const { db, looked } = desk(harbour)
    const before = looked(everyRow)
    const connection = openWriter(db)
    const isBegun = `new.text like '%harbour%'`
    dbOf(connection).exec(
      isOnPostgres
        ? `create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
          create trigger fail before insert on statement for each row when (${isBegun}) execute function fail()`
        : `create temp trigger fail before insert on statement when ${isBegun} begin select raise(abort, 'no'); end`,
    )
    expect(() => new ReportWriter(connection).write({ text: nets, published })).toThrow('no')
    dbOf(connection).exec(`drop trigger fail${isOnPostgres ? ' on statement' : ''}`)
    expect(looked(everyRow)).toEqual(before)
    expect(new ReportWriter(connection).write({ text: nets, published }).statements).toBeGreaterThan(6)
    connection.close()
  })

  it('stores a text in which nobody says anything', async () => {
    const { file, read, rows } = desk()
    const { code, info } = await read(file('Rain.'))
    expect([code, info[0]]).toEqual([
      0,
      'report-1: 0 statements proposed, speakers 0 known and 0 new, claims 0 matched and 0 new',
    ])
    expect(rows('select text from source')).toEqual([{ text: 'Rain.' }])
  })

  it('makes a media outlet of a publisher that it does not know, once', async () => {
    const { file, read, rows } = desk()
    await read([file('Rain.'), file('Snow.')], { publisher: 'Fjord Radio' })
    expect(rows('select slug, type from actor join entity using (id)')).toEqual([
      { slug: 'fjord-radio', type: 'MEDIA_OUTLET' },
    ])
  })

  it('knows in the next report whom a report has named, and nobody whom it has not', async () => {
    const { file, read, rows } = desk()
    const text = (day: string) =>
      `Ole Dahl, a fisherman, said on ${day} that the boats were safe. Officials said that the boats were lost. Dahl denied it.`
    await read([file(text('Monday')), file(text('Tuesday'))])
    const speakers = rows(statements).map(({ speaker }) => String(speaker))
    expect(new Set(speakers.filter((slug) => /dahl/.test(slug)))).toEqual(new Set(['ole-dahl']))
    expect(new Set(speakers.filter((slug) => /officials/.test(slug))).size).toBe(2)
  })

  it('takes a last name alone for the one person of that name whom the graph knows', async () => {
    const { file, read, rows } = desk(harbour)
    await read(file('Holm said that the boats were lost.'))
    expect(rows(statements).map(({ speaker }) => speaker)).toEqual(['kari-holm'])
  })

  it('keeps who held an office when the report came out', async () => {
    const { file, read, rows } = desk(`
hearsay: 1
actors:
  - { slug: arland, type: ORGANIZATION, kind: GOVERNMENT_BODY, name: Government of Arland }
  - slug: first
    type: PERSON
    name: Anna First
    affiliations: [{ organization: arland, role: LEADER, title: Governor of Arland, until: 2020-05 }]
  - slug: second
    type: PERSON
    name: Bert Second
    affiliations: [{ organization: arland, role: LEADER, title: Governor of Arland, from: 2020-06 }]
`)
    const said = 'The governor of Arland said that the boats were lost.'
    await read(file(said), { published: '2019-01-01' })
    await read(file(`${said} `), { published: '2023-01-01' })
    expect(rows(statements).map(({ speaker }) => speaker)).toEqual(['first', 'second'])
  })
})

describe('claims', () => {
  const claimOf = async (content: string) => {
    const { file, read, rows } = desk(harbour)
    await read(file(`The mayor said that ${content}.`))
    return rows(statements)[0]
  }

  it('are not matched by a name alone, nor by their opposite', async () => {
    expect((await claimOf('Swedish trawlers were welcome in the harbour'))?.claim).not.toBe('nets-cut')
    expect((await claimOf('Swedish trawlers have not cut the nets of Norwegian boats'))?.claim).not.toBe(
      'nets-cut',
    )
    expect((await claimOf('trawlers from Sweden had cut nets of boats'))?.claim).toBe('nets-cut')
  })

  it('are made of what could stand alone, and of nothing else', async () => {
    const { file, read, rows } = desk()
    await read(
      file('The mayor denied any involvement. The mayor said that it did not fire at the boats on Monday.'),
    )
    expect(rows('select text from claim')).toEqual([])
  })
})
