import { LARGEST_FILE } from '../reports/formats/bytes.ts'
import { isLoopback } from '../server/host.ts'
import { UnreadableError } from '../values/errors.ts'
import { MIB } from '../values/mib.ts'

/** The state of a feed as its server tells it, to ask next time only for what is new. */
export interface FeedState {
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}

export interface FetchedFeed extends FeedState {
  readonly text: string
}

export interface FetchOptions {
  /** Asks this machine alone. */
  readonly isOffline?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

const FETCH_SECONDS = 30
const MOST_REDIRECTS = 5

export const isFeedAddress = (target: string): boolean => /^https?:\/\//i.test(target)

/** A feed as its address gives it; null where it is as it was. No other host than that of the address is asked. */
export async function fetchFeed(
  address: string,
  { etag, lastModified }: FeedState,
  { isOffline, signal }: FetchOptions = {},
): Promise<FetchedFeed | null> {
  const timeout = AbortSignal.timeout(FETCH_SECONDS * 1000)
  const headers = {
    accept:
      'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
    'user-agent': 'Hearsay',
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
  let url = new URL(address)
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      requireAllowed(url, address, isOffline)
      const response = await fetch(url, {
        headers,
        redirect: 'manual',
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && response.status !== 304 && location) {
        await response.body?.cancel()
        url = new URL(location, url)
        continue
      }
      return await fetchedFeed(response)
    }
  } catch (error) {
    throw error instanceof UnreadableError || signal?.aborted ? error : new UnreadableError(fetchFault(error))
  }
  throw new UnreadableError(`leads on more than ${MOST_REDIRECTS} times.`)
}

function requireAllowed(url: URL, address: string, isOffline: boolean | undefined): void {
  const host = ({ hostname }: URL) => hostname.replace(/^www\./, '')
  if (!isFeedAddress(url.href) || host(url) !== host(new URL(address)))
    throw new UnreadableError(`leads to ${url.href}. Give that address, if you trust it.`)
  if (isOffline && !isLoopback(url.hostname))
    throw new UnreadableError('is not on this machine, and --offline asks no other.')
}

async function fetchedFeed(response: Response): Promise<FetchedFeed | null> {
  if (response.status === 304) return null
  if (!response.ok) {
    await response.body?.cancel()
    throw new UnreadableError(
      `was answered by ${response.status} ${response.statusText}`.trimEnd().concat('.'),
    )
  }
  const bytes = await bodyBytes(response)
  return {
    text: feedText(bytes, response.headers.get('content-type')),
    etag: response.headers.get('etag') ?? undefined,
    lastModified: response.headers.get('last-modified') ?? undefined,
  }
}

async function bodyBytes(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > LARGEST_FILE) throw new UnreadableError(`is larger than ${LARGEST_FILE / MIB} MiB.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The text of a feed, in the encoding that the server names, or the file itself, or else in UTF-8. */
function feedText(bytes: Buffer, contentType: string | null): string {
  const declared = /^[^>]{0,200}encoding=["']([\w.:-]+)["']/i.exec(bytes.toString('latin1', 0, 200))?.[1]
  const label = /charset="?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? declared ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    throw new UnreadableError(`is in an encoding that is not known: ${label}.`)
  }
}

function fetchFault(error: unknown): string {
  if (!(error instanceof Error)) return `cannot be fetched (${String(error)}).`
  if (error.name === 'TimeoutError') return `did not answer within ${FETCH_SECONDS} seconds.`
  const cause = error.cause instanceof Error ? error.cause.message : ''
  return `cannot be fetched (${cause || error.message}).`
}
