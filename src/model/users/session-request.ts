import type { IssuedToken, UserWriter } from './write.ts'

/** What a server writes of users, as plain data, so that it can be done in another thread. */
export type SessionRequest =
  /** Opens a session by a token or a link. */
  | { readonly kind: 'open'; readonly hash: string; readonly replaces?: number | undefined }
  /** Opens one for whoever is called so, an ADMIN where there is nobody of that name. */
  | { readonly kind: 'openAs'; readonly name: string; readonly replaces?: number | undefined }
  | { readonly kind: 'end'; readonly tokenId: number }

/**
 * Opens and ends sessions in the graph that is served; null where none is opened. While another program is writing, it is
 * tried again, and in the end fails with a UserError.
 */
export type WriteUsers = (request: SessionRequest) => Promise<IssuedToken | null>

/** The session that is opened; null where none is. */
export function performSession(users: UserWriter, request: SessionRequest): IssuedToken | null {
  switch (request.kind) {
    case 'open':
      return users.openSession(request.hash, request.replaces)
    case 'openAs': {
      const known = users.find(request.name)
      const { id } = known?.removedAt === null ? known : users.put(request.name, 'ADMIN').user
      return users.issue({ userId: id, kind: 'SESSION', replaces: request.replaces })
    }
    case 'end':
      users.revoke(request.tokenId)
      return null
  }
}
