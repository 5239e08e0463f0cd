import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openGraphFile } from '../src/cli/graph-file.ts'
import { importCommand } from '../src/cli/import.ts'
import { readCommand } from '../src/cli/read.ts'
import { serve } from '../src/cli/serve.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { rebuild } from '../src/model/derived/rebuild.ts'
import { anImport } from '../src/model/history/journal.ts'
import { transact } from '../src/model/transact.ts'
import { ReportWriter } from '../src/reports/writing/write.ts'
import { build, slot } from '../src/sql/build.ts'
import { inTime } from '../src/sql/dialect.ts'
import { type Connection, openReadConnection, openWriter } from '../src/sql/sqlite/connection.ts'
import { openDatabase } from '../src/sql/sqlite/handle.ts'
import { migrations } from '../src/sql/sqlite/migrate.ts'
import { saidBy } from '../src/sql/sqlite/migrations/008-said-by.ts'
import { TimeoutError, UserError } from '../src/values/errors.ts'
import * as vocabulary from '../src/values/vocabulary.ts'
import { connectionOf, dbOf, isOnPostgres } from './engine.ts'
import { derivedState, everyRow, folder, newGraph } from './graph.ts'
import { dispute } from './graph-fixture.ts'
import { writeOldFile } from './old-file.ts'

const path = folder()

/** The words that a column's check allows, from the SQL of its table. */
function allowed(table: string, column: string): string[] {
  const graph = newGraph(path)
  const made = dbOf(graph)
    .prepare<[string], string>(
      isOnPostgres
        ? `select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint where conrelid = ?::text::regclass`
        : 'select sql from sqlite_master where name = ?',
    )
    .pluck()
    .get(table)
  graph.close()
  const listed = isOnPostgres ? `\\b${column}"? = ANY \\(ARRAY\\[([^\\]]*)\\]` : `${column} in \\(([^)]*)\\)`
  const check = new RegExp(listed).exec(made ?? '')?.[1] ?? ''
  return [...check.matchAll(/'([^']*)'/g)].map(([, word]) => word as string)
}

