import type { FetchAPI, Plugin } from 'graphql-yoga'
import { compress, type Encoding, encodingFor, WORTHWHILE } from './compression.ts'
import { answerHash, isKnownTag } from './etag.ts'

/** The headers of all answers at /graphql: they differ by who asks, and how. */
export const ANSWER_HEADERS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  vary: 'origin, accept, accept-encoding',
}

/** The form in which an answer is sent. */
interface Wanted {
  readonly encoding: Encoding | null
  readonly isTagged: boolean
  readonly ifNoneMatch: string | null
}

/**
 * Compresses answers for clients that take it, and gives those to GET a tag, so that nothing is sent to whoever has the
 * same already. The others pay a look at one header.
 */
export const useAnswers = (): Plugin => ({
  onResponse({ request, response, setResponse, fetchAPI }) {
    const encoding = encodingFor(request.headers.get('accept-encoding'))
    const isTagged = request.method === 'GET' && response.status === 200
    if (!(encoding || isTagged) || !response.headers.get('content-type')?.startsWith('application/')) return
    const ifNoneMatch = isTagged ? request.headers.get('if-none-match') : null
    return finished(response, { encoding, isTagged, ifNoneMatch }, fetchAPI).then(setResponse)
  },
})

async function finished(response: Response, wanted: Wanted, fetchAPI: FetchAPI): Promise<Response> {
  const { encoding, isTagged, ifNoneMatch } = wanted
  const body = await response.text()
  // A weak tag: it is the same for all encodings of one answer.
  const etag = isTagged ? `W/"${answerHash(body)}"` : null
  if (etag && isKnownTag(ifNoneMatch, etag))
    return new fetchAPI.Response(null, { status: 304, headers: { etag } })
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    headers[name] = value
  })
  delete headers['content-length']
  if (etag) headers.etag = etag
  const isLarge = encoding !== null && body.length > WORTHWHILE
  if (isLarge) headers['content-encoding'] = encoding
  return new fetchAPI.Response(isLarge ? await compress(body, encoding) : body, {
    status: response.status,
    headers,
  })
}
