import { beforeAll, describe, expect, it } from 'vitest'
import { anImport } from '../src/model/history/journal.ts'
import { type MergeDraft, mergeNodes } from '../src/model/merge-nodes.ts'
import type { StatementDraft } from '../src/model/statement/write.ts'
import { transact } from '../src/model/transact.ts'
import { unmergeNodes } from '../src/model/unmerge-nodes.ts'
import { ReportWriter } from '../src/reports/writing/write.ts'
import { type Connection, openWriter } from '../src/sql/sqlite/connection.ts'
import { connectionOf } from './engine.ts'
import { type World, worlds } from './graph-fixture.ts'
import { databaseOf } from './sqlite.ts'
import { fill } from './synthetic.ts'

const { empty } = worlds()
/** Without statistics, as a graph is until its first large change. */
const bare = empty()
/** With them. */
const analyzed = empty()

beforeAll(() => {
  fill(bare, 12)
  fill(analyzed, 300)
  connectionOf(bare.writer).db.exec('drop table if exists sqlite_stat1; drop table if exists sqlite_stat4')
  connectionOf(analyzed.writer).db.exec('analyze')
  for (const world of [bare, analyzed]) world.reopen()
})

const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')

const statements = (filter: string) =>
  `{ statements(filter: { ${filter} }, first: 20) { totalCount nodes { id } } }`

const hot: Record<string, string> = {
  statements: '{ statements { totalCount nodes { id } } }',
  'statements, latest first': '{ statements(orderBy: SAID_DESC) { nodes { id } } }',
  'statements, backwards': '{ statements(last: 20) { nodes { id } } }',
  'statements by a speaker': statements('by: ["actor-1"]'),
  'statements of a principal': statements('onBehalfOf: ["actor-1"]'),
  'statements about an actor': statements('about: ["actor-1"]'),
  'statements by a speaker about an actor': statements('by: ["actor-1"], about: ["actor-2"]'),
  'statements of a principal about an actor': statements('onBehalfOf: ["actor-1"], about: ["actor-2"]'),
  'statements on a claim': statements('claim: ["claim-1"]'),
  'statements in a source': statements('source: ["source-1"]'),
  'statements of actors': '{ actors { nodes { statements(first: 20) { totalCount nodes { id } } } } }',
  'statements of actors, backwards': '{ actors { nodes { statements(last: 20) { nodes { id } } } } }',
  'statements of actors about an actor':
    '{ actors { nodes { statements(filter: { about: ["actor-2"] }) { totalCount nodes { id } } } } }',
  'statements about entities':
    '{ places { nodes { statementsAbout(first: 20, orderBy: SAID_DESC) { totalCount nodes { id } } } } }',
  'statements about entities by an actor':
    '{ actors { nodes { statementsAbout(filter: { by: ["actor-1"] }) { totalCount nodes { id } } } } }',
  'statements on claims': '{ claims { nodes { statements(first: 20) { totalCount nodes { id } } } } }',
  'statements in sources': '{ sources { nodes { statements(first: 20) { totalCount nodes { id } } } } }',
  'positions on claims':
    '{ claims { nodes { positions { actor { id } claim { id } statement { id } statements { id } } } } }',
  'positions on claims by stance': '{ claims { nodes { positions(stance: [AFFIRMS]) { stance } } } }',
  'positions on claims in pages':
    '{ claims { nodes { positionPage(side: [DOUBTS], first: 20) { totalCount nodes { actor { id } previous { id } } } } } }',
  'when claims became known': '{ claims { nodes { knownOn } } }',
  'claims with figures of an event':
    '{ claims(filter: { event: ["event-1"], unit: ["people"] }) { nodes { id } } }',
  'claims by those who assessed them':
    '{ claims(filter: { assessor: ["actor-1"] }) { totalCount nodes { id } } }',
  'claims by a verdict of theirs':
    '{ claims(filter: { assessor: ["actor-1"], verdict: [VERIFIED] }, orderBy: SPEAKERS_DESC) { totalCount nodes { id } } }',
  assessments: '{ assessments { totalCount nodes { id } } }',
  'assessments, earliest first': '{ assessments(orderBy: DATE) { nodes { id } } }',
  'assessments by an actor': '{ assessments(filter: { assessor: ["actor-1"] }) { totalCount nodes { id } } }',
  'statements told to an actor': statements('addressee: ["actor-1"]'),
  'statements of actors by whose voice':
    '{ actors { nodes { statementCounts { itself forOthers byOthers } } } }',
  'the busiest by the busiest': '{ grid { speakers { id } subjects { id } counts } }',
  'the busiest by events': '{ grid(subjects: [EVENT]) { speakers { id } subjects { id } counts } }',
  'positions of actors':
    '{ actors { nodes { positions(first: 20) { totalCount nodes { stance statements { id } } } } } }',
  'every kind of node by its id':
    '{ nodes(ids: ["actor-1", "place-1", "event-1", "source-1", "claim-1", "statement_1", "assessment_1"]) { id } }',
  'what hangs on entities':
    '{ actors { nodes { labels { text } links { value } affiliations { actor { id } } affiliates { actor { id } } participations(first: 5) { totalCount nodes { event { id place { id } } } } } } }',
  'what hangs on events':
    '{ events(first: 20) { totalCount nodes { parts { id } participants { actor { id } } claims { totalCount nodes { relations { claim { id } } assessments { evidence { id text } } } } } } }',
  'what hangs on statements':
    '{ statements { nodes { about { id } chain { id } via { id } source { publisher { id } } } } }',
  'what hangs on places':
    '{ places { totalCount nodes { partOf { id } events { totalCount nodes { id } } } } }',
  'actors whom no source names': '{ actors(filter: { unnamed: true }) { totalCount nodes { id } } }',
  'actors by how much they say': '{ actors(orderBy: STATEMENTS_DESC) { nodes { id } } }',
  'claims by how much they are spoken to': '{ claims(orderBy: STATEMENTS_DESC) { nodes { id } } }',
  matrix: '{ matrix { statements } }',
  facets: '{ facets(by: [SPEAKER, ABOUT, EVENT, CLAIM, SOURCE, PUBLISHER, ACT, STANCE, MONTH]) { count } }',
  agreements: '{ agreements { agree } }',
  'claims of agreements': '{ agreements { claims { id } } }',
  'whom actors speak about':
    '{ actors { nodes { speaksAbout { statements } spokenAboutBy { statements } } } }',
  'whom others speak about on behalf of actors':
    '{ actors { nodes { speaksAbout(voice: ON_BEHALF) { statements } } } }',
  search: '{ search(text: "bridge actor") { totalCount nodes { snippet node { id } } } }',
  'search for a name': '{ search(text: "actor", types: [ACTOR]) { totalCount nodes { snippet } } }',
  timeline: '{ timeline { totalCount nodes { node { id } } } }',
  'how much is in a time':
    '{ timeline(from: "2022-03-04T10:00:00Z", until: "2023", first: 0) { totalCount } }',
  'timeline of a speaker': '{ timeline(filter: { by: ["actor-1"] }) { totalCount nodes { node { id } } } }',
  'timeline of one that is spoken about':
    '{ timeline(about: ["actor-1"], types: [STATEMENT]) { totalCount nodes { node { id } } } }',
  'timeline by stretches':
    '{ timelineHistogram(edges: ["2022-03-04T10:00:00Z", "2022-04", "2023"]) { events statements } }',
  'statements of a speaker by stretches':
    '{ timelineHistogram(filter: { by: ["actor-1"] }, types: [STATEMENT], edges: ["2022", "2023"]) { statements } }',
  stats: '{ stats { actors } }',
  'ways between actors': '{ paths(from: "actor-1", to: "actor-2") { length } }',
  'what is around an actor': '{ neighborhood(of: "actor-1") { nodes { id } } }',
  'what links rest on':
    '{ neighborhood(of: "actor-1", depth: 2) { links { evidenceCount agree conflict evidence { id } } } }',
}

