import { userInfo } from 'node:os'
import { userNameProblem } from '../model/users/name.ts'
import { makeToken } from '../model/users/token.ts'
import type { IssuedToken, UserWriter } from '../model/users/write.ts'

/** The milliseconds for which the link works that a starting server prints. */
const LINK_LIFETIME = 10 * 60_000

/**
 * The link by which whoever starts a server on a terminal signs in, once. It is kept in memory: a server that starts
 * writes nothing into the graph, and its user is made when the link is used.
 */
export class SignInLink {
  readonly token = makeToken()
  readonly expiresAt = Date.now() + LINK_LIFETIME
  #isUsed = false

  isOf(token: string): boolean {
    return token === this.token
  }

  /** Why it opens nothing any more; null where it does. */
  get problem(): string | null {
    if (this.#isUsed) return 'This link has been used; it works once.'
    return Date.now() < this.expiresAt ? null : 'This link is too old.'
  }

  /** Opens a session for the user who is called as the person at the machine is: an ADMIN, where there is none yet. */
  openSession(users: UserWriter): IssuedToken & { readonly name: string } {
    const name = nameOfPerson()
    const known = users.find(name)
    const { id } = known?.removedAt === null ? known : users.put(name, 'ADMIN').user
    const session = users.issue({ userId: id, kind: 'SESSION' })
    this.#isUsed = true
    return { ...session, name: known?.name ?? name }
  }
}

function nameOfPerson(): string {
  try {
    const { username } = userInfo()
    return userNameProblem(username) === null ? username : 'admin'
  } catch {
    // In a container, a user may have a number and no name.
    return 'admin'
  }
}
