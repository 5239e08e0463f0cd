import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Logger } from 'pino'
import { tables } from '../formats/out/tables/tables.ts'
import { errorCode, UserError } from '../values/errors.ts'
import { takesGzip } from './compression.ts'
import { allExportFormats, type ExportPlan, exportPlan } from './exporting/export-plan.ts'
import type { Exports } from './exporting/exports.ts'
import { type Pace, usualPace, watchPace } from './exporting/reader-pace.ts'
import { replyJson, replyText } from './reply.ts'

/** The first part of the addresses of exports. */
const PREFIX = '/export/'
/** Each export has a thread, and holds a state of the graph: so many are written at a time. */
const MOST = 2
const RETRY_AFTER = '5'

/** Answers `GET /export/statements.csv?stance=DENIES`, and `/export` with what there is. */
export class ExportHandler {
  readonly #exports: Exports
  readonly #baseUrlOf: (request: IncomingMessage) => string
  readonly #log: Logger
  readonly #pace: Pace
  #open = 0

  constructor(
    exports: Exports,
    baseUrlOf: (request: IncomingMessage) => string,
    log: Logger,
    pace: Pace = usualPace,
  ) {
    this.#exports = exports
    this.#baseUrlOf = baseUrlOf
    this.#log = log
    this.#pace = pace
  }

  static answers(path: string): boolean {
    return path === '/export' || path.startsWith(PREFIX)
  }

  async handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === '/export' || path === PREFIX) return replyJson(request, response, 200, contents)
    const { name, filter, plan } = planned(path, request) ?? {}
    if (!plan || name === undefined) return replyText(request, response, 404, NOT_FOUND)
    if (plan instanceof UserError) return replyText(request, response, 400, plan.message)
    const headers = headersOf(name, plan)
    if (request.method === 'HEAD') {
      response.writeHead(200, headers).end()
      return
    }
    if (Math.max(this.#open, this.#exports.busy) >= MOST) {
      response.setHeader('retry-after', RETRY_AFTER)
      return replyText(request, response, 503, 'Two exports are being written. Try again in a while.')
    }
    this.#open++
    const endWatch = watchPace(response, this.#pace, () =>
      this.#log.warn({ path }, 'An export was broken off: its reader took less than 1 KiB a second'),
    )
    try {
      const asked = { name, filter }
      const stream = this.#exports.open(asked, { baseUrl: this.#baseUrlOf(request), at: new Date() })
      await send(stream, headers, request, response)
    } finally {
      endWatch()
      this.#open--
    }
  }
}

const NOT_FOUND = 'There is nothing of that name to take out. /export has a list of what there is.'

/** What can be taken out, by the last part of its address. */
const contents = {
  formats: allExportFormats.map(({ name, title, description, endings, isBundle }) => ({
    address: `${PREFIX}graph.${isBundle ? `${name}.zip` : endings[0]}`,
    format: name,
    title,
    description,
  })),
  tables: tables.map(({ name, meaning, columns }) => ({
    address: `${PREFIX}${name}.csv`,
    meaning,
    columns: columns.map((column) => column.name),
  })),
}

interface Planned {
  readonly name: string
  readonly filter: string
  readonly plan: ExportPlan | UserError
}

function planned(path: string, request: IncomingMessage): Planned | null {
  const name = decoded(path.slice(PREFIX.length))
  if (name === null || !/^[\w.-]+$/.test(name)) return null
  const { url = '' } = request
  const filter = url.includes('?') ? url.slice(url.indexOf('?') + 1) : ''
  try {
    return { name, filter, plan: exportPlan({ name, filter }) }
  } catch (error) {
    if (error instanceof UserError) return { name, filter, plan: error }
    throw error
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const headersOf = (name: string, { format }: ExportPlan) => ({
  'content-type': format.isBundle ? 'application/zip' : format.mediaType,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
})

async function send(
  stream: Readable,
  headers: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // What is wrong with the filter is known before anything is sent.
    await once(stream, 'readable')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return replyText(request, response, 400, error.message)
  }
  const isPacked =
    headers['content-type'] !== 'application/zip' && takesGzip(request.headers['accept-encoding'])
  response.setHeader('vary', [response.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '))
  response.writeHead(200, { ...headers, ...(isPacked && { 'content-encoding': 'gzip' }) })
  try {
    await (isPacked ? pipeline(stream, createGzip({ level: 4 }), response) : pipeline(stream, response))
  } catch (error) {
    // Whoever hangs up, or takes nothing for a while, has had enough; a file that breaks off is told by its connection.
    if (errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') response.destroy()
  }
}