function sqlOf(world: World, document: string): string[] {
  const { engine } = world.graph
  const seen = new Set<string>()
  engine.onStatement = (sql) => void seen.add(sql)
  world.ask(document)
  engine.onStatement = null
  return [...seen]
}

function planOf(world: World, sql: string, db = databaseOf(world.graph)): string[] {
  const places = sql.replace(/'[^']*'/g, '').match(/\?/g)?.length ?? 0
  const rows = db.prepare(`explain query plan ${sql}`).all(Array.from({ length: places }, () => null)) as {
    detail: string
  }[]
  return rows.map(({ detail }) => detail)
}

type Named = Required<Pick<StatementDraft, 'id' | 'slug' | 'source' | 'speaker' | 'claim'>>

/** One that is there, and now denies what it is to. */
function someStatement({ db }: Connection): StatementDraft {
  const known = db
    .prepare<[], Named>(
      'select id, slug, source_id as source, speaker_id as speaker, claim_id as claim from statement where claim_id is not null',
    )
    .get() as Named
  const said = {
    text: 'It never happened.',
    quoteType: 'DIRECT',
    act: 'DENY',
    stance: 'DENIES',
    certainty: 'CERTAIN',
  } as const
  return { ...known, ...said }
}

/** The two of one type that say the most. */
function twoActors({ db }: Connection): MergeDraft {
  const [into, from] = db
    .prepare<[], number>(
      `select id from actor where type = (select type from actor order by statement_count desc limit 1)
        order by statement_count desc limit 2`,
    )
    .pluck()
    .all()
  return { type: 'ACTOR', into: Number(into), from: [Number(from)] }
}

/**
 * What sorts all the same: a search by how well its hits match, which no index knows; a timeline, the ends of its four
 * walks, each of which an index has in order and a limit cuts off; a row of ties, its two ends; the days on which one claim
 * was spoken to, each once; the claims that somebody assessed, which an index finds, by how many spoke to them; and what
 * others say on an actor's behalf, which an index counts, by how often.
 */
