import { GraphQLError } from 'graphql'
import { unauthenticated } from '../api/kit/role.ts'
import { hasRole } from '../model/users/asker.ts'
import type { TokenRecord, UserStore } from '../model/users/store.ts'
import { tokenHash } from '../model/users/token.ts'
import { type Answer, type Engine, mapAnswer } from '../sql/engine.ts'

/** The token by which a request was let in, a session's too, as it was then. */
export interface UsedToken extends Pick<TokenRecord, 'expiresAt' | 'role'> {
  readonly token: string
}

interface GuardedStream {
  readonly opened: Omit<UsedToken, 'token'> & { readonly hash: string }
  readonly end: (reason: GraphQLError) => void
}

/** Milliseconds between two looks at whether those who listen still may. */
const BETWEEN_LOOKS = 500

/**
 * Ends streams whose token has expired or was revoked, and those of users who were removed or have a lower role now. A
 * request is let in once, and a stream would go on for days. There is one look-out for all, while there are any; tokens are
 * read again only where something was written.
 */
export class StreamGuards {
  readonly #users: UserStore
  readonly #engine: Engine
  readonly #streams = new Set<GuardedStream>()
  #timer: NodeJS.Timeout | undefined
  #isLooking = false
  /** The state of the graph when the tokens were read last. */
  #state = ''

  constructor(users: UserStore, engine: Engine) {
    this.#users = users
    this.#engine = engine
  }

  /** @returns What ends the watch. */
  watch({ token, ...opened }: UsedToken, end: GuardedStream['end']): () => void {
    const stream = { opened: { ...opened, hash: tokenHash(token) }, end }
    this.#streams.add(stream)
    // The token may have ended between the look at the request and now.
    this.#state = ''
    this.#timer ??= setInterval(() => void this.#look(), BETWEEN_LOOKS).unref()
    return () => {
      this.#streams.delete(stream)
      if (this.#streams.size > 0) return
      clearInterval(this.#timer)
      this.#timer = undefined
    }
  }

  /** Ends the streams that end now. A graph that cannot be read says nothing of anybody: it is read at the next look. */
  async #look(): Promise<void> {
    for (const { opened, end } of this.#streams) {
      const reason = expiry(opened)
      if (reason) end(reason)
    }
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      const state = await this.#engine.state()
      if (state === this.#state) return
      this.#state = state
      for (const { opened, end } of this.#streams) {
        const reason = await this.#refusal(opened)
        if (reason) end(reason)
      }
    } catch {
      this.#state = ''
    } finally {
      this.#isLooking = false
    }
  }

  #refusal({ hash, role }: GuardedStream['opened']): Answer<GraphQLError | null> {
    return mapAnswer(this.#users.token(hash), (found) => {
      if (!found) return unauthenticated('The token or session that opened this stream was revoked.')
      if (hasRole(found, role)) return null
      return new GraphQLError(
        `${found.name} had the role ${role} when this stream was opened, and has the role ${found.role} now. Ask again.`,
        { extensions: { code: 'FORBIDDEN' } },
      )
    })
  }
}

const expiry = ({ expiresAt }: GuardedStream['opened']): GraphQLError | null =>
  expiresAt > Date.now()
    ? null
    : unauthenticated(
        `The token or session that opened this stream was good until ${new Date(expiresAt).toISOString()}.`,
      )
