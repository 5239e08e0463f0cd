import { originProblem } from './origin.ts'

/** Why a text cannot be the address by which browsers reach a server, and what would be right; null where it can. */
export function baseUrlProblem(text: string): string | null {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
    const { pathname, search, hash, username, password, origin } = new URL(text)
    const isWhole = pathname === '/' && !search && !hash && !username && !password
    return isWhole ? null : `Hearsay is at the root of its host: ${origin}.`
  }
  const mended = /^https?:/i.test(text) ? null : originProblem(text)
  return mended ?? 'It is a scheme, a host and perhaps a port, such as https://graph.example.org.'
}
