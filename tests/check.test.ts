import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { checkGraph } from '../src/model/check/check.ts'
import { anImport } from '../src/model/history/journal.ts'
import { transact } from '../src/model/transact.ts'
import { ReportWriter } from '../src/reports/writing/write.ts'
import type { Finding } from '../src/sql/finding.ts'
import { connectionOf, dbOf, isOnPostgres, openReader, openWriter, type TestDatabase } from './engine.ts'
import { folder } from './graph.ts'
import { everyField, seed } from './graph-fixture.ts'
import { writeGraph } from './made-graph.ts'
import { writeOldFile } from './old-file.ts'

const path = folder()
let files = 0
const newFile = () => join(path, `${++files}.db`)

const report = {
  text: 'The ministry said that the bridge was closed. Ole Dahl, a fisherman, denied it. Officials said it was a lie.',
  publishedAt: '2023-05-24',
}

/** The seed, a report that was read, a change and a removal. */
function madeGraph(): string {
  const file = newFile()
  writeGraph(file, [seed])
  const writer = openWriter(file)
  new ReportWriter(writer).write(report)
  transact(writer, anImport, ({ places }) => {
    places.put({ slug: 'belgorod-region', name: 'Belgorod', precision: 'LOCALITY', description: 'A city.' })
  })
  const gone = transact(writer, anImport, ({ places }) =>
    places.put({ slug: 'nowhere', name: 'Nowhere', precision: 'LOCALITY' }),
  )
  transact(writer, anImport, (writers) => writers.remove('PLACE', gone.id))
  writer.close()
  return file
}
const sound = madeGraph()

function findingsIn(file: string): Finding[] {
  const reader = openReader(file)
  try {
    return checkGraph(reader)
  } finally {
    reader.close()
  }
}

const told = (findings: readonly Finding[]) => findings.map(({ where, what }) => `${where} ${what}`)

type Harm = string | ((db: TestDatabase) => void)

/** Does harm that no constraint and no trigger hinders or makes good. */
const harmed = (harm: Harm): string => (isOnPostgres ? harmedSchema(harm) : harmedFile(harm))

/** The tables of `sound` as they were, to be put there again before the next harm is done. */
let mended: () => void = () => undefined

/** It is done to the sound graph itself, as long as it is done to rows: to make another takes longer than to check it. */
function harmedSchema(harm: Harm): string {
  mended()
  const isOfRows = typeof harm === 'string' && !/\b(?:alter|drop|create|pg_index)\b/.test(harm)
  const file = isOfRows ? sound : madeGraph()
  const writer = openWriter(file)
  const db = dbOf(writer)
  db.exec('set session_replication_role = replica')
  if (typeof harm !== 'string') harm(db)
  else {
    if (isOfRows) mended = keepRows(file, [...harm.matchAll(/(?:update|delete from|insert into) (\w+)/g)])
    db.exec(harm)
  }
  writer.close()
  return file
}

