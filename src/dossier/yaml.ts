import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
} from 'yaml'
import type { FieldPath } from '../values/errors.ts'

interface YamlPart {
  readonly begins: Node
  readonly node: Node | null
}

/** Finds where things stand in YAML. Each map and each anchor is looked through once, however many problems it has. */
export class YamlPlaces {
  readonly #document: Document.Parsed
  readonly #parts = new Map<YAMLMap, ReadonlyMap<string, YamlPart>>()
  readonly #anchored = new Map<Alias, Node | undefined>()

  constructor(document: Document.Parsed) {
    this.#document = document
  }

  /** The offset of what is at the path, for a field that of its key; or of the last part of the path that is there. */
  offsetOf(path: FieldPath): number {
    let node: Node | null | undefined = this.#document.contents
    let offset = node?.range?.[0] ?? 0
    for (const step of path) {
      const part: YamlPart | undefined = this.#partOf(isAlias(node) ? this.#anchor(node) : node, step)
      if (!part) return offset
      offset = part.begins.range?.[0] ?? offset
      node = part.node
    }
    return offset
  }

  #partOf(node: Node | null | undefined, step: string | number): YamlPart | undefined {
    if (isMap(node)) return this.#partsOf(node).get(String(step))
    const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined
    return isNode(item) ? { begins: item, node: item } : undefined
  }

  #partsOf(map: YAMLMap): ReadonlyMap<string, YamlPart> {
    const known = this.#parts.get(map)
    if (known) return known
    const parts = new Map<string, YamlPart>()
    for (const { key, value } of map.items)
      if (isNode(key)) parts.set(String(key), { begins: key, node: isNode(value) ? value : null })
    this.#parts.set(map, parts)
    return parts
  }

  #anchor(alias: Alias): Node | undefined {
    if (!this.#anchored.has(alias)) this.#anchored.set(alias, alias.resolve(this.#document))
    return this.#anchored.get(alias)
  }
}

/** The offsets of keys that stand twice in their map. The library compares each key with all others. */
export function repeatedYamlKeys(document: Document.Parsed): number[] {
  const repeated: number[] = []
  const open: unknown[] = [document.contents]
  while (open.length > 0) {
    const node = open.pop()
    if (isSeq(node)) for (const item of node.items) open.push(item)
    if (!isMap(node)) continue
    const keys = new Set<unknown>()
    for (const { key, value } of node.items) {
      open.push(key, value)
      if (!isScalar(key)) continue
      if (keys.has(key.value)) repeated.push(key.range?.[0] ?? 0)
      keys.add(key.value)
    }
  }
  return repeated.sort((a, b) => a - b)
}
