import type { IncomingMessage, RequestListener } from 'node:http'
import type { Database } from 'better-sqlite3'
import { openReadConnection } from '../../src/sql/sqlite/connection.ts'
import {
  actorWithStatements,
  contested,
  filteredPage,
  oneNode,
  positions,
  search,
  talliesOfEvent,
} from './limit-sql.ts'
import { keyOf, matchOf } from './reading.ts'

/**
 * As fast as it gets on Node and SQLite: no GraphQL, one statement a request, and the answer is SQLite's own text. A way
 * between two is none of it: it takes a statement for each step.
 */
export function limit(path: string): RequestListener {
  const { db } = openReadConnection(path)
  const answers: Record<string, Answer> = {
    Q1: answerOf(db, 'actor', actorWithStatements, byId),
    Q2: answerOf(db, 'statements', filteredPage, ({ about }) => ({ key: keyOf(about ?? '') })),
    Q3: answerOf(db, 'claim', oneNode, byId),
    Search: answerOf(db, 'search', search, ({ text }) => ({ match: matchOf(text ?? ''), limit: 20 })),
    Contested: answerOf(db, 'event', contested, byId),
    Positions: answerOf(db, 'actor', positions, byId),
    Matrix: answerOf(db, 'matrix', talliesOfEvent, (asked) => ({ ...byId(asked), limit: 100 })),
  }
  return async (request, response) => {
    const { operationName, variables } = JSON.parse(await bodyOf(request)) as Asked
    const body = answers[operationName]?.(variables) ?? '{}'
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  }
}

type Variables = Readonly<Record<string, string>>
type Answer = (variables: Variables) => string
interface Asked {
  readonly operationName: string
  readonly variables: Variables
}

const byId = ({ id }: Variables) => ({ key: keyOf(id ?? '') })

function answerOf(
  db: Database,
  field: string,
  sql: string,
  values: (variables: Variables) => object,
): Answer {
  const statement = db.prepare(sql).pluck()
  return (variables) => `{"data":{"${field}":${statement.get(values(variables)) ?? 'null'}}}`
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => resolve(body))
    request.on('error', reject)
  })
}
