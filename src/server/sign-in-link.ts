import { userInfo } from 'node:os'
import { userNameProblem } from '../model/users/name.ts'
import { hashOf, makeToken } from '../model/users/token.ts'
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
  readonly #hash = hashOf(this.token)
  #isUsed = false

  isOf(token: string): boolean {
    return hashOf(token) === this.#hash
  }

  get isOld(): boolean {
    return Date.now() >= this.expiresAt
  }

  /** Opens a session for whoever is called as the person at the machine is, an ADMIN where there is nobody yet. */
  openSession(users: UserWriter, replaces?: number): OpenedSession | null {
    if (this.#isUsed) return null
    const called = nameOfPerson()
    const known = users.find(called)
    const { id, name } = known?.removedAt === null ? known : users.put(called, 'ADMIN').user
    const session = users.issue({ userId: id, kind: 'SESSION', replaces })
    this.#isUsed = true
    return { ...session, name }
  }
}

export interface OpenedSession extends IssuedToken {
  /** Whose it is. */
  readonly name: string
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
