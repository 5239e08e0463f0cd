import type { RequestListener } from 'node:http'
import { createSchema, createYoga } from 'graphql-yoga'
import { type Connection, openReadConnection } from '../../src/sql/sqlite/connection.ts'

/** What most people would write on a Friday: Yoga as it comes, and a prepared statement in every resolver. */
export function naive(path: string): RequestListener {
  const schema = createSchema({ typeDefs, resolvers: resolversOn(openReadConnection(path)) })
  const yoga = createYoga({ schema, logging: false })
  return (request, response) => void yoga(request, response)
}

type Row = Readonly<Record<string, number | string | null>>
type Key = number | string | null | undefined

const typeDefs = /* GraphQL */ `
  type Query {
    actor(id: ID!): Actor
    claim(id: ID!): Claim
    statements(filter: StatementFilter, orderBy: StatementOrder, first: Int): StatementConnection!
  }
  input StatementFilter { about: [ID!] stance: [Stance!] }
  enum Stance { AFFIRMS DENIES UNCOMMITTED }
  enum StatementOrder { SAID SAID_DESC }
  type StatementConnection { nodes: [Statement!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Entity { id: ID! name: String! }
  type Actor {
    id: ID!
    name: String!
    statements(first: Int, orderBy: StatementOrder): StatementConnection!
  }
  type Claim { id: ID! slug: String! text: String! kind: String! standing: String! event: Entity }
  type Source { id: ID! title: String! publisher: Actor }
  type Statement {
    id: ID!
    text: String!
    saidAt: String
    act: String!
    stance: String
    certainty: String
    speaker: Actor!
    claim: Claim
    source: Source!
    about: [Entity!]!
  }
`

const keyOf = (id: string): number => Number(id.replace(/^\w+_/, ''))

function resolversOn({ db }: Connection) {
  const row = (sql: string) => {
    const statement = db.prepare(sql)
    return (id: Key) => (id == null ? null : (statement.get(id) as Row | undefined))
  }
  const entity = row('select * from entity where id = ?')
  const claim = row('select * from claim where id = ?')
  const source = row('select * from source where id = ?')
  const about = db.prepare(
    `select e.* from statement_about a join entity e on e.id = a.entity_id where a.statement_id = ?`,
  )
  const spoken = db.prepare(
    `select * from statement where speaker_id = ? and review = 'ACCEPTED' order by said_order desc, id desc limit ?`,
  )
  const filtered = db.prepare(
    `select s.* from statement_about a cross join statement s where s.id = a.statement_id
      and a.entity_id = ? and a.review = 'ACCEPTED' and s.stance = ?
      order by a.said_order desc, a.statement_id desc limit ?`,
  )
  return {
    Query: {
      actor: (_: unknown, { id }: { id: string }) => entity(keyOf(id)),
      claim: (_: unknown, { id }: { id: string }) => claim(keyOf(id)),
      statements: (_: unknown, { filter, first }: { filter: Filter; first: number }) =>
        page(filtered.all(keyOf(filter.about[0] as string), filter.stance[0], first + 1) as Row[], first),
    },
    Entity: { id: (it: Row) => `${String(it.kind).toLowerCase()}_${it.id}` },
    Actor: {
      id: ({ id }: Row) => `actor_${id}`,
      statements: ({ id }: Row, { first }: { first: number }) =>
        page(spoken.all(id, first + 1) as Row[], first),
    },
    Claim: { id: ({ id }: Row) => `claim_${id}`, event: (it: Row) => entity(it.event_id) },
    Source: { id: ({ id }: Row) => `source_${id}`, publisher: (it: Row) => entity(it.publisher_id) },
    Statement: {
      id: ({ id }: Row) => `statement_${id}`,
      saidAt: (it: Row) => it.said_edtf,
      speaker: (it: Row) => entity(it.speaker_id),
      claim: (it: Row) => claim(it.claim_id),
      source: (it: Row) => source(it.source_id),
      about: ({ id }: Row) => about.all(id),
    },
  }
}

interface Filter {
  readonly about: readonly string[]
  readonly stance: readonly string[]
}

const page = (rows: readonly Row[], first: number) => ({
  nodes: rows.slice(0, first),
  pageInfo: { hasNextPage: rows.length > first },
})
