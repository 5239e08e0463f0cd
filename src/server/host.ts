import type { Handle } from './reply.ts'
import { replyText } from './reply.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)\.?$/i

export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/** A name that a browser may ask by, as it stands in the Host header, without a port. */
const HOST_NAME =
  /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?|\[[0-9a-f:.]+\])$/i

/** Why a text cannot be allowed as a host, and what would be right; null where it can. */
export function hostProblem(text: string): string | null {
  if (HOST_NAME.test(text)) return null
  if (text.includes('*'))
    return 'Name each host whole, such as graph.example.org; * by itself stands for all.'
  const host = /^(?:[a-z]+:\/\/)?([^/]*?)(?::\d+)?(?:\/.*)?$/i.exec(text)?.[1] ?? ''
  return HOST_NAME.test(host)
    ? `A host has neither a scheme nor a port nor a path: ${host}.`
    : 'A host is a name or an address, such as graph.example.org, 192.168.1.5 or [2001:db8::1].'
}

/**
 * The names by which a server answers besides this machine's own; null for any. One that listens on this machine alone
 * answers by no others, unless they are allowed. That of the address by which browsers reach it is one of its own.
 */
export const hostsOf = (
  host: string,
  allowed: readonly string[],
  baseUrl?: string | null,
): readonly string[] | null =>
  allowed.includes('*') || (allowed.length === 0 && !isLoopback(host))
    ? null
    : [...allowed, ...(baseUrl ? [new URL(baseUrl).hostname] : [])]

/**
 * Answers by these names alone, and by this machine's own. A page of the web can give its own name this machine's
 * address, and would then be of one origin with the graph; the name that the browser asks by gives it away.
 */
export function onlyBy(names: readonly string[] | null, handle: Handle): Handle {
  if (names === null) return handle
  const known = new Set(names.map(plainHostName))
  return (request, response) => {
    const { host } = request.headers
    // HTTP/1.0 need not say; a browser always does.
    if (host === undefined) return handle(request, response)
    const name = host.replace(/:\d*$/, '')
    if (isLoopback(name) || known.has(plainHostName(name))) return handle(request, response)
    replyText(request, response, 403, REFUSAL)
  }
}

const plainHostName = (name: string): string => name.toLowerCase().replace(/\.$/, '')

const REFUSAL =
  'This server does not answer by this name: ask for localhost, or start it with --allow-host and the name, or, to answer ' +
  'other machines by any name, with --host 0.0.0.0.'
