import { userInfo } from 'node:os'
import { userNameProblem } from '../model/users/name.ts'
import type { WriteUsers } from '../model/users/session-request.ts'
import { makeToken, tokenHash } from '../model/users/token.ts'
import type { IssuedToken } from '../model/users/write.ts'

/** The milliseconds for which the link works that a starting server prints. */
const LINK_LIFETIME = 10 * 60_000

/**
 * The link by which whoever starts a server on a terminal signs in, once. It is kept in memory: a server that starts
 * writes nothing into the graph, and its user is made when the link is used.
 */
export class SignInLink {
  readonly token = makeToken()
  readonly expiresAt = Date.now() + LINK_LIFETIME
  /** How the person at the machine is called. */
  readonly userName = nameOfPerson()
  readonly #hash = tokenHash(this.token)
  #isUsed = false

  isOf(token: string): boolean {
    return tokenHash(token) === this.#hash
  }

  get isOld(): boolean {
    return Date.now() >= this.expiresAt
  }

  /** Opens a session for whoever is called as the person at the machine is, an ADMIN where there is nobody yet. */
  async openSession(write: WriteUsers, replaces?: number): Promise<IssuedToken | null> {
    if (this.#isUsed) return null
    // Whoever presses the button twice signs in once.
    this.#isUsed = true
    try {
      return await write({ kind: 'openAs', name: this.userName, replaces })
    } catch (error) {
      this.#isUsed = false
      throw error
    }
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
