/** The offsets of a part of an object or a list: of a field's key, and of its value. */
interface JsonPart {
  readonly key: number
  readonly value: number
}

export const REPEATED_KEY = 'is a key that stands there already: give it once'

const space = /[\s,:]*/y
const plainToken = /[^\s,:[\]{}"]+/y
const bracket = /["[\]{}]/g

interface KeysOfJson {
  /** The fields of objects that stand there already, each with its offset. */
  readonly repeated: readonly { readonly key: string; readonly at: number }[]
  /** How many objects and lists lie within each other. */
  readonly depth: number
}

/**
 * Looks through the keys of JSON that has been found valid: of a field that stands there twice the native parser keeps the
 * last and says nothing. One pass over the text.
 */
export function keysOfJson(text: string): KeysOfJson {
  const repeated: { key: string; at: number }[] = []
  let depth = 0
  // Of each container that is open, the keys so far; a list has none.
  const open: (Set<string> | null)[] = []
  let isKey = false
  const token = /["[\]{},]/g
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [sign] = match
    if (sign === '"') {
      const end = pastString(text, match.index)
      token.lastIndex = end
      const keys = isKey ? open.at(-1) : null
      isKey = false
      if (!keys) continue
      const key = unquoted(text.slice(match.index, end))
      if (keys.has(key)) repeated.push({ key, at: match.index })
      keys.add(key)
      continue
    }
    if (sign === '{' || sign === '[') depth = Math.max(depth, open.push(sign === '{' ? new Set() : null))
    else if (sign !== ',') open.pop()
    isKey = sign === '{' || (sign === ',' && open.at(-1) !== null)
  }
  return { repeated, depth }
}

/** Most keys have nothing escaped in them. */
const unquoted = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)

/**
 * The offset at which a string ends. It takes no regular expression: those recurse, and a source's text may be
 * megabytes.
 */
function pastString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text[first - 1] === '\\') first--
  return (at - first) % 2 === 1
}

/**
 * Finds where things stand in JSON that has been found valid, without making a tree of it: only the containers on the
 * way are looked through, and each of them once.
 */
export class JsonPlaces {
  readonly #text: string
  readonly #known = new Map<number, ReadonlyMap<string, JsonPart>>()

  constructor(text: string) {
    this.#text = text
  }

  /** The offset of what is at the path, or of the last part of the path that is there. */
  offsetOf(path: FieldPath): number {
    let value = this.#past(space, 0)
    let offset = value
    for (const step of path) {
      const part = this.#partsAt(value).get(String(step))
      if (!part) return offset
      value = part.value
      offset = part.key
    }
    return offset
  }

  #partsAt(start: number): ReadonlyMap<string, JsonPart> {
    const known = this.#known.get(start)
    if (known) return known
    const parts = new Map<string, JsonPart>()
    const isObject = this.#text[start] === '{'
    if (isObject || this.#text[start] === '[') this.#collect(start + 1, isObject, parts)
    this.#known.set(start, parts)
    return parts
  }

  #collect(from: number, isObject: boolean, parts: Map<string, JsonPart>): void {
    let at = this.#past(space, from)
    while (at < this.#text.length && !'}]'.includes(this.#text[at] as string)) {
      const key = at
      const afterKey = isObject ? pastString(this.#text, at) : at
      const name = isObject ? (JSON.parse(this.#text.slice(key, afterKey)) as string) : String(parts.size)
      const value = this.#past(space, afterKey)
      parts.set(name, { key, value })
      at = this.#past(space, this.#end(value))
    }
  }

  /** The offset at which the value that begins here ends. */
  #end(start: number): number {
    if (this.#text[start] === '"') return pastString(this.#text, start)
    if (!'{['.includes(this.#text[start] as string)) return this.#past(plainToken, start)
    let depth = 0
    bracket.lastIndex = start
    for (let match = bracket.exec(this.#text); match; match = bracket.exec(this.#text)) {
      if (match[0] === '"') bracket.lastIndex = pastString(this.#text, match.index)
      else depth += '{['.includes(match[0]) ? 1 : -1
      if (depth === 0) return bracket.lastIndex
    }
    return this.#text.length
  }

  #past(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    return pattern.test(this.#text) ? pattern.lastIndex : at
  }
}

import type { FieldPath } from '../values/errors.ts'
