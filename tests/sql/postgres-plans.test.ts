import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Graph } from '../../src/model/graph.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'
import { run } from '../graph-fixture.ts'

/** What is asked most: the questions of the bench, lists, searches, positions, facets. */
const hot: Record<string, string> = {
  'an actor with statements': `{ actor(id: "actor_1") { name statements(first: 20, orderBy: SAID_DESC) { totalCount nodes {
    text claim { text event { name } } source { title publisher { name } } about { id name } } } } }`,
  'statements about an entity': `{ statements(filter: { about: ["actor_1"], stance: [AFFIRMS] }, orderBy: SAID_DESC, first: 50) {
    nodes { id speaker { name } claim { text } } } }`,
  'one node': '{ claim(id: "claim_1") { slug text standing } }',
  'nodes of each type':
    '{ nodes(ids: ["actor_1", "place_1001", "event_1101", "source_1", "claim_1", "statement_1"]) { id } }',
  statements: '{ statements { nodes { id } } }',
  'statements, latest first': '{ statements(orderBy: SAID_DESC) { nodes { id } } }',
  'statements, backwards': '{ statements(last: 20) { nodes { id } } }',
  'statements by a speaker about an actor':
    '{ statements(filter: { by: ["actor_1"], about: ["actor_2"] }) { totalCount nodes { id } } }',
  'statements on a claim': '{ statements(filter: { claim: ["claim_1"] }) { totalCount nodes { id } } }',
  'statements in a source': '{ statements(filter: { source: ["source_1"] }) { totalCount nodes { id } } }',
  'claims of an event': `{ event(id: "event_1101") { claims(filter: { standing: [OPEN] }) { totalCount nodes {
    positions { actor { name } stance } } } } }`,
  'positions of an actor':
    '{ actor(id: "actor_1") { positions(first: 50) { totalCount nodes { claim { text } stance changed } } } }',
  'a search': '{ search(text: "rare7", first: 20) { nodes { snippet node { id } } } }',
  'a search for a name': '{ search(text: "name7", types: [ACTOR]) { nodes { node { id } } } }',
  'facets of an actor':
    '{ facets(filter: { by: ["actor_1"] }, by: [ABOUT, CLAIM, SOURCE, STANCE]) { count } }',
}

/** The rows of a small newsroom's graph, made where they are. */
const rows = [
  `insert into entity (id, kind, slug, name, sort_key) select n,
    case when n <= 1000 then 'ACTOR' when n <= 1100 then 'PLACE' else 'EVENT' end, 'e-' || n, 'Name ' || n, 'name ' || n
    from generate_series(1, 3100) as n`,
  `insert into actor (id, type) select n, 'PERSON' from generate_series(1, 1000) as n`,
  `insert into place (id, precision) select n, 'EXACT' from generate_series(1001, 1100) as n`,
  `insert into event (id, type, place_id) select n, 'OTHER', 1001 + n % 100 from generate_series(1101, 3100) as n`,
  `insert into source (id, slug, title, kind, publisher_id)
    select n, 's-' || n, 'Title ' || n, 'ARTICLE', 1 + n % 50 from generate_series(1, 3000) as n`,
  `insert into claim (id, slug, text, kind, event_id)
    select n, 'c-' || n, 'Claim ' || n, 'OTHER', 1101 + n % 2000 from generate_series(1, 4000) as n`,
  `insert into statement (id, source_id, speaker_id, claim_id, act, stance, certainty, quote_type, said_earliest, known_at, text)
    select n, 1 + n % 3000, 1 + n % 997, 1 + n % 3989, 'STATE', 'AFFIRMS', 'CERTAIN', 'DIRECT', n, n, 'Said ' || n
    from generate_series(1, 20000) as n`,
  `insert into statement_about (statement_id, entity_id, speaker_id, principal_id, review, said_order)
    select id, 1 + id * 7 % 3100, speaker_id, principal_id, review, said_order from statement`,
  `insert into position (actor_id, claim_id, stance, certainty, statement_id, changed, known_at)
    select principal_id, claim_id, 'AFFIRMS', 'CERTAIN', min(id), 0, min(known_at) from statement group by 1, 2`,
  `insert into label (id, entity_id, lang, text) select id, id, 'en', name from entity`,
  `insert into label_text (id, words) select id, ('''name' || id || ''':1A')::tsvector from label`,
  ...['claim', 'source', 'statement'].map(
    (table) => `insert into ${table}_text (id, words)
      select id, ('''rare' || id % 400 || ''':1A ''word'':2A')::tsvector from ${table}`,
  ),
]

/** Tables that have a few rows, whatever the graph has. */
const isSmall = (line: string) => /Seq Scan on (?:graph_version|size)\b/.test(line)

/** Whichever values a statement is given, its plan is the same: it is made once for each connection, and kept. */
describe.skipIf(!process.env.HEARSAY_TEST_POSTGRES)(
  'in the plan of no statement is a table read as a whole',
  () => {
    const schema = `plans_${randomBytes(6).toString('hex')}`
    const client = new Client({ connectionString: process.env.HEARSAY_TEST_POSTGRES })
    let graph: Graph

    beforeAll(async () => {
      const url = new URL(process.env.HEARSAY_TEST_POSTGRES ?? '')
      url.searchParams.set('schema', schema)
      openWriter(url.href).close()
      await client.connect()
      await client.query(`set search_path = ${schema}; set jit = off; set random_page_cost = 1.1`)
      for (const insertion of rows) await client.query(insertion)
      const { rows: tables } = await client.query(`select relname from pg_class
      where relnamespace = '${schema}'::regnamespace and relkind = 'r'`)
      await client.query(`analyze ${tables.map(({ relname }) => `"${relname}"`).join()}`)
      await client.query('set plan_cache_mode = force_generic_plan')
      graph = Graph.open(url.href)
    }, 60_000)

    afterAll(async () => {
      await graph.engine.close()
      await client.query(`drop schema ${schema} cascade`)
      await client.end()
    })

    const planOf = async (sql: string): Promise<string[]> => {
      await client.query(`prepare asked as ${sql}`)
      const places = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)))
      const values = Array.from({ length: places }, () => 'null').join()
      const { rows: lines } = await client.query<{ 'QUERY PLAN': string }>(
        `explain execute asked${places > 0 ? `(${values})` : ''}`,
      )
      await client.query('deallocate asked')
      return lines.map((line) => line['QUERY PLAN'])
    }

    it.each(Object.entries(hot))('%s', async (_, document) => {
      const { engine } = graph
      const seen = new Set<string>()
      engine.onStatement = (sql) => void seen.add(sql)
      const { errors } = run(graph, document)
      engine.onStatement = null
      expect(errors).toBeUndefined()
      expect(seen.size).toBeGreaterThan(0)
      const faults: string[] = []
      for (const sql of seen) {
        const scans = (await planOf(sql)).filter((line) => line.includes('Seq Scan') && !isSmall(line))
        faults.push(...scans.map((scan) => `${scan.trim()} in ${sql}`))
      }
      expect(faults).toEqual([])
    })
  },
)
