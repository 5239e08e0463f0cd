/**
 * Ways between two actors, in memory against a recursive CTE, over the same graph in the same run. Compiled with
 * `tsc --noEmit false --outDir node_modules/.cache/bench`; arguments: actors, ties.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Connection, openReader, openWriter } from '../src/db/open.ts'
import { Ways } from '../src/questions/ways.ts'

const [actors = 100_000, ties = 1_000_000] = process.argv.slice(2).map(Number)
const ROUNDS = 200
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
  console.log(`${name.padEnd(44)} ${((performance.now() - started) / rounds).toFixed(3)} ms`)
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
try {
  const writer = openWriter(join(folder, 'graph.db'))
  filled(writer)
  const reader = openReader(join(folder, 'graph.db'))
  const ways = new Ways(reader)
  const before = process.memoryUsage().arrayBuffers
  timed('reading all ties', 1, () => ways.between(1, 2, null, 1, 1))
  const megabytes = (process.memoryUsage().arrayBuffers - before) / 1e6
  console.log(`${'memory for the ties'.padEnd(44)} ${megabytes.toFixed(1)} MB`)
  const pairs = Array.from({ length: ROUNDS }, () => [1, 2].map(() => 1 + Math.floor(Math.random() * actors)))
  const pair = (round: number) => pairs[round] as [number, number]
  timed('the shortest way', ROUNDS, (round) => ways.between(...pair(round), null, MAX_LENGTH, 1))
  timed('the five shortest, up to six links', ROUNDS, (round) => ways.between(...pair(round), null, 6, 5))
  timed('the fifty shortest, up to ten links', ROUNDS, (round) => ways.between(...pair(round), null, 10, 50))
  timed('a neighborhood of 500, three ties deep', ROUNDS, (round) =>
    ways.around(pair(round)[0], null, 3, 500),
  )
  const query = reader.db.prepare(shortestBySql)
  timed('the shortest length by a recursive CTE', CTE_ROUNDS, (round) => query.get(...pair(round)))
  reader.close()
  writer.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
