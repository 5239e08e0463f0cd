/**
 * Ways between two actors, right after a write and again, against a recursive CTE, over the same graph in the same run.
 * Compiled with
 * `tsc --noEmit false --outDir node_modules/.cache/bench`; arguments: actors, ties.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Connections } from '../src/model/paths/connections.ts'
import { type Connection, openReadConnection, openWriter } from '../src/sql/sqlite/connection.ts'

const [actors = 100_000, ties = 1_000_000] = process.argv.slice(2).map(Number)
const ROUNDS = 200
const CHANGES = 20
const CTE_ROUNDS = 5
const MAX_LENGTH = 3

/** Speakers are skewed: few of them say most, as in the news. */
const filled = ({ db }: Connection): void => {
  db.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${actors})
      insert into entity (id, kind, slug, name) select i, 'ACTOR', 'actor-' || i, 'Actor ' || i from n;
    insert into actor (id, type) select id, 'PERSON' from entity;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ties}),
      drawn as (select abs(random() % 1000000) / 1000000.0 as r, abs(random() % 1000000) / 1000000.0 as s from n)
      insert or ignore into speaks_about (speaker_id, entity_id, statements)
      select 1 + cast(r * r * r * ${actors} as integer), 1 + cast(s * s * ${actors} as integer), 1 + abs(random() % 9)
      from drawn;`)
}

const shortestBySql = `
  with recursive reached(id, length) as (
    select ? as id, 0 as length
    union
    select case when t.speaker_id = reached.id then t.entity_id else t.speaker_id end, length + 1
    from reached join (
      select speaker_id as one, speaker_id, entity_id from speaks_about
      union all select entity_id, speaker_id, entity_id from speaks_about
    ) t on t.one = reached.id
    where length < ${MAX_LENGTH}
  )
  select min(length) from reached where id = ?`

function timed(name: string, rounds: number, work: (round: number) => void): void {
  const started = performance.now()
  for (let round = 0; round < rounds; round++) work(round)
  console.log(`${name.padEnd(60)} ${((performance.now() - started) / rounds).toFixed(3)} ms`)
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
try {
  const writer = openWriter(join(folder, 'graph.db'))
  filled(writer)
  const reader = openReadConnection(join(folder, 'graph.db'))
  const ways = new Connections(reader)
  const pairs = Array.from({ length: ROUNDS }, () => [1, 2].map(() => 1 + Math.floor(Math.random() * actors)))
  const pair = (round: number) => pairs[round] as [number, number]
  const questions: Record<string, (round: number) => void> = {
    'the shortest way': (round) => ways.between(...pair(round), null, MAX_LENGTH, 1),
    'the five shortest, up to six links': (round) => ways.between(...pair(round), null, 6, 5),
    'the fifty shortest, up to ten links': (round) => ways.between(...pair(round), null, 10, 50),
    'a neighborhood of 500, three ties deep': (round) => ways.around(pair(round)[0], null, 3, 500),
  }
  for (const [name, ask] of Object.entries(questions)) {
    timed(`${name}, after a write`, CHANGES, (round) => {
      writer.db.exec('update actor set statement_count = statement_count + 1 where id = 1')
      ask(round)
    })
    timed(`${name}, again`, ROUNDS, (round) => ask(round % CHANGES))
  }
  const query = reader.db.prepare(shortestBySql)
  timed('the shortest length by a recursive CTE', CTE_ROUNDS, (round) => query.get(...pair(round)))
  reader.close()
  writer.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