describe.skipIf(isOnPostgres)('the file', () => {
  it('is brought up to date once, and opens again as it is', () => {
    const file = join(path, 'again.db')
    const first = openWriter(file)
    const version = first.db.pragma('user_version', { simple: true })
    first.close()
    const second = openWriter(file)
    expect(version).toBeGreaterThan(0)
    expect(second.db.pragma('user_version', { simple: true })).toBe(version)
    expect(connectionOf(second).db.pragma('integrity_check', { simple: true })).toBe('ok')
    second.close()
  })

  /**
   * How FTS5 keeps its terms depends on how they came in; what they are, its lists of terms tell. And of what came before
   * there was a journal, one revision tells, whatever brought it.
   */
  const readable = (graph: Connection) =>
    Object.fromEntries(
      Object.entries(everyRow(graph)).filter(
        ([table]) =>
          !/_text_(data|idx|docsize)$/.test(table) && !['revision', 'creation', 'change'].includes(table),
      ),
    )

  it.each(migrations.map((_, version) => version).slice(3))(
    'that knows the first %i migrations is brought up to what a new one is',
    (version) => {
      const [now, old] = [join(path, `now-${version}.db`), join(path, `old-${version}.db`)]
      const made = openWriter(now)
      importDossiers(made, [dispute])
      new ReportWriter(made).write({ text: 'Ole Dahl, a fisherman, said that the boats were lost.' })
      made.db.pragma('wal_checkpoint(truncate)')
      writeOldFile(old, version, now)
      const after = openWriter(old)
      const schemaOf = ({ db }: Connection) =>
        db.prepare('select type, name, sql from sqlite_schema order by name').all()
      expect(schemaOf(after)).toEqual(schemaOf(made))
      // What a report called its speakers was kept from the fourteenth on.
      if (version < 14) made.db.exec('update statement set speaker_text = null')
      expect(readable(after)).toEqual(readable(made))
      for (const table of ['label_term', 'claim_term', 'statement_term', 'source_term'])
        expect(everyRow(after)[table]).not.toEqual([])
      after.close()
      made.close()
    },
  )

  it('in which what was said on a day not known stood nowhere in time is brought to where a new one is', () => {
    const times = join(path, 'times.yaml')
    writeFileSync(
      times,
      `hearsay: 1
events: [{ slug: late, name: Late, type: OTHER, when: 2023-05-31T23:30 }]
actors: [{ slug: anybody, name: Anybody, type: PERSON }]
sources:
  - { slug: dated, title: Dated, kind: OTHER, publishedAt: 2023-05-31T23:30 }
  - { slug: of-a-year, title: Of a year, kind: OTHER, publishedAt: "2023" }
statements:
${['dated', 'of-a-year']
  .map(
    (source) => `
  - { slug: in-${source}, source: ${source}, speaker: anybody, text: Words, quoteType: DIRECT, act: STATE }
  - { slug: of-${source}, source: ${source}, speaker: anybody, text: Words, quoteType: DIRECT, act: STATE, saidAt: 2023-05-31T22:30/.. }`,
  )
  .join('')}`,
    )
    const graph = newGraph(path)
    importDossiers(graph, [dispute, times])
    const now = everyRow(graph)
    const { db } = connectionOf(graph)
    const derived = () => [derivedState(graph), db.prepare('select * from event').all()]
    const before = derived()
    // As the last version had it: nowhere, and times without a zone three hours early.
    db.exec(`
      update statement set said_earliest = null, said_latest = null, said_month = null where said_edtf is null;
      update event set when_earliest = when_earliest - 10800000, when_latest = when_latest - 10800000
        where when_edtf glob '*:*';
      update source set published_earliest = published_earliest - 10800000,
        published_latest = published_latest - 10800000 where published_edtf glob '*:*';
      update statement set said_earliest = said_earliest - 10800000 where said_edtf glob '*:*';
      update statement set known_at = known_at - 10800000
        where source_id = (select id from source where slug = 'dated')`)
    expect(derived()).not.toEqual(before)
    const made = () => db.prepare('select type, name, sql from sqlite_schema order by 1, 2').all()
    const schema = made()
    db.transaction(() => saidBy(db))()
    expect(made()).toEqual(schema)
    transact(graph, anImport, () => {})
    expect(derived()).toEqual(before)
    expect(everyRow(graph)).toEqual(now)
    rebuild(graph)
    expect(derived()).toEqual(before)
    graph.close()
  })

  it('from before nodes were reviewed has for proposals what only proposals speak of', () => {
    const [today, old] = [join(path, 'reviewed.db'), join(path, 'unreviewed.db')]
    const now = openWriter(today)
    importDossiers(now, [dispute])
    transact(now, anImport, ({ actors, claims, statements }) => {
      const actor = (slug: string) => actors.put({ slug, name: slug, type: 'PERSON' }).id
      const claim = (slug: string, subject?: number) =>
        claims.put({ slug, text: 'It rained.', kind: 'OTHER', subject }).id
      const say = (speaker: number, claim: number, review: 'ACCEPTED' | 'PROPOSED' | 'REJECTED') =>
        statements.put({
          ...{ source: 1, speaker, claim, review, text: 'Rain.', quoteType: 'DIRECT', act: 'STATE' },
          ...{ stance: 'AFFIRMS', certainty: 'CERTAIN' },
        })
      const [both, subject] = [actor('says-both'), actor('subject-of-proposed')]
      say(actor('only-proposes'), claim('only-proposed', subject), 'PROPOSED')
      say(both, claim('proposed-too'), 'PROPOSED')
      say(both, claim('accepted'), 'ACCEPTED')
      say(actor('only-rejected'), claim('rejected'), 'REJECTED')
      actor('silent')
    })
    now.db.pragma('wal_checkpoint(truncate)')
    writeOldFile(old, 6, today)
    now.close()
    const graph = openWriter(old)
    const proposed = graph.db
      .prepare(
        `select slug, origin from entity where review = 'PROPOSED'
         union all select slug, origin from claim where review = 'PROPOSED' order by 1`,
      )
      .all()
    expect(proposed).toEqual(
      ['only-proposed', 'only-proposes', 'proposed-too', 'subject-of-proposed'].map((slug) => ({
        slug,
        origin: 'PROPOSED',
      })),
    )
    const origins = graph.db.prepare("select count(*) from entity where origin = 'PROPOSED'").pluck().get()
    expect(origins).toBe(2)
    graph.close()
  })

  it('of ours says so', () => {
    const graph = newGraph(path)
    expect(connectionOf(graph).db.pragma('application_id', { simple: true })).toBe(1214603634)
    graph.close()
  })

  let made = 0
  const fileOf = (sql: string): string => {
    const file = join(path, `other-${++made}.db`)
    openDatabase(file).exec(sql).close()
    return file
  }

  /** What a command says when it refuses the file; the file and its folder are as before. */
  async function refusal(file: string, open: (file: string) => unknown): Promise<string> {
    const [bytes, files] = [readFileSync(file), readdirSync(path)]
    const error = await Promise.resolve()
      .then(() => open(file))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(path)).toEqual(files)
    return (error as UserError).message
  }

  const out = { info: () => {}, error: () => {} }
  const commands: [string, (file: string) => unknown][] = [
    ['serve', (db) => serve({ db, port: 0, host: '127.0.0.1', log: 'silent' })],
    ['import', (db) => importCommand(['x.yaml'], { db }, out)],
    ['read', (db) => readCommand(['x.txt'], { db }, out)],
  ]

  it.each(commands)('of another program is refused by %s, and left as it is', async (_, open) => {
    const file = fileOf('create table x (a); pragma user_version = 1')
    expect(await refusal(file, open)).toBe(
      `${file} is another program's database. Choose another file with --db.`,
    )
  })

  it.each([
    'create table x (a)',
    'create table x (a); pragma user_version = 3',
    'create table x (a); pragma user_version = 1000',
    'create table x (a); pragma application_id = 7; pragma user_version = 3',
    'pragma journal_mode = wal; create table x (a); pragma user_version = 3',
    'pragma application_id = -7',
    'pragma user_version = 2',
    // So many tables that the list of them takes more than a page.
    Array.from({ length: 200 }, (_, index) => `create table x${index} (a)`).join(';'),
  ])('of another program is known for one: %s', async (sql) => {
    expect(await refusal(fileOf(sql), openGraphFile)).toMatch(/is another program's database/)
  })

  it('of another program is known for one while its tables stand in its log only', () => {
    const file = join(path, 'in-log.db')
    const other = openDatabase(file)
    other.exec('pragma journal_mode = wal; create table x (a)')
    expect(() => openGraphFile(file)).toThrow(/is another program's database/)
    expect(other.prepare('select name from sqlite_schema').pluck().all()).toEqual(['x'])
    other.close()
  })

  it('with nothing in it becomes a graph', () => {
    const [empty, blank] = [join(path, 'empty.db'), fileOf('create table x (a); drop table x')]
    writeFileSync(empty, '')
    for (const file of [empty, blank]) {
      const graph = openGraphFile(file)
      expect(connectionOf(graph).db.pragma('application_id', { simple: true })).toBe(1214603634)
      graph.close()
    }
  })

  it('of a graph that a process left in its log opens again', () => {
    const file = join(path, 'left.db')
    const first = openWriter(file)
    openWriter(file).close()
    const copy = join(path, 'left-copy.db')
    for (const end of ['', '-wal']) writeFileSync(`${copy}${end}`, readFileSync(`${file}${end}`))
    first.close()
    const second = openGraphFile(copy)
    expect(connectionOf(second).db.pragma('integrity_check', { simple: true })).toBe('ok')
    second.close()
  })

  it.each(commands)('of a later Hearsay is refused by %s, and left as it is', async (_, open) => {
    const file = fileOf(
      'create table later (a); pragma application_id = 1214603634; pragma user_version = 1000',
    )
    const message = await refusal(file, open)
    expect(message).toMatch(
      / was written by a later Hearsay \(version 1000 of the format; this one knows \d+\)\. /,
    )
    expect(message).toMatch(/\. Update Hearsay, or choose another file with --db\.$/)
  })
})

describe.skipIf(isOnPostgres)('a reader of a file', () => {
  it('cannot write, and sees what the writer has committed', () => {
    const file = join(path, 'read.db')
    const writer = openWriter(file)
    const reader = openReadConnection(file)
    const insert = "insert into entity (kind, slug, name) values ('PLACE', 'a', 'A')"
    expect(() => reader.db.exec(insert)).toThrow(/readonly/)
    writer.db.exec(insert)
    expect(reader.db.prepare('select slug from entity').pluck().all()).toEqual(['a'])
    reader.close()
    writer.close()
  })

  it('needs a file that is there', () => {
    expect(() => openReadConnection(join(path, 'none.db'))).toThrow()
  })
})

describe('a graph', () => {
  it.each([
    ['actor', 'type', vocabulary.actorTypes],
    ['actor', 'kind', vocabulary.organizationKinds],
    ['actor', 'reliability', vocabulary.reliabilities],
    ['affiliation', 'role', vocabulary.affiliationRoles],
    ['place', 'precision', vocabulary.placePrecisions],
    ['event', 'type', vocabulary.eventTypes],
    ['participation', 'role', vocabulary.participantRoles],
    ['source', 'kind', vocabulary.sourceKinds],
    ['source', 'reliability', vocabulary.reliabilities],
    ['claim', 'kind', vocabulary.claimKinds],
    ['claim', 'standing', vocabulary.standings],
    ['claim_relation', 'type', vocabulary.claimRelationTypes],
    ['statement', 'act', vocabulary.speechActs],
    ['statement', 'stance', vocabulary.stances],
    ['statement', 'certainty', vocabulary.certainties],
    ['statement', 'quote_type', vocabulary.quoteTypes],
    ['statement', 'review', vocabulary.reviewStates],
    ['assessment', 'verdict', vocabulary.verdicts],
    ['entity', 'origin', vocabulary.origins],
    ['entity', 'review', vocabulary.origins],
    ['event', 'review', vocabulary.origins],
    ['claim', 'origin', vocabulary.origins],
    ['claim', 'review', vocabulary.origins],
    ['assessment', 'credibility', vocabulary.credibilities],
  ])('allows in %s.%s the words of the vocabulary', (table, column, words) => {
    expect(allowed(table, column)).toEqual(words)
  })
})

describe('a statement', () => {
  it('that runs past the deadline is interrupted', () => {
    const graph = newGraph(path)
    const forever = graph.prepare(sql`with recursive n (i) as (select 1 union all select i + 1 from n)
        select count(*) as count from n where ${inTime('i')}`)
    expect(() => graph.within(50, () => forever.all())).toThrow(TimeoutError)
    expect(dbOf(graph).prepare('select 1 as one').pluck().get()).toBe(1)
    graph.close()
  })

  it('is not started past the deadline, and runs again after it', () => {
    const graph = newGraph(path)
    const one = graph.prepare<{ one: number }>(sql`select 1 as one`)
    const late = () => {
      const until = performance.now() + 10
      while (performance.now() < until);
      return one.get()
    }
    expect(() => graph.within(1, late)).toThrow(TimeoutError)
    expect(one.get()).toEqual({ one: 1 })
    graph.close()
  })

  it('takes the values of its slots by name, and says which one is missing', () => {
    const graph = newGraph(path)
    const query = build.selectFrom('size').select('nodes').where('type', '=', slot<'PLACE'>('type'))
    const sizes = graph.prepare(query)
    expect(sizes.get({ type: 'PLACE' })).toEqual({ nodes: 0 })
    expect(() => sizes.get({})).toThrow(/slot type/)
    graph.close()
  })
})
