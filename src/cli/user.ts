import { type UserRecord, UserStore } from '../model/users/store.ts'
import { UserWriter } from '../model/users/write.ts'
import { atOnce } from '../sql/engine.ts'
import { UserError } from '../values/errors.ts'
import type { UserRole } from '../values/vocabulary.ts'
import { formatDay, formatExpiry } from './expiry.ts'
import { patient, requireGraph, withGraphFile } from './graph-file.ts'
import type { Out } from './out.ts'
import { withGraphToRead } from './read-graph.ts'

export interface InGraph {
  readonly db: string
}

/** `hearsay user add NAME`: a new user, another role for one who is there, or one who was removed again. */
export function addUser(name: string, { db, role }: InGraph & { readonly role: UserRole }, out: Out): void {
  const { user, before } = withUsers(db, out, (users) => users.put(name, role))
  if (!before) out.info(`${user.name} is added, as ${role}.`)
  else if (before.removedAt !== null) out.info(`${user.name} is back, as ${role}; older tokens stay revoked.`)
  else if (before.role === role) out.info(`${user.name} is ${role} already.`)
  else out.info(`${user.name} is ${role} now, and was ${before.role}.`)
}

/** `hearsay user list` */
export function listUsers({ db }: InGraph, out: Out): void {
  const users = withUsersToRead(db, out, (store) => atOnce(store.all()))
  const width = Math.max(...users.map(({ name }) => name.length))
  for (const { name, role, createdAt, removedAt } of users) {
    const end = removedAt === null ? '' : `, removed ${formatDay(removedAt)}`
    out.info(`${name.padEnd(width)}  ${role.padEnd(6)}  since ${formatDay(createdAt)}${end}`)
  }
  if (users.length === 0) out.error('There are no users. hearsay user add NAME makes one.')
}

/** `hearsay user remove NAME`: what they did stays theirs, and nothing that they hold opens anything from now on. */
export function removeUser(name: string, { db }: InGraph, out: Out): void {
  const user = withKnownUsers(db, out, (users) => {
    const found = requireUser(users.store, name)
    users.remove(found.id)
    return found
  })
  out.info(
    `${user.name} is removed: tokens and sessions have ended, and what ${user.name} did keeps the name.`,
  )
}

/** `hearsay user link NAME`: prints the link alone on standard output. */
export function linkUser(
  name: string,
  { db, baseUrl, expires }: InGraph & { readonly baseUrl: string; readonly expires?: number },
  out: Out,
): void {
  const { user, link } = withKnownUsers(db, out, (users) => {
    const found = requireUser(users.store, name)
    return { user: found, link: users.issue({ userId: found.id, kind: 'SIGN_IN', expiresAt: expires }) }
  })
  out.info(`${baseUrl}/sign-in?token=${link.token}`)
  out.error(`Signs ${user.name} in (${user.role}), once, until ${formatExpiry(link.expiresAt)}.`)
}

/** Works on the users of a graph, which is made where there is none. */
export const withUsers = <T>(db: string, out: Out, work: (users: UserWriter) => T): T =>
  withGraphFile(db, { patience: patient(db, out) }, (connection) => work(new UserWriter(connection)))

/** The same where there must be a graph: a file's name with a mistake in it makes no new one. */
export function withKnownUsers<T>(db: string, out: Out, work: (users: UserWriter) => T): T {
  requireGraph(db, missingFile(db))
  return withUsers(db, out, work)
}

/** Looks at the users of a graph that is there. */
export function withUsersToRead<T>(db: string, out: Out, work: (users: UserStore) => T): T {
  requireGraph(db, missingFile(db))
  return withGraphToRead(db, out, (connection) => work(new UserStore(connection)))
}

const missingFile = (db: string): string =>
  `${db} is not there. --db names the file of the graph; hearsay serve makes a new one.`

/** The user of a name, who has not been removed. */
export function requireUser(users: UserStore, name: string): UserRecord {
  const found = atOnce(users.named(name))
  if (found && found.removedAt === null) return found
  const names = atOnce(users.all()).flatMap((user) => (user.removedAt === null ? [user.name] : []))
  const state = found ? `${found.name} has been removed` : `There is no user ${name}`
  const others = names.length > 0 ? ` There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.` : ''
  throw new UserError(`${state}. hearsay user add ${JSON.stringify(name)} makes one.${others}`)
}
