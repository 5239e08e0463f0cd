import type { Database } from 'better-sqlite3'
import { openReadConnection } from '../../src/sql/sqlite/connection.ts'
import {
  claimColumns,
  claimCountOfEvent,
  claimsOfEvent,
  entityColumns,
  filtered,
  hits,
  keyOf,
  matchOf,
  matrix,
  positionColumns,
  positionCountOfActor,
  positionsOfActor,
  type Row,
  sourceColumns,
  spoken,
  statementColumns,
} from './reading.ts'
import { WayFinder } from './way.ts'

/** In the order of the keys. */
type Loader<T> = (keys: readonly (number | null)[]) => T[]
type Values = Readonly<Record<string, number | string>>

/** What the loaders of mercurius, Apollo Server and grafast ask of SQLite: a prepared statement each, and many keys in one. */
export function batches(path: string) {
  const { db } = openReadConnection(path)
  const entities = oneByKey(db, `select ${entityColumns} from entity e where e.id in`)
  const claims = oneByKey(db, `select ${claimColumns} from claim c where c.id in`)
  const sources = oneByKey(db, `select ${sourceColumns} from source so where so.id in`)
  const statements = oneByKey(db, `select ${statementColumns} from statement s where s.id in`)
  const nodes = { Entity: entities, Claim: claims, Source: sources, Statement: statements }
  const found = all(db, hits)
  const ways = new WayFinder(db)
  return {
    entities,
    claims,
    sources,
    /** Of statements. */
    about: manyByKey(
      db,
      `select a.statement_id as parent, ${entityColumns} from statement_about a join entity e on e.id = a.entity_id
        where a.statement_id in (select value from json_each(?)) order by a.statement_id, a.entity_id`,
    ),
    /** Of claims. */
    positions: manyByKey(
      db,
      `select po.claim_id as parent, ${positionColumns} from position po
        where po.claim_id in (select value from json_each(?)) order by po.statement_id`,
    ),
    spoken: all(db, spoken),
    filtered: all(db, filtered),
    claimsOfEvent: all(db, claimsOfEvent),
    claimCountOfEvent: count(db, claimCountOfEvent),
    positionsOfActor: all(db, positionsOfActor),
    positionCountOfActor: count(db, positionCountOfActor),
    matrix: all(db, matrix),
    /** What a search finds, the best first: the nodes of each type by one statement. */
    search(text: string, limit: number): (Row | undefined)[] {
      const hits = found({ match: matchOf(text), limit })
      const loaded = new Map<string, Row>()
      for (const [type, load] of Object.entries(nodes)) {
        const keys = hits.flatMap((hit) => (hit.type === type ? [Number(hit.key)] : []))
        if (keys.length > 0) for (const row of load(keys)) if (row) loaded.set(`${type} ${row.key}`, row)
      }
      return hits.map(({ type, key }) => loaded.get(`${type} ${key}`))
    },
    /** One way at most. */
    paths(from: string, to: string, maxLength: number) {
      const way = ways.between(keyOf(from), keyOf(to), maxLength)
      return way ? [{ length: way.length - 1, nodes: entities(way) }] : []
    },
  }
}

function all(db: Database, sql: string): (values: Values) => Row[] {
  const statement = db.prepare<[Values], Row>(sql)
  return (values) => statement.all(values)
}

function count(db: Database, sql: string): (values: Values) => number {
  const statement = db.prepare<[Values], number>(sql).pluck()
  return (values) => statement.get(values) ?? 0
}

function oneByKey(db: Database, select: string): Loader<Row | null> {
  const statement = db.prepare<[string], Row>(`${select} (select value from json_each(?))`)
  return (keys) => {
    const wanted = new Set(keys)
    wanted.delete(null)
    const rows = new Map(statement.all(JSON.stringify([...wanted])).map((row) => [row.key, row]))
    return keys.map((key) => rows.get(key) ?? null)
  }
}

function manyByKey(db: Database, sql: string): Loader<readonly Row[]> {
  const statement = db.prepare<[string], Row>(sql)
  return (keys) => {
    const lists = new Map<unknown, Row[]>(keys.map((key) => [key, []]))
    for (const row of statement.all(JSON.stringify([...lists.keys()]))) lists.get(row.parent)?.push(row)
    return keys.map((key) => lists.get(key) ?? [])
  }
}
