import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll } from 'vitest'
import type { Context } from '../../src/api/kit/builder.ts'
import { requireRole } from '../../src/api/kit/role.ts'
import { LocalDesk } from '../../src/edits/perform.ts'
import { performSession } from '../../src/model/users/session-request.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import type { AccessOptions } from '../../src/server/access.ts'
import type { AppOptions } from '../../src/server/app.ts'
import type { UserRole } from '../../src/values/vocabulary.ts'
import { openGraph, openWriter } from '../engine.ts'
import { writeGraph } from '../made-graph.ts'
import { emptyFolder, startServer } from './fixture.ts'

/** A schema that says who asks, and writes for whoever may. */
const schema = buildSchema(`
  type Query { hello: String! me: String }
  type Mutation { write: String! govern: String! }
`)
const resolvers: Record<
  string,
  Record<string, (root: unknown, args: unknown, context: Context) => string | null>
> = {
  Query: {
    hello: () => 'Hello',
    me: (_, __, { user }) => (user ? `${user.name} ${user.role} ${user.id}` : null),
  },
  Mutation: {
    write: (_, __, context) => requireRole(context, 'EDITOR').name,
    govern: (_, __, context) => requireRole(context, 'ADMIN').name,
  },
}
for (const [type, fields] of Object.entries(resolvers))
  for (const [name, resolve] of Object.entries(fields)) {
    const known = schema.getType(type)
    const field = known && 'getFields' in known ? known.getFields()[name] : undefined
    if (field && 'resolve' in field) field.resolve = resolve
  }

export interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders | readonly string[]
  readonly body?: string
}

export interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** A server with users, whoever may do what, over a graph with these dossiers. */
export async function serverWithUsers(
  access: AccessOptions = {},
  options: Partial<AppOptions> = {},
  dossiers: readonly string[] = [],
) {
  const path = join(emptyFolder(), 'graph.db')
  writeGraph(path, dossiers)
  const writer = openWriter(path)
  afterAll(() => writer.close())
  const users = new UserWriter(writer)
  const statements: string[] = []
  const graph = openGraph(path)
  graph.engine.onStatement = (sql) => statements.push(sql)
  const server = await startServer({
    schema,
    graph,
    desk: new LocalDesk(writer),
    access: { writeUsers: async (request) => performSession(users, request), ...access },
    ...options,
  })
  const { url } = server

  /** Sends just what is said: fetch would add to it, and refuse some of it. */
  const send = ({ method = 'GET', path: at = '/', headers = {}, body }: Sent): Promise<Got> =>
    new Promise((resolve, reject) => {
      const asked = request(url + at, { method, headers, agent: false }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      asked.on('error', reject).end(body)
    })

  /** Asks GraphQL by POST. */
  const ask = async (
    query: string,
    headers: OutgoingHttpHeaders = {},
    variables: Record<string, unknown> = {},
  ) => {
    const type = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
    const got = await send({
      method: 'POST',
      path: '/graphql',
      headers: { ...type, ...headers },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = JSON.parse(got.text)
    return { ...got, data, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message }
  }

  const userOf = (role: UserRole, name: string = role.toLowerCase()) => users.put(name, role).user
  const tokenOf = (role: UserRole, expiresAt?: number) =>
    users.issue({ userId: userOf(role).id, kind: 'API', expiresAt }).token
  const bearer = (role: UserRole) => ({ authorization: `Bearer ${tokenOf(role)}` })

  const form = (fields: Record<string, string>, headers: OutgoingHttpHeaders = {}, at = '/sign-in') =>
    send({
      method: 'POST',
      path: at,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  /** The cookie of a new session, as a browser sends it back. */
  const sessionOf = async (role: UserRole) => {
    const { headers } = await form({ token: tokenOf(role) })
    return cookieIn(headers)
  }
  return { ...server, path, writer, users, statements, send, ask, form, userOf, tokenOf, bearer, sessionOf }
}

export const cookieIn = (headers: IncomingHttpHeaders): string =>
  headers['set-cookie']?.[0]?.split(';')[0] ?? ''
