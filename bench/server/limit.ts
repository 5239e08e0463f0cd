import type { IncomingMessage, RequestListener } from 'node:http'
import type { Statement } from 'better-sqlite3'
import { type Connection, openReadConnection } from '../../src/sql/sqlite/connection.ts'

/** As fast as it gets on Node and SQLite: no GraphQL, one statement a request, and the answer is SQLite's own text. */
export function limit(path: string): RequestListener {
  const connection = openReadConnection(path)
  const answers: Record<string, Answer> = {
    Q1: answerOf(connection, 'actor', actorWithStatements),
    Q2: answerOf(connection, 'statements', filteredPage),
    Q3: answerOf(connection, 'claim', oneNode),
  }
  return async (request, response) => {
    const { operationName, variables } = JSON.parse(await bodyOf(request)) as Asked
    const body = answers[operationName]?.(keyOf(variables)) ?? '{}'
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  }
}

type Answer = (key: number) => string
interface Asked {
  readonly operationName: string
  readonly variables: Readonly<Record<string, string>>
}

const keyOf = (variables: Asked['variables']): number =>
  Number(Object.values(variables)[0]?.replace(/^\w+_/, ''))

function answerOf({ db }: Connection, field: string, sql: string): Answer {
  const statement: Statement = db.prepare(sql).pluck()
  return (key) => `{"data":{"${field}":${statement.get({ key }) ?? 'null'}}}`
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

const oneNode = /* sql */ `
select json_object('id', 'claim_' || id, 'slug', slug, 'text', text, 'kind', kind, 'standing', standing)
from claim where id = @key`

const filteredPage = /* sql */ `
with page as materialized (
  select s.* from statement_about a cross join statement s
  where s.id = a.statement_id and a.entity_id = @key and a.review = 'ACCEPTED' and s.stance = 'AFFIRMS'
  order by a.said_order desc, a.statement_id desc limit 51
)
select json_object(
  'nodes', (
    select json_group_array(json_object(
      'id', 'statement_' || s.id, 'text', s.text, 'saidAt', s.said_edtf, 'act', s.act, 'certainty', s.certainty,
      'speaker', json_object('id', 'actor_' || speaker.id, 'name', speaker.name),
      'claim', iif(claim.id is null, null, json_object('id', 'claim_' || claim.id, 'text', claim.text))))
    from (select * from page limit 50) s
    join entity speaker on speaker.id = s.speaker_id
    left join claim on claim.id = s.claim_id),
  'pageInfo', json_object('hasNextPage', json(iif((select count(*) from page) > 50, 'true', 'false'))))`

const actorWithStatements = /* sql */ `
select json_object('id', 'actor_' || e.id, 'name', e.name, 'statements', json_object('nodes', (
  select json_group_array(json_object(
    'id', 'statement_' || s.id, 'text', s.text, 'saidAt', s.said_edtf, 'act', s.act, 'stance', s.stance,
    'claim', iif(c.id is null, null, json_object('id', 'claim_' || c.id, 'text', c.text, 'event',
      iif(event.id is null, null, json_object('id', 'event_' || event.id, 'name', event.name)))),
    'source', json_object('id', 'source_' || so.id, 'title', so.title, 'publisher',
      iif(publisher.id is null, null, json_object('id', 'actor_' || publisher.id, 'name', publisher.name))),
    'about', (
      select json_group_array(json_object('id', lower(about.kind) || '_' || about.id, 'name', about.name))
      from statement_about a join entity about on about.id = a.entity_id where a.statement_id = s.id)))
  from (
    select * from statement where speaker_id = e.id and review = 'ACCEPTED'
    order by said_order desc, id desc limit 20
  ) s
  join source so on so.id = s.source_id
  left join entity publisher on publisher.id = so.publisher_id
  left join claim c on c.id = s.claim_id
  left join entity event on event.id = c.event_id)))
from entity e where e.id = @key and e.kind = 'ACTOR'`
