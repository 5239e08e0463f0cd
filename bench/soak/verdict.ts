import { createHash } from 'node:crypto'
import type { Asked } from './asked.ts'

/** What a client can mend, by the API's own description of its errors. */
const refusals = new Set([
  'BAD_REQUEST',
  'BUSY',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'DEPTH_LIMIT',
  'ALIAS_LIMIT',
  'TOKEN_LIMIT',
  'COST_LIMIT',
  'MORE_ERRORS',
  'OPERATION_RESOLUTION_FAILURE',
  'PAYLOAD_TOO_LARGE',
  'TIMEOUT',
])

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

export interface Told {
  readonly status: number
  readonly text: string
}

/** In a word, what an answer is: `data`, or the codes of its errors. */
export function kindOf({ text }: Told): string {
  const { errors = [] } = JSON.parse(text) as Answer
  return errors.length === 0
    ? 'data'
    : [...new Set(errors.map(({ extensions }) => extensions?.code ?? 'none'))].join()
}

/** Judges answers: each is right or a clear refusal, and what is asked again is answered as before. */
export class Judge {
  readonly #known = new Map<string, string>()

  /** What is wrong with an answer; null where nothing is. */
  fault(asked: Asked, told: Told): string | null {
    if (told.status >= 500 && told.status !== 503)
      return `${asked.name}: status ${told.status}, ${told.text.slice(0, 200)}`
    const kind = kindOf(told)
    if (kind !== 'data' && !kind.split(',').every((code) => refusals.has(code)))
      return `${asked.name}: ${told.text.slice(0, 400)}`
    // Whether there was time is a matter of the moment.
    if (kind.includes('TIMEOUT') || kind === 'BUSY') return null
    const key = hashOf(JSON.stringify(asked))
    const hash = hashOf(told.text)
    const before = this.#known.get(key)
    if (this.#known.size < 5_000) this.#known.set(key, hash)
    return before && before !== hash ? `${asked.name}: another answer than before` : null
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
