import { createHash, randomBytes } from 'node:crypto'

/** What a token begins with, so that whoever finds one, in a file or in a log, knows what it opens. */
export const TOKEN_PREFIX = 'hearsay_'
const RANDOM_BYTES = 32
const FORM = new RegExp(`^${TOKEN_PREFIX}[A-Za-z0-9_-]{43}$`)

/** Milliseconds for which each kind of token opens something, where nobody says otherwise. */
export const DAY = 86_400_000
export const LIFETIMES = { API: 90 * DAY, SESSION: 30 * DAY, SIGN_IN: DAY } as const
export type TokenKind = keyof typeof LIFETIMES

/** A new token: 256 random bits. It is shown to whoever asked for it, and not kept. */
export const makeToken = (): string => TOKEN_PREFIX + randomBytes(RANDOM_BYTES).toString('base64url')

/** Whether a text has the form of a token; what has not need not be looked up. */
export const isToken = (text: string): boolean => FORM.test(text)

/**
 * What is kept of a token. A fast hash will do, because nobody can guess 256 bits; and to look one up takes no longer for a
 * token that is nearly right, as its hash is not.
 */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
