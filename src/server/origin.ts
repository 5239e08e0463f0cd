import { Lru } from '../values/lru.ts'
import { isLoopback } from './host.ts'

/**
 * The pages that may ask from an origin other than the server's own. An origin is a page's scheme, host and port, such as
 * https://app.example.org, and a browser names it with each such request.
 */
export class AllowedOrigins {
  readonly #allowed: ReadonlySet<string>
  readonly #allowsLoopback: boolean
  /** What was found of the last origins: browsers name the same few with each request. */
  readonly #readers = new Lru<string, string | null>(100, (origin) => origin.length < 200)

  /**
   * @param allowed Origins as `originOf` writes them, or `*` for every one.
   * @param allowsLoopback Whether pages that this machine serves to itself need not be among them.
   */
  constructor(allowed: readonly string[], allowsLoopback: boolean) {
    this.#allowed = new Set(allowed)
    this.#allowsLoopback = allowsLoopback
  }

  /** The origin that may read the answer, as the browser is told; `*` where all may, or null. */
  readerFor(origin: string | null | undefined): string | null {
    if (!origin) return null
    return this.#allowed.has('*') ? '*' : this.#readers.take(origin, (one) => this.#readerOf(one))
  }

  #readerOf(origin: string): string | null {
    const normal = originOf(origin)
    if (!normal) return null
    return this.#allowed.has(normal) || (this.#allowsLoopback && isOfLoopback(normal)) ? normal : null
  }
}

const FORM = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@\\]+$/i

/** An origin as browsers write it: in small letters, without the scheme's own port. Null where the text is none. */
export function originOf(text: string): string | null {
  if (!FORM.test(text) || !URL.canParse(text)) return null
  const { origin, protocol, host } = new URL(text)
  // Apps and extensions have schemes of their own, such as tauri://localhost, of which URL knows no origin.
  return origin === 'null' ? `${protocol}//${host.toLowerCase()}` : origin
}

/** Why a text cannot be allowed as an origin, and what would be right; null where it can. */
export function originProblem(text: string): string | null {
  if (text === 'null') return 'Files and sandboxed pages share the origin null: only * lets them in.'
  if (text.includes('*'))
    return 'Name each origin whole, such as https://app.example.org; * by itself stands for all.'
  if (originOf(text)) return null
  const isWhole = /^https?:|:\/\//i.test(text)
  const whole = isWhole ? text : `http://${text.replace(/^\/+/, '')}`
  const origin = URL.canParse(whole) ? originOf(new URL(whole).origin) : null
  if (!origin) return 'An origin is a scheme, a host and perhaps a port, such as http://localhost:5173.'
  if (!isWhole) return `Its scheme is missing: ${origin} or ${origin.replace('http:', 'https:')}.`
  return `An origin is a scheme, a host and perhaps a port, and nothing else: ${origin}.`
}

const isOfLoopback = (origin: string): boolean =>
  /^https?:/.test(origin) && isLoopback(new URL(origin).hostname)
