import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Encoding, encodingFor } from './compression.ts'
import { answerHash } from './etag.ts'
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
  '.ttf': 'font/ttf',
}

export interface Sent {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** The files of one folder that a build has made, read once. */
export class StaticFiles {
  readonly #files = new Map<string, File>()

  private constructor(folder: string) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const name of names) {
      const type = types[extname(name)]
      if (type) this.#files.set(`/${name.replaceAll('\\', '/')}`, readFile(`${folder}/${name}`, type))
    }
  }

  /** Null where there is no page in the folder: it has not been built. */
  static open(folder: URL): StaticFiles | null {
    const path = fileURLToPath(folder).replace(/[\\/]$/, '')
    return existsSync(`${path}/index.html`) ? new StaticFiles(path) : null
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  text(path: string): string {
    return this.#file(path).body.toString()
  }

  /** Sends a file that is there. */
  serve(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
    { status = 200, headers }: Sent = {},
  ): void {
    const file = this.#file(path)
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
        ...headers,
      },
    })
  }

  #file(path: string): File {
    const file = this.#files.get(path)
    if (!file) throw new Error(`There is no ${path}.`)
    return file
  }
}

function readFile(path: string, type: string): File {
  const body = readFileSync(path)
  const part = (end: string) => (existsSync(path + end) ? readFileSync(path + end) : undefined)
  const [br, gzip] = [part('.br'), part('.gz')]
  return {
    type,
    body,
    hash: answerHash(body),
    encoded: { ...(br && { br }), ...(gzip && { gzip }) },
    isImmutable: /[\\/]assets[\\/]/.test(path),
  }
}