/** Keeps what is in the tables that are named, and gives what puts it there again. */
function keepRows(file: string, named: RegExpMatchArray[]): () => void {
  const tables = [...new Set(named.map(([, table]) => String(table)))]
  const keeper = openWriter(file)
  const db = dbOf(keeper)
  db.exec('set session_replication_role = replica')
  for (const table of tables) db.exec(`create temp table kept_${table} as table ${table}`)
  return () => {
    for (const table of tables) {
      const columns = db
        .prepare<[string], string>(
          `select '"' || attname || '"' from pg_attribute
            where attrelid = ?::text::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
        )
        .pluck()
        .all(table)
      db.exec(
        `delete from ${table}; insert into ${table} (${columns}) overriding system value select ${columns} from kept_${table}`,
      )
    }
    keeper.close()
    mended = () => undefined
  }
}

function harmedFile(harm: Harm): string {
  const file = newFile()
  copyFileSync(sound, file)
  const { db } = connectionOf(openWriter(file))
  db.pragma('foreign_keys = off')
  db.pragma('ignore_check_constraints = on')
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_schema where type = 'trigger'`)
    .all()
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  if (typeof harm === 'string') db.exec(harm)
  for (const { sql } of triggers) db.exec(sql)
  if (typeof harm !== 'string') harm(db)
  db.close()
  return file
}

const first = (table: string, where = 'true') => `(select min(id) from ${table} where ${where})`
const derived = (columns: string) => `has another ${columns} than follows from the graph`
const extra = 'has rows that nothing in the graph leads to'
const lacking = 'lacks rows that follow from the graph'

/** One thing that is wrong, and what is found: that, and nothing else. */
const harms: readonly [finding: string, harm: Harm][] = [
  // What is derived.
  [
    `claim ${derived('standing')}`,
    `update claim set standing = 'OPEN' where id = ${first('claim', `standing <> 'OPEN'`)}`,
  ],
  [
    `claim ${derived('statement_count, source_count')}`,
    `update claim set statement_count = 99, source_count = 99 where id = 1`,
  ],
  [
    `actor ${derived('statement_count')}`,
    `update actor set statement_count = statement_count + 1 where id = ${first('actor')}`,
  ],
  [
    `position ${lacking}`,
    'delete from position where (actor_id, claim_id) in (select actor_id, claim_id from position limit 1)',
  ],
  [
    `position ${derived('certainty')}`,
    `update position set certainty = case certainty when 'CERTAIN' then 'POSSIBLE' else 'CERTAIN' end where claim_id = (select min(claim_id) from position)`,
  ],
  [`agreement ${extra}`, 'insert into agreement (a_id, b_id, agree, conflict) values (900001, 900002, 1, 0)'],
  [
    `tally ${derived('statements')}`,
    `update tally set statements = statements + 1 where facet = 'ACT' and value = 'STATE'`,
  ],
  [
    `speaks_about ${lacking}`,
    'delete from speaks_about where (speaker_id, entity_id) in (select speaker_id, entity_id from speaks_about limit 1)',
  ],
  [`size ${derived('nodes')}`, `update size set nodes = 0 where type = 'CLAIM'`],
  [
    `timeline_day ${derived('begun')}`,
    `update timeline_day set begun = begun + 1 where at = (select min(at) from timeline_day)`,
  ],
  [
    `statement ${derived('known_at')}`,
    `update statement set known_at = 1 where id = ${first('statement', `claim_id is null and known_at is not null`)}`,
  ],
  [
    `statement_about ${derived('review')}`,
    `update statement_about set review = 'REJECTED' where statement_id = (select min(statement_id) from statement_about)`,
  ],
  [
    `entity ${derived('review')}`,
    `update entity set review = 'PROPOSED' where id = ${first('entity', `kind = 'PLACE'`)}`,
  ],
  // What writers make of texts and dates.
  [
    'event has other instants than its when_edtf allows',
    `update event set when_edtf = '1999' where id = ${first('event', 'when_edtf is not null')}`,
  ],
  [
    'entity has another sort_key than its name has',
    `update entity set sort_key = 'zzz' where id = ${first('entity', `kind = 'PLACE'`)}`,
  ],
  [
    'key_word lacks words by which a name is looked up',
    'delete from key_word where (word, entity_id) in (select word, entity_id from key_word limit 1)',
  ],
  [
    'key_word has words that are in no name',
    `insert into key_word (word, entity_id) values ('zebra', ${first('entity')})`,
  ],
  [
    'affiliation has another title_word than its title has',
    `update affiliation set title_word = 'zebra' where id = ${first('affiliation', 'title is not null')}`,
  ],
  [
    'source has another sha256 than its text has',
    `update source set sha256 = 'abc' where id = ${first('source', 'text is not null')}`,
  ],
  // The graph's own rules.
  ['statement has no slug', `update statement set slug = null where id = ${first('statement')}`],
  ['assessment has no slug', `update assessment set slug = null where id = ${first('assessment')}`],
  [
    'place leads back to itself by part_of_id',
    `update place set part_of_id = ${first('place', 'part_of_id is not null')} where id = (select part_of_id from place where id = ${first('place', 'part_of_id is not null')})`,
  ],
  [
    'participation refers to rows of event that are not there',
    `update participation set event_id = 900001 where id = ${first('participation')}`,
  ],
  [`indexes lack some that a new ${isOnPostgres ? 'schema' : 'file'} has`, 'drop index statement_by_claim'],
  [
    `indexes have some that are not as in a new ${isOnPostgres ? 'schema' : 'file'}`,
    'drop index claim_by_event; create index claim_by_event on claim (event_id)',
  ],
  // The journal.
  [
    'statement has nodes of type STATEMENT that no revision created',
    `update creation set last_id = last_id - 1 where type = 'STATEMENT' and last_id = (select max(id) from statement)`,
  ],
  [
    'creation has runs that overlap',
    `insert into creation (type, first_id, last_id, revision_id) select type, first_id + 1, last_id, revision_id from creation where type = 'CLAIM' and last_id > first_id limit 1`,
  ],
  [
    'change is of nodes that no earlier revision created',
    `insert into change (type, node_id, revision_id, before) values ('CLAIM', 1, 1, '{}')`,
  ],
  [
    'change brings back nodes that were not removed',
    `insert into change (type, node_id, revision_id, before) values ('CLAIM', 1, (select max(id) from revision), null)`,
  ],
  [
    'change lacks the removal of nodes that are gone',
    `delete from change where node_id not in (select id from entity); insert into change (type, node_id, revision_id, before) values ('CLAIM', 1, (select max(id) from revision), '{}')`,
  ],
  [
    'change has a before that is no JSON of a node',
    `update change set before = '{"slug": ' where before like '%"belgorod-region"%'`,
  ],
  [
    'revision is earlier than the one before it',
    `update revision set at = 1 where id = (select max(id) from revision)`,
  ],
  [
    'revision has changed nothing',
    `insert into revision (id, at, action) select max(id) + 1, max(at), 'REVIEW' from revision${
      isOnPostgres ? `; update last_id set id = id + 1 where name = 'revision'` : ''
    }`,
  ],
]

/** Harm to a file, and to what keeps its indexes. */
const harmsToFiles: typeof harms = [
  [
    'file is damaged',
    `update statement set act = 'SING' where id = ${first('statement', `review = 'PROPOSED'`)}`,
  ],
  ['triggers lack some that a new file has', (db) => db.exec('drop trigger entity_slug_insert')],
  [
    'triggers have some that no new file has',
    (db) => db.exec('create trigger mine after insert on label begin select 1; end'),
  ],
  ['statement_text lacks rows of statement', 'delete from statement_text where rowid = 1'],
  [
    'label_text has rows that label does not have',
    `insert into label_text (rowid, words) values (900001, 'zebra')`,
  ],
  [
    'claim_text lacks words of its rows',
    `update claim set text = text || ' Zebra', sort_key = sort_key(text || ' Zebra') where id = 1`,
  ],
]

/** The same to a schema of a database. */
const harmsToSchemas: typeof harms = [
  ['tables have some that are not as in a new schema', 'alter table place add column colour text'],
  ['tables lack some that a new schema has', 'drop table agreement'],
  ['constraints lack some that a new schema has', 'alter table entity drop constraint entity_kind_check'],
  [
    'constraints have some that are not as in a new schema',
    `alter table entity drop constraint entity_kind_check, add constraint entity_kind_check check (kind <> '')`,
  ],
  ['constraints have some that are not in force', 'alter table label disable trigger all'],
  [
    'indexes have some that are not in force',
    `update pg_index set indisvalid = false where indexrelid = 'claim_by_event'::regclass`,
  ],
  ['functions lack some that a new schema has', 'drop function month_of'],
  [
    'triggers have some that no new schema has',
    'create trigger mine before update on label for each row execute function suppress_redundant_updates_trigger()',
  ],
  ['last_id is behind the ids that are there', `update last_id set id = id - 1 where name = 'claim'`],
  ['label_text has rows that label does not have', `insert into label_text (id, words) values (900001, '')`],
  [
    'statement_text lacks rows of statement',
    `with gone as (delete from statement_text where id = 1 returning words)
      update statement_term set texts = texts - 1 from gone, unnest(gone.words) as word
      where word.lexeme = term and word.weights <> '{D}'`,
  ],
  [
    'claim_text lacks words of its rows',
    `update claim_text set words = ts_delete(words, (select min(lexeme) from unnest(words) where weights = '{D}')) where id = 1`,
  ],
  [
    'claim_text has words that its rows do not have',
    `update claim_text set words = words || 'zebra:1D' where id = 1`,
  ],
  [
    'claim_term counts other texts than have its words',
    `update claim_term set texts = 99 where term = 'the'`,
  ],
]

const ownHarms = isOnPostgres ? harmsToSchemas : harmsToFiles

describe('a check finds', () => {
  it.each([...harms, ...ownHarms])('%s', (finding, harm) => {
    const findings = findingsIn(harmed(harm))
    expect(told(findings), JSON.stringify(findings, null, 1)).toEqual([finding])
    for (const { rows, examples } of findings) expect(rows).toBeGreaterThanOrEqual(examples.length)
  })

  it.skipIf(isOnPostgres)('pages of a file that are not there any more', () => {
    let root = 0
    const file = harmed((db) => {
      root = db.prepare("select rootpage from sqlite_schema where name = 'statement'").pluck().get() as number
    })
    const bytes = readFileSync(file)
    const page = 4096
    bytes.fill(0, (root - 1) * page, root * page)
    writeFileSync(file, bytes)
    const findings = findingsIn(file)
    expect(told(findings)).toContain('file is damaged')
  })

  it('each row of many, and tells the first of them', () => {
    const [finding] = findingsIn(harmed('update claim set statement_count = 99'))
    expect(finding?.rows).toBeGreaterThan(10)
    expect(finding?.examples).toHaveLength(3)
    expect(finding?.examples[0]).toMatch(/^id 1: statement_count is 99 and should be \d+$/)
  })
})

describe('a check finds nothing', () => {
  it('in a graph that was imported, read into and changed', () => {
    mended()
    expect(findingsIn(sound)).toEqual([])
  })

  it('in a graph that has nothing in it', () => {
    const file = newFile()
    writeGraph(file)
    expect(findingsIn(file)).toEqual([])
  })

  it('in a graph with every field, imported twice and accepted from a report', () => {
    const file = newFile()
    writeGraph(file, [everyField])
    const writer = openWriter(file)
    importDossiers(writer, [everyField])
    new ReportWriter(writer).write(report, { accept: true })
    new ReportWriter(writer).write({ ...report, text: `${report.text} Nobody was hurt, police said.` })
    expect(checkGraph(writer)).toEqual([])
    writer.close()
  })

  it.skipIf(isOnPostgres)('in a file that an earlier Hearsay wrote, once it is brought up to date', () => {
    const file = newFile()
    const now = newFile()
    writeGraph(now, [seed])
    writeOldFile(file, 9, now)
    openWriter(file).close()
    expect(findingsIn(file)).toEqual([])
  })

  it('and leaves no trace: the same connection reads and writes as before', () => {
    const writer = openWriter(harmed(''))
    const temporary = () =>
      dbOf(writer)
        .prepare(
          isOnPostgres
            ? 'select relname from pg_class where relnamespace = pg_my_temp_schema() order by 1'
            : 'select name from sqlite_temp_schema',
        )
        .pluck()
        .all()
    const changes = () => (isOnPostgres ? 0 : connectionOf(writer).changes())
    const before = [changes(), temporary()]
    checkGraph(writer)
    expect([changes(), temporary()]).toEqual(before)
    transact(writer, anImport, ({ places }) => places.put({ slug: 'new', name: 'New', precision: 'REGION' }))
    expect(checkGraph(writer)).toEqual([])
    writer.close()
  })
})
