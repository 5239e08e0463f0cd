import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Less than this travels in one packet either way. */
export const WORTHWHILE = 1400

/** The better of the encodings that a client takes. */
export function encodingFor(accepted: string | null | undefined): Encoding | null {
  if (takenEncodings(accepted).includes('br')) return 'br'
  return takesGzip(accepted) ? 'gzip' : null
}

/** Whether a client takes gzip, for what is packed while it is made. */
export function takesGzip(accepted: string | null | undefined): boolean {
  const taken = takenEncodings(accepted)
  return taken.includes('gzip') || taken.includes('*')
}

const takenEncodings = (accepted: string | null | undefined): readonly string[] =>
  (accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '')

/** Fast rather than small, and off the main thread. */
export const compress = (body: string | Buffer, encoding: Encoding): Promise<Buffer<ArrayBuffer>> =>
  encoding === 'br'
    ? promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : promisify(gzip)(body, { level: 4 })
