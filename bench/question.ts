import type { Database } from 'better-sqlite3'

/** A document, and the variables that are asked for in turn: the same few pages would only measure the cache. */
export interface Question {
  readonly name: string
  readonly query: string
  readonly variables: readonly Readonly<Record<string, unknown>>[]
}

/** How many different answers each question has. */
export const DIFFERENT = 50

/** The three questions of the design's table. */
export const questions = (db: Database): Question[] => [
  { name: 'Q1', query: actorWithStatements, variables: busiest(db, 'SPEAKER', 'actor') },
  { name: 'Q2', query: filteredPage, variables: filters(db) },
  { name: 'Q3', query: oneNode, variables: someClaims(db) },
]

const actorWithStatements = /* GraphQL */ `query Q1($id: ID!) {
  actor(id: $id) {
    id name
    statements(first: 20, orderBy: SAID_DESC) {
      nodes {
        id text saidAt act stance
        claim { id text event { id name } }
        source { id title publisher { id name } }
        about { id name }
      }
    }
  }
}`

const filteredPage = /* GraphQL */ `query Q2($about: ID!) {
  statements(filter: { about: [$about], stance: [AFFIRMS] }, orderBy: SAID_DESC, first: 50) {
    nodes { id text saidAt act certainty speaker { id name } claim { id text } }
    pageInfo { hasNextPage }
  }
}`

const oneNode = /* GraphQL */ `query Q3($id: ID!) { claim(id: $id) { id slug text kind standing } }`

/** Of whom or of what most statements are, from the busiest on. */
export const busiest = (db: Database, facet: 'SPEAKER' | 'EVENT', type: string) =>
  idsOf(
    db,
    type,
    'select value from tally where facet = @facet order by statements desc limit @different',
    facet,
  )

const someClaims = (db: Database) =>
  idsOf(db, 'claim', 'select id from claim order by id * 7919 % 10007 limit @different')

const idsOf = (db: Database, type: string, sql: string, facet?: string) =>
  (db.prepare(sql).pluck().all({ facet, different: DIFFERENT }) as number[]).map((id) => ({
    id: `${type}_${id}`,
  }))

const filters = (db: Database) =>
  db
    .prepare(
      `select lower(kind) || '_' || id as about from tally join entity on id = value
        where facet = 'ABOUT' order by statements desc limit ?`,
    )
    .all(DIFFERENT) as { about: string }[]
