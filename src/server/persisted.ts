import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import { isObjectLike } from '../values/is-object-like.ts'
import { Lru } from '../values/lru.ts'
import { badRequest } from './body.ts'

/** The bytes of queries that are kept; beyond them, those go that were asked longest ago. */
const KEPT_BYTES = 4 * 1024 * 1024

/** What a client sends, as far as it may name a query. */
interface NamingParams {
  readonly query?: unknown
  readonly extensions?: unknown
}

/**
 * Queries that clients name by their SHA-256 instead of sending them, as Apollo and urql do (“automatic persisted
 * queries”): what is not known is asked for once, and kept for as long as there is room. Only what was answered is kept.
 */
export class PersistedQueries {
  readonly #texts: Lru<string, string>

  constructor(bytes = KEPT_BYTES) {
    this.#texts = new Lru(bytes, undefined, (text) => Buffer.byteLength(text))
  }

  /** The parameters with the query that they name, if they name one. */
  resolved<Params extends NamingParams>(params: Params): Params & NamingParams {
    const hash = hashIn(params)
    if (!hash) return params
    if (params.query) {
      checkHash(params.query, hash)
      return params
    }
    const query = this.#texts.get(hash)
    if (query === undefined) throw notFound()
    return { ...params, query }
  }

  /** Remembers a query that was answered, if it came with its hash. */
  keep(params: GraphQLParams | undefined): void {
    const hash = params?.query && hashIn(params)
    if (hash && params.query && this.#texts.get(hash) === undefined) this.#texts.set(hash, params.query)
  }
}

/** Null where a query is not named at all. */
function hashIn({ extensions }: NamingParams): string | null {
  const named = isObjectLike(extensions) ? extensions.persistedQuery : undefined
  if (named === undefined || named === null) return null
  const { version, sha256Hash } = isObjectLike(named) ? named : {}
  if (version !== 1) throw notSupported()
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/i.test(sha256Hash))
    throw badRequest('extensions.persistedQuery.sha256Hash must be a SHA-256: 64 hexadecimal digits.')
  return sha256Hash.toLowerCase()
}

function checkHash(query: unknown, hash: string): void {
  // What is no text is refused further on.
  if (typeof query !== 'string') return
  const actual = createHash('sha256').update(query).digest('hex')
  if (actual !== hash)
    throw new GraphQLError(`The query’s SHA-256 is ${actual}, and not the sha256Hash that came with it.`, {
      extensions: { code: 'PERSISTED_QUERY_MISMATCH', http: { status: 400 } },
    })
}

/** Clients know these two by their messages: on the first they send the query too, after the second they always will. */
const notFound = (): GraphQLError => failure('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 404)
const notSupported = (): GraphQLError =>
  failure('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED', 400)

const failure = (message: string, code: string, status: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { spec: true, status } } })
