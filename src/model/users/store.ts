import { build, slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { UserRole } from '../../values/vocabulary.ts'
import { comparedUserName } from './name.ts'
import type { UserTokenKind } from './token.ts'

export interface UserRecord {
  readonly id: number
  readonly name: string
  readonly role: UserRole
  /** In milliseconds since 1970, as all times here. */
  readonly createdAt: number
  /** Since when the user may do nothing any more; what they did stays theirs. */
  readonly removedAt: number | null
}

/** What is kept of a token, and of the user whom it is of. */
export interface TokenRecord {
  readonly tokenId: number
  readonly kind: UserTokenKind
  /** What the token is for, in its maker's words. */
  readonly note: string | null
  readonly createdAt: number
  readonly expiresAt: number
  /** When a sign-in link was used. */
  readonly usedAt: number | null
  readonly userId: number
  readonly name: string
  readonly role: UserRole
}

const users = build
  .selectFrom('user')
  .select(['id', 'name', 'role', 'created_at as createdAt', 'removed_at as removedAt'])

const tokens = build
  .selectFrom('token')
  .innerJoin('user', 'user.id', 'token.user_id')
  .where('user.removed_at', 'is', null)
  .select(['token.id as tokenId', 'token.kind', 'token.note', 'token.created_at as createdAt'])
  .select(['token.expires_at as expiresAt', 'token.used_at as usedAt'])
  .select(['user.id as userId', 'user.name', 'user.role'])

/** Who may ask for what, and by which tokens they are known. */
export class UserStore {
  readonly #engine: Engine
  readonly #all: Prepared<UserRecord>
  readonly #byIds: Prepared<UserRecord>
  readonly #tokens: Prepared<TokenRecord>
  readonly #byHash: Prepared<TokenRecord>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#all = engine.prepare(users.orderBy('name'))
    this.#byIds = engine.prepare(users.where('id', 'in', listed('ids')))
    this.#tokens = engine.prepare(tokens.orderBy('token.id'))
    this.#byHash = engine.prepare(tokens.where('token.hash', '=', slot<string>('hash')))
  }

  /** By name; those who were removed are among them. */
  all(): Answer<UserRecord[]> {
    return this.#all.all()
  }

  /** The user of this name, removed or not; letters count alike whether they are large or small. */
  named(name: string): Answer<UserRecord | undefined> {
    const wanted = comparedUserName(name)
    return mapAnswer(this.all(), (users) => users.find((user) => comparedUserName(user.name) === wanted))
  }

  byIds(ids: readonly number[]): Answer<UserRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  /** All tokens in the order in which they were made, expired ones too. */
  tokens(): Answer<TokenRecord[]> {
    return this.#tokens.all()
  }

  /** The token with this hash, expired or not. */
  token(hash: string): Answer<TokenRecord | undefined> {
    return this.#byHash.get({ hash })
  }

  /** The same as it is known wherever it is, so that whoever has signed in goes on reading while nothing can be written. */
  knownToken(hash: string): Answer<TokenRecord | undefined> {
    return this.#engine.orFromReplica(() => this.token(hash))
  }
}