const sorting = [
  'search',
  'search for a name',
  'timeline',
  'how much is in a time',
  'timeline of a speaker',
  'timeline of one that is spoken about',
  'ways between actors',
  'what is around an actor',
  'what links rest on',
  'when claims became known',
  'claims by a verdict of theirs',
  'whom others speak about on behalf of actors',
]

/** What a plan makes for itself, bounded by its own limit or by what was asked for: walking it is walking the answer. */
const madeBy = (plan: readonly string[]) =>
  new Set(plan.flatMap((line) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)$/.exec(line)?.[1] ?? []))

/** A whole table read, or a sort. Walking an index in the order that is asked for, up to a limit, is neither. */
function faults(plan: readonly string[], sql: string, sorts: boolean): string[] {
  const made = madeBy(plan)
  const isFault = (line: string) => {
    // Seven rows.
    if (line === 'SCAN size') return false
    // What a write has touched and its end has not settled yet.
    if (/^SCAN (?:stale|due|moved|change|one\b|owner_before|\w+_change\b)/.test(line)) return false
    // Of the keys that a command is given.
    if (/^SCAN (?:json_each|touched) /.test(line)) return false
    // There are fewer than twenty actors, which are read faster than one of them is looked up.
    if (line === 'SCAN t USING COVERING INDEX actor_by_allegiance') return false
    // The last one.
    if (line === 'SCAN revision' && sql.includes('order by id desc limit 1')) return false
    if (line.includes('TEMP B-TREE')) return !sorts
    const scanned = /^SCAN (\S+)(.*)$/.exec(line)
    if (!scanned || made.has(scanned[1] as string)) return false
    if (/VIRTUAL TABLE INDEX|CONSTANT ROW/.test(line)) return false
    return !(
      /order by .* limit cast\(\?/.test(sql) &&
      (scanned[2] !== '' || sql.includes(`order by "${scanned[1]}"."id"`))
    )
  }
  return plan.filter(isFault)
}

it('no limit is a bare parameter, for which SQLite would plan the statement anew at each call', () => {
  const all = Object.values(hot).flatMap((document) => sqlOf(analyzed, document))
  expect(all.filter((sql) => sql.includes(' limit cast(?'))).not.toEqual([])
  expect(all.filter((sql) => /\blimit \?/.test(sql))).toEqual([])
})

describe.each([
  ['without statistics', bare],
  ['with statistics', analyzed],
])('%s', (_, world) => {
  it.each(Object.entries(hot))('%s', (name, document) => {
    const found = sqlOf(world, document).flatMap((sql) =>
      faults(planOf(world, sql), sql, sorting.includes(name)).map((fault) => `${fault} in ${sql}`),
    )
    expect(found).toEqual([])
  })

  it('reading a report', () => {
    const { writer } = world
    const reads = new Set<string>()
    const isRead = (sql: string) => /^\s*(?:select|with)/i.test(sql) && !sql.includes('stale_')
    writer.onStatement = (sql) => void (isRead(sql) && reads.add(sql))
    new ReportWriter(writer).write({
      // As long as a report must be to be looked for among those that others took over.
      text: `The spokesman of Actor 001 said that Actor 002 had shelled the bridge. Officials denied it. ${words}`,
      publisher: 'Actor 003',
    })
    writer.onStatement = null
    expect([...reads].filter((sql) => /key_word|title_word/.test(sql))).toHaveLength(2)
    expect([...reads].filter((sql) => sql.includes('source_mark'))).toHaveLength(1)
    // What is sorted are the few names and claims that the text can mean.
    const found = [...reads].flatMap((sql) =>
      faults(planOf(world, sql), sql, true).map((fault) => `${fault} in ${sql}`),
    )
    expect(found).toEqual([])
  })

  it('changing, merging and taking apart', () => {
    // One that knows of the statistics what the file says now.
    const writer = openWriter(connectionOf(world.writer).db.name)
    const ran = new Set<string>()
    writer.onStatement = (sql) => void ran.add(sql)
    transact(writer, anImport, ({ statements }) => statements.acceptProposed(1))
    transact(writer, anImport, ({ statements }) => statements.put(someStatement(writer)))
    const { revision } = mergeNodes(writer, anImport, () => twoActors(writer))
    unmergeNodes(writer, anImport, Number(revision))
    expect(ran.size).toBeGreaterThan(80)
    const found = [...ran].flatMap((sql) =>
      faults(planOf(world, sql, writer.db), sql, true).map((fault) => `${fault} in ${sql}`),
    )
    writer.close()
    expect(found).toEqual([])
  })

  it('the nearest claims of what is read are found by their words', () => {
    const document =
      '{ extract(text: "Actor 1 said that the bridge of actor 2 was closed.") { claim { id } claimCandidates { score } } }'
    const found = sqlOf(world, document).filter((sql) => /claim_text|\bclaim\b/.test(sql))
    expect(found.length).toBeGreaterThan(1)
    for (const sql of found) expect([sql, faults(planOf(world, sql), sql, false)]).toEqual([sql, []])
  })
})
