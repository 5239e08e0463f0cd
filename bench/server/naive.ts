import type { RequestListener } from 'node:http'
import type { Database } from 'better-sqlite3'
import { createSchema, createYoga } from 'graphql-yoga'
import { openReadConnection } from '../../src/sql/sqlite/connection.ts'
import { hits, keyOf, matchOf, matrix, type Row } from './reading.ts'
import { typeDefs } from './schema.ts'
import { WayFinder } from './way.ts'

/** What most people would write on a Friday: Yoga as it comes, and a prepared statement in every resolver. */
export function naive(path: string): RequestListener {
  const { db } = openReadConnection(path)
  const schema = createSchema({ typeDefs, resolvers: { Query: questionsOn(db), ...nounsOn(db) } })
  const yoga = createYoga({ schema, logging: false })
  return (request, response) => void yoga(request, response)
}

type Key = number | string | null | undefined

/** A row by its key; nothing where there is no key. */
function byKey(db: Database, sql: string) {
  const statement = db.prepare(sql)
  return (key: Key) => (key == null ? null : (statement.get(key) as Row | undefined))
}

const entity = 'select * from entity where id = ?'
const claim = 'select * from claim where id = ?'
const source = 'select * from source where id = ?'

function questionsOn(db: Database) {
  const [entities, claims] = [byKey(db, entity), byKey(db, claim)]
  const nodes: Record<string, (key: Key) => Row | null | undefined> = {
    Entity: entities,
    Claim: claims,
    Source: byKey(db, source),
    Statement: byKey(db, 'select * from statement where id = ?'),
  }
  const filtered = db.prepare(
    `select s.* from statement_about a cross join statement s where s.id = a.statement_id
      and a.entity_id = ? and a.review = 'ACCEPTED' and s.stance = ?
      order by a.said_order desc, a.statement_id desc limit ?`,
  )
  const [found, told, ways] = [db.prepare(hits), db.prepare(matrix), new WayFinder(db)]
  return {
    actor: (_: unknown, { id }: Asked) => entities(keyOf(id)),
    event: (_: unknown, { id }: Asked) => entities(keyOf(id)),
    claim: (_: unknown, { id }: Asked) => claims(keyOf(id)),
    statements: (_: unknown, { filter: { about, stance }, first }: Asked) =>
      page(filtered.all(keyOf(about[0] as string), stance[0], first + 1) as Row[], first),
    search: (_: unknown, { text, first }: Asked) => ({
      nodes: (found.all({ match: matchOf(text), limit: first }) as Row[]).map(({ type, key }) => ({
        node: { ...nodes[type as string]?.(key), node: type },
      })),
    }),
    matrix: (_: unknown, { filter: { event }, first }: Asked) =>
      told.all({ key: keyOf(event[0] as string), limit: first }),
    paths: (_: unknown, { from, to, maxLength }: Asked) => {
      const way = ways.between(keyOf(from), keyOf(to), maxLength)
      return way ? [{ length: way.length - 1, nodes: way.map(entities) }] : []
    },
  }
}

function nounsOn(db: Database) {
  const [entities, claims, sources] = [byKey(db, entity), byKey(db, claim), byKey(db, source)]
  const about = db.prepare(
    `select e.* from statement_about a join entity e on e.id = a.entity_id where a.statement_id = ?`,
  )
  const spoken = db.prepare(
    `select * from statement where speaker_id = ? and review = 'ACCEPTED' order by said_order desc, id desc limit ?`,
  )
  const ofEvent = `from claim where event_id = ? and standing = ? and review = 'ACCEPTED'`
  const claimsOf = db.prepare(`select * ${ofEvent} order by id limit ?`)
  const claimCountOf = db.prepare(`select count(*) ${ofEvent}`).pluck()
  const stood = db.prepare('select * from position where actor_id = ? order by claim_id limit ?')
  const stoodCount = db.prepare('select count(*) from position where actor_id = ?').pluck()
  const positions = db.prepare('select * from position where claim_id = ? order by statement_id')
  return {
    Node: { __resolveType: ({ node }: Row) => node },
    Entity: { id: (it: Row) => `${String(it.kind).toLowerCase()}_${it.id}` },
    Actor: {
      id: ({ id }: Row) => `actor_${id}`,
      statements: ({ id }: Row, { first }: Asked) => page(spoken.all(id, first + 1) as Row[], first),
      positions: ({ id }: Row, { first }: Asked) => ({
        nodes: stood.all(id, first),
        totalCount: () => stoodCount.get(id),
      }),
    },
    Event: {
      id: ({ id }: Row) => `event_${id}`,
      claims: ({ id }: Row, { filter: { standing }, first }: Asked) => ({
        nodes: claimsOf.all(id, standing[0], first),
        totalCount: () => claimCountOf.get(id, standing[0]),
      }),
    },
    Claim: {
      id: ({ id }: Row) => `claim_${id}`,
      statementCount: (it: Row) => it.statement_count,
      speakerCount: (it: Row) => it.speaker_count,
      event: (it: Row) => entities(it.event_id),
      positions: ({ id }: Row) => positions.all(id),
    },
    Position: {
      actor: (it: Row) => entities(it.actor_id),
      claim: (it: Row) => claims(it.claim_id),
      changed: (it: Row) => it.changed === 1,
    },
    Source: { id: ({ id }: Row) => `source_${id}`, publisher: (it: Row) => entities(it.publisher_id) },
    Statement: {
      id: ({ id }: Row) => `statement_${id}`,
      saidAt: (it: Row) => it.said_edtf,
      speaker: (it: Row) => entities(it.speaker_id),
      claim: (it: Row) => claims(it.claim_id),
      source: (it: Row) => sources(it.source_id),
      about: ({ id }: Row) => about.all(id),
    },
    Tally: { actor: (it: Row) => entities(it.actorKey), entity: (it: Row) => entities(it.entityKey) },
  }
}

/** The arguments of any field: each reads those that the schema gives it. */
interface Asked {
  readonly id: string
  readonly text: string
  readonly first: number
  readonly from: string
  readonly to: string
  readonly maxLength: number
  readonly filter: Readonly<Record<'about' | 'event' | 'stance' | 'standing', readonly string[]>>
}

const page = (rows: readonly Row[], first: number) => ({
  nodes: rows.slice(0, first),
  pageInfo: { hasNextPage: rows.length > first },
})
