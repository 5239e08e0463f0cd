import { createHash } from 'node:crypto'

/** A name for exactly these bytes, for an ETag header. */
export const answerHash = (body: string | Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22)

/**
 * Whether If-None-Match names what would be sent. Whether a tag is weak (`W/"…"`) makes no difference here, and `*`
 * stands for anything (RFC 9110, 13.1.2).
 */
export const isKnownTag = (ifNoneMatch: string | null | undefined, etag: string): boolean =>
  ifNoneMatch?.trim() === '*' ||
  (ifNoneMatch ?? '').match(/"[^"]*"/g)?.includes(etag.replace(/^W\//, '')) === true
