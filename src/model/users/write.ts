import { build, slot } from '../../sql/build.ts'
import {
  atOnce,
  type ImmediateCommand,
  type ImmediateEngine,
  type ImmediateInsertion,
} from '../../sql/engine.ts'
import { DAY } from '../../values/calendar.ts'
import { UserError } from '../../values/errors.ts'
import type { UserRole } from '../../values/vocabulary.ts'
import { userNameProblem } from './name.ts'
import { type UserRecord, UserStore } from './store.ts'
import { LIFETIMES, makeToken, tokenHash, type UserTokenKind } from './token.ts'

/** An expired token is kept for a while, so that whoever still sends it is told what is wrong with it. */
const EXPIRED_KEPT = 30 * DAY

export interface NewToken {
  readonly userId: number
  readonly kind: UserTokenKind
  readonly note?: string | undefined
  /** In milliseconds since 1970; what is usual for the kind where it is left out. */
  readonly expiresAt?: number | undefined
  /** The token by which a session was opened: it ends together with it. */
  readonly openedBy?: number | undefined
  /** The session in whose place it comes, which ends. */
  readonly replaces?: number | undefined
}

export interface IssuedToken {
  /** The token itself, which is kept nowhere. */
  readonly token: string
  readonly expiresAt: number
}

/** Writes users and their tokens. Each call is a transaction of its own, which an import does not hold up where it can be helped. */
export class UserWriter {
  readonly store: UserStore
  readonly #engine: ImmediateEngine
  readonly #add: ImmediateInsertion
  readonly #set: ImmediateCommand
  readonly #remove: ImmediateCommand
  readonly #addToken: ImmediateInsertion
  readonly #use: ImmediateCommand
  readonly #deleteToken: ImmediateCommand
  readonly #deleteTokensOf: ImmediateCommand
  readonly #deleteExpired: ImmediateCommand

  constructor(engine: ImmediateEngine) {
    this.store = new UserStore(engine)
    this.#engine = engine
    const id = slot<number>('id')
    const now = slot<number>('now')
    this.#add = engine.insertion(
      build
        .insertInto('user')
        .values({ name: slot<string>('name'), role: slot<UserRole>('role'), created_at: now }),
    )
    this.#set = engine.command(
      build
        .updateTable('user')
        .set({ role: slot<UserRole>('role'), removed_at: null })
        .where('id', '=', id),
    )
    this.#remove = engine.command(build.updateTable('user').set({ removed_at: now }).where('id', '=', id))
    this.#addToken = engine.insertion(
      build.insertInto('token').values({
        user_id: slot<number>('userId'),
        kind: slot<UserTokenKind>('kind'),
        hash: slot<string>('hash'),
        note: slot<string | null>('note'),
        created_at: now,
        expires_at: slot<number>('expiresAt'),
        opened_by: slot<number | null>('openedBy'),
      }),
    )
    this.#use = engine.command(
      build.updateTable('token').set({ used_at: now }).where('id', '=', id).where('used_at', 'is', null),
    )
    const deletion = build.deleteFrom('token')
    this.#deleteToken = engine.command(deletion.where('id', '=', id))
    this.#deleteTokensOf = engine.command(deletion.where('user_id', '=', id))
    this.#deleteExpired = engine.command(deletion.where('expires_at', '<', slot<number>('before')))
  }

  /** The user of this name, removed or not; letters count alike whether they are large or small. */
  find(name: string): UserRecord | undefined {
    return atOnce(this.store.named(name))
  }

  /** Adds a user, or gives one that is there this role; one who was removed is back, and has no tokens. */
  put(name: string, role: UserRole): { user: UserRecord; before: UserRecord | null } {
    return this.#engine.aside(() => {
      const before = this.find(name)
      if (before) {
        this.#set.run({ id: before.id, role })
        return { user: { ...before, role, removedAt: null }, before }
      }
      const problem = userNameProblem(name)
      if (problem) throw new UserError(problem)
      const createdAt = Date.now()
      const id = this.#add.run({ name, role, now: createdAt })
      return { user: { id, name, role, createdAt, removedAt: null }, before: null }
    })
  }

  /** What the user did stays theirs; their tokens and sessions end at once. */
  remove(id: number): void {
    this.#engine.aside(() => {
      this.#remove.run({ id, now: Date.now() })
      this.#deleteTokensOf.run({ id })
    })
  }

  issue(token: NewToken): IssuedToken {
    return this.#engine.aside(() => this.#issued(token))
  }

  /**
   * Opens a session by a token: by one of a client as often as it is sent, by that of a sign-in link once.
   *
   * @returns null where the token opens nothing, or the link has been used.
   */
  openSession(hash: string, replaces?: number): IssuedToken | null {
    return this.#engine.aside(() => {
      const now = Date.now()
      const token = atOnce(this.store.token(hash))
      if (!token || token.kind === 'SESSION' || token.expiresAt <= now) return null
      const { tokenId, userId } = token
      if (token.kind === 'SIGN_IN')
        return this.#use.run({ id: tokenId, now }).changes === 1
          ? this.#issued({ userId, kind: 'SESSION', replaces })
          : null
      const expiresAt = Math.min(token.expiresAt, now + LIFETIMES.SESSION)
      return this.#issued({ userId, kind: 'SESSION', expiresAt, openedBy: tokenId, replaces })
    })
  }

  /** Ends a token and the sessions that were opened by it. */
  revoke(tokenId: number): void {
    this.#engine.aside(() => this.#deleteToken.run({ id: tokenId }))
  }

  #issued({ userId, kind, note, expiresAt, openedBy, replaces }: NewToken): IssuedToken {
    const now = Date.now()
    this.#deleteExpired.run({ before: now - EXPIRED_KEPT })
    if (replaces !== undefined) this.#deleteToken.run({ id: replaces })
    const token = makeToken()
    const ends = expiresAt ?? now + LIFETIMES[kind]
    this.#addToken.run({
      userId,
      kind,
      hash: tokenHash(token),
      note: note ?? null,
      now,
      expiresAt: ends,
      openedBy: openedBy ?? null,
    })
    return { token, expiresAt: ends }
  }
}
