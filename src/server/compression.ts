import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FetchAPI, Plugin } from 'graphql-yoga'

export type Encoding = 'br' | 'gzip'

/** Less than this travels in one packet either way. */
const WORTHWHILE = 1400

/** The better of the encodings that a client takes. */
export function encodingFor(accepted: string | null | undefined): Encoding | null {
  if (!accepted) return null
  const taken = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim().toLowerCase())
  return taken.includes('br') ? 'br' : taken.includes('gzip') || taken.includes('*') ? 'gzip' : null
}

/** Fast rather than small, and off the main thread. */
export const compress = (body: string | Buffer, encoding: Encoding): Promise<Buffer<ArrayBuffer>> =>
  encoding === 'br'
    ? promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : promisify(gzip)(body, { level: 4 })

/** Compresses answers for clients that ask for it; the others pay a look at one header. */
export const useCompression = (): Plugin => ({
  onResponse({ request, response, setResponse, fetchAPI }) {
    const encoding = encodingFor(request.headers.get('accept-encoding'))
    if (!encoding || !response.headers.get('content-type')?.startsWith('application/')) return
    return compressed(response, encoding, fetchAPI).then(setResponse)
  },
})

async function compressed(response: Response, encoding: Encoding, fetchAPI: FetchAPI): Promise<Response> {
  const body = await response.text()
  const isLarge = body.length > WORTHWHILE
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    headers[name] = value
  })
  delete headers['content-length']
  headers.vary = 'accept-encoding'
  if (isLarge) headers['content-encoding'] = encoding
  return new fetchAPI.Response(isLarge ? await compress(body, encoding) : body, {
    status: response.status,
    headers,
  })
}
