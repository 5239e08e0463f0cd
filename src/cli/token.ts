import type { TokenRecord } from '../model/users/store.ts'
import { isToken, tokenHash } from '../model/users/token.ts'
import type { UserWriter } from '../model/users/write.ts'
import { atOnce } from '../sql/engine.ts'
import { UserError } from '../values/errors.ts'
import { formatDay, formatExpiry } from './expiry.ts'
import type { Out } from './out.ts'
import { type InGraph, requireUser, withKnownUsers, withUsersToRead } from './user.ts'

/** `hearsay token create NAME`: prints the token alone on standard output, and what is worth knowing beside it. */
export function createToken(
  name: string,
  { db, expires, note }: InGraph & { readonly expires?: number; readonly note?: string },
  out: Out,
): void {
  const { user, issued } = withKnownUsers(db, out, (users) => {
    const found = requireUser(users.store, name)
    return { user: found, issued: users.issue({ userId: found.id, kind: 'API', expiresAt: expires, note }) }
  })
  out.info(issued.token)
  out.error(
    `A token of ${user.name} (${user.role}) until ${formatExpiry(issued.expiresAt)}. It is not shown again: only its hash is kept.`,
  )
}

const kinds = { API: 'token', SESSION: 'session', SIGN_IN: 'sign-in link' } as const

/** `hearsay token list [NAME]` */
export function listTokens(name: string | undefined, { db }: InGraph, out: Out): void {
  const tokens = withUsersToRead(db, out, (users) => {
    const all = atOnce(users.tokens())
    const user = name === undefined ? null : requireUser(users, name)
    return user ? all.filter(({ userId }) => userId === user.id) : all
  })
  for (const token of tokens) out.info(tokenLine(token))
  if (tokens.length === 0) out.error('There are no tokens. hearsay token create NAME makes one.')
}

function tokenLine({ tokenId, kind, name, role, createdAt, expiresAt, usedAt, note }: TokenRecord): string {
  const end = expiresAt <= Date.now() ? 'expired' : 'until'
  return [
    `${tokenId}  ${kinds[kind]} of ${name} (${role}), made ${formatDay(createdAt)}, ${end} ${formatExpiry(expiresAt)}`,
    ...(usedAt === null ? [] : [`used ${formatExpiry(usedAt)}`]),
    ...(note === null ? [] : [note]),
  ].join(', ')
}

/** `hearsay token revoke TOKEN`: by its number in the list, or by itself where somebody has found it. */
export function revokeToken(named: string, { db }: InGraph, out: Out): void {
  const token = withKnownUsers(db, out, (users) => {
    const found = findToken(users, named)
    if (!found) throw new UserError(`There is no such token. hearsay token list shows all that there are.`)
    users.revoke(found.tokenId)
    return found
  })
  out.info(`The ${kinds[token.kind]} ${token.tokenId} of ${token.name} opens nothing any more.`)
}

const findToken = ({ store }: UserWriter, named: string): TokenRecord | undefined =>
  isToken(named)
    ? atOnce(store.token(tokenHash(named)))
    : atOnce(store.tokens()).find(({ tokenId }) => String(tokenId) === named)
