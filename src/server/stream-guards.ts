import { GraphQLError } from 'graphql'
import { unauthenticated } from '../api/kit/role.ts'
import { hasRole } from '../model/users/asker.ts'
import type { TokenRecord, UserStore } from '../model/users/store.ts'
import { tokenHash } from '../model/users/token.ts'
import { atOnce, type Engine } from '../sql/engine.ts'

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
    this.#timer ??= setInterval(() => this.#look(), BETWEEN_LOOKS).unref()
    return () => {
      this.#streams.delete(stream)
      if (this.#streams.size > 0) return
      clearInterval(this.#timer)
      this.#timer = undefined
    }
  }

  #look(): void {
    const reasons = this.#reasons()
    for (const [{ end }, reason] of reasons) end(reason)
  }

  /** The streams that end now. A file that cannot be read says nothing of anybody: it is read at the next look. */
  #reasons(): (readonly [GuardedStream, GraphQLError])[] {
    try {
      const state = atOnce(this.#engine.state())
      const isWritten = state !== this.#state
      const found = [...this.#streams].flatMap((stream) => {
        const reason = expiry(stream.opened) ?? (isWritten ? this.#refusal(stream.opened) : null)
        return reason ? [[stream, reason] as const] : []
      })
      this.#state = state
      return found
    } catch {
      return []
    }
  }

  #refusal({ hash, role }: GuardedStream['opened']): GraphQLError | null {
    const found = atOnce(this.#users.token(hash))
    if (!found) return unauthenticated('The token or session that opened this stream was revoked.')
    if (hasRole(found, role)) return null
    return new GraphQLError(
      `${found.name} had the role ${role} when this stream was opened, and has the role ${found.role} now. Ask again.`,
      { extensions: { code: 'FORBIDDEN' } },
    )
  }
}

const expiry = ({ expiresAt }: GuardedStream['opened']): GraphQLError | null =>
  expiresAt > Date.now()
    ? null
    : unauthenticated(
        `The token or session that opened this stream was good until ${new Date(expiresAt).toISOString()}.`,
      )
