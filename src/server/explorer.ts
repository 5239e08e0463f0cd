import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Encoding, encodingFor } from './compression.ts'
import { hashOf } from './etag.ts'
import { replyStored } from './reply.ts'

interface File {
  readonly type: string
  readonly body: Buffer
  readonly hash: string
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>
  /** Its name holds a hash of what is in it, so it never changes. */
  readonly isImmutable: boolean
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
}

/** The addresses that the explorer gives a page; what is not among them is answered with 404, by the explorer too. */
const ROUTES =
  /^\/((actor|claim|event|place|source|statement)\/[^/]+|actors|assessments|claims|events|places|sources|matrix|timeline|graph|read|search)?$/

/** Scripts and styles come from here alone, and nothing is inline; pictures are drawn in the page before they are saved. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** The explorer's files, read once: all of them together are less than 1 MB. */
export class Explorer {
  readonly #files = new Map<string, File>()
  readonly #page: File

  private constructor(folder: string) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const name of names) {
      const type = types[extname(name)]
      if (type) this.#files.set(`/${name.replaceAll('\\', '/')}`, readFile(`${folder}/${name}`, type))
    }
    this.#page = this.#files.get('/index.html') as File
    this.#files.delete('/index.html')
  }

  /** Null where it has not been built. */
  static open(folder: URL): Explorer | null {
    const path = fileURLToPath(folder).replace(/[\\/]$/, '')
    return existsSync(`${path}/index.html`) ? new Explorer(path) : null
  }

  /**
   * Answers if the path is one of the explorer's, or if a browser wants to see a page of which nothing is known.
   *
   * @param isMissing Whether the path is of a node that is not in the graph: the page is the same, and says so.
   */
  serve(path: string, isMissing: boolean, request: IncomingMessage, response: ServerResponse): boolean {
    const file = this.#files.get(path)
    if (file) send(file, 200, request, response)
    else if (ROUTES.test(path)) send(this.#page, isMissing ? 404 : 200, request, response)
    else if (request.headers.accept?.includes('text/html')) send(this.#page, 404, request, response)
    else return false
    return true
  }
}

function readFile(path: string, type: string): File {
  const body = readFileSync(path)
  const part = (end: string) => (existsSync(path + end) ? readFileSync(path + end) : undefined)
  const [br, gzip] = [part('.br'), part('.gz')]
  return {
    type,
    body,
    hash: hashOf(body),
    encoded: { ...(br && { br }), ...(gzip && { gzip }) },
    isImmutable: /[\\/]assets[\\/]/.test(path),
  }
}

function send(file: File, status: number, request: IncomingMessage, response: ServerResponse): void {
  const wanted = encodingFor(request.headers['accept-encoding'])
  const body = wanted && file.encoded[wanted]
  replyStored(request, response, {
    status,
    type: file.type,
    body: body ?? file.body,
    hash: file.hash,
    encoding: body ? wanted : null,
    headers: {
      vary: 'accept-encoding',
      ...(file.isImmutable && { 'cache-control': 'public, max-age=31536000, immutable' }),
      ...(file.type.startsWith('text/html') && PAGE_HEADERS),
    },
  })
}
